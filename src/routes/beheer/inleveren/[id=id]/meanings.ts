/** What a column can stand for, in the words of the screen. */
import type { SeenColumn } from '#lib/server/desk/review/look.ts';
import { COMPONENT_WORDS } from '#lib/text/words.ts';
import { FIRST_FIGURES, OTHER_FIGURES } from '../../choices.ts';

const PARTS = {
	ignore: 'niet inlezen',
	municipality: 'naam van de gemeente',
	nis: 'NIS-code van de gemeente',
	category: 'categorie van de voortgangstoets',
	objective: 'objectief (BSO)',
	'objective:steps_1_2': COMPONENT_WORDS.steps_1_2,
	'objective:catch_up': COMPONENT_WORDS.catch_up,
	'objective:covenant': COMPONENT_WORDS.covenant,
	'objective:total_supply': COMPONENT_WORDS.total_supply,
	'objective:remaining': COMPONENT_WORDS.remaining,
	note: 'opmerking'
};

/** Meanings that a column has by itself and that nobody chooses. */
const SEEN = {
	date: 'dag van de rij',
	percentage: 'percentage, niet ingelezen',
	area: 'ander gebied, niet ingelezen',
	nis_code: 'NIS-code van de gemeente',
	reference_date: 'dag',
	indicator: 'soort cijfer',
	value: 'waarde',
	status: 'status'
};

/** What can be chosen, in groups. */
export const MEANINGS = [
	{ name: 'Cijfers', options: FIRST_FIGURES },
	{
		name: 'Andere',
		options: Object.entries(PARTS).map(([value, words]) => ({ value, words }))
	},
	{ name: 'Meer cijfers', options: OTHER_FIGURES }
];

const ALL = new Map<string, string>([
	...Object.entries(SEEN),
	...MEANINGS.flatMap(({ options }) => options.map(({ value, words }) => [value, words] as const))
]);

/** What a column stands for in words; the code itself where nobody gave it words. */
export const meaningWords = ({ is, about }: Pick<SeenColumn, 'is' | 'about'>): string =>
	about ?? (is === null ? 'niet herkend' : (ALL.get(is) ?? is));

/** The layouts of files in words, where somebody would ask. */
const LAYOUT_WORDS: Partial<Record<string, string>> = {
	tidy: 'een tabel met een rij per cijfer',
	rules: 'een tabel met regels',
	measurement: 'een meting of voortgangstoets, een rij per gemeente',
	memberships: 'een lijst van leden van regio’s',
	refnis: 'het gemeenteregister van Statbel',
	'area-list': 'een lijst van gemeenten',
	swing: 'Provincies in Cijfers',
	'households-by-name': 'huishoudens per gemeente',
	'households-by-size': 'huishoudens naar grootte'
};

/** What a file was read as. */
export const layoutWords = (layout: string | null): string | null =>
	layout === null ? null : (LAYOUT_WORDS[layout] ?? layout);
