/** What a page is about, by its address: the name of its municipality or region, or of its section. */
import { areaNamed, type Reference } from '#lib/server/reference/reference.ts';

const SECTIONS: Readonly<Record<string, string>> = {
	'': 'het overzicht',
	gemeenten: 'de lijst van gemeenten',
	regios: 'de lijst van regio’s',
	vergelijken: 'de vergelijking van regio’s',
	voortgangstoets: 'de voortgangstoets',
	cijfers: 'de publicaties',
	methode: 'de methode',
	objectief: 'het objectief',
	vergadering: 'de vergaderingen',
	herkomst: 'de herkomst van een cijfer'
};

/** The address itself where nobody named its page. */
export function subjectOf(address: string, facts: Pick<Reference, 'places' | 'regions'>) {
	const { pathname, searchParams } = new URL(address, 'http://site');
	const [, section = '', name = ''] = pathname.split('/');
	const found = areaNamed(facts, searchParams.get('gebied') ?? name);
	const called = SECTIONS[section];
	if (section === 'herkomst' && found) return `${called} van ${found}`;
	return found ?? called ?? address;
}
