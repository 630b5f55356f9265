// What was published about a municipality, in words.
import type { Mention } from '#lib/domain/mention.ts';
import type { KnownKind, KnownSorts, PublishedFact } from '#lib/domain/published.ts';
import { count, day, decimal, dwellings, list, municipalities } from './format.ts';
import { COMPONENT_WORDS, indicatorName, indicatorValue } from './words.ts';

/** What a fact is of: «sociale huurwoningen (jaarlijkse meting)», «voortgangstoets 2018». */
export function factName({ said }: PublishedFact): string {
	if ('indicator' in said) return indicatorName(said.indicator);
	if ('round' in said) return `voortgangstoets ${said.round}`;
	const name = COMPONENT_WORDS[said.part];
	return said.regime === null ? name : `${name}, ${said.regime}`;
}

/** What it says: a number with the sign of its unit, a category, or a dash for a part without a number. */
export function factValue({ said }: PublishedFact): string {
	if ('indicator' in said) return indicatorValue(said);
	if ('part' in said) return said.value === null ? '–' : count(said.value);
	return `categorie ${said.category}${said.provisional ? ' (voorlopig)' : ''}`;
}

/**
 * What was published first of a municipality, in a sentence; one that says so when there is nothing.
 * @param facts the first of each sort, in the order in which they are told
 * @param mentions what is said of it beside any sort
 */
export function publishedSentence(
	{ nis, name }: { nis: string; name: string },
	facts: readonly PublishedFact[],
	mentions: readonly Mention[]
): string {
	const first = facts.find((one) => one.nis === nis);
	if (first) return sentenceOf(name, first);
	if (facts.length > 0)
		return `Van ${name} zelf is niets gepubliceerd, wel van de gemeenten voor de fusie.`;
	return mentions.length > 0
		? `Van ${name} vonden we geen totaal, wel een deel, plan of uitspraak.`
		: `Van ${name} vonden we geen gepubliceerd cijfer over sociale huur.`;
}

function sentenceOf(name: string, fact: PublishedFact): string {
	const { said, date } = fact;
	const on = date === null ? '' : ` op ${day(date)}`;
	if ('round' in said)
		return `${name} zat in de voortgangstoets van ${said.round} in ${factValue(fact)}.`;
	if ('part' in said) return objectiveWords(name, said.value ?? 0);
	if (fact.kind === 'stock') return `${name} telde ${factValue(fact)} ${factName(fact)}${on}.`;
	if (fact.kind !== 'share') return `${name}: ${factValue(fact)} ${factName(fact)}${on}.`;
	const whole = said.indicator === 'share_dwellings' ? 'woningen' : 'huishoudens';
	return `${name} had ${decimal(said.value ?? 0, 2)} sociale woningen per 100 ${whole}${on}.`;
}

const objectiveWords = (name: string, target: number): string =>
	target === 0
		? `${name} heeft geen objectief: er worden geen woningen extra gevraagd.`
		: `Aan ${name} worden ${dwellings(target)} extra gevraagd.`;

/**
 * The same facts on one line, by publisher and each with its day, and with whose it is where that is a municipality before
 * the merger: «Leiedal: sociale huurwoningen 2.896 (31/12/2010)».
 */
export function factsLine(
	facts: readonly (PublishedFact & { former: string | null })[],
	publisherOf: (publication: number) => string
): string {
	const byPublisher = Map.groupBy(facts, ({ publication }) => publisherOf(publication));
	return [...byPublisher].map(([who, own]) => `${who}: ${own.map(briefly).join(', ')}`).join('; ');
}

const briefly = (fact: PublishedFact & { former: string | null }): string => {
	const name = factName(fact).replace(', zoals gepubliceerd', '');
	const beside = [
		...(fact.former === null ? [] : [`${fact.former}, voor de fusie`]),
		...(fact.date === null ? [] : [day(fact.date)])
	];
	return `${name} ${factValue(fact)}${beside.length === 0 ? '' : ` (${beside.join('; ')})`}`;
};

/** The sorts of figures: in an address, as a heading and within a sentence. */
export const KIND_WORDS: Record<KnownKind, { slug: string; head: string; one: string }> = {
	stock: { slug: 'aantal', head: 'Aantal', one: 'een aantal woningen' },
	share: { slug: 'aandeel', head: 'Gepubliceerd aandeel', one: 'een aandeel' },
	objective: { slug: 'objectief', head: 'Objectief', one: 'het objectief of een deel ervan' },
	progress: {
		slug: 'voortgang',
		head: 'Voortgang',
		one: 'hoeveel er gerealiseerd, in uitvoering of gepland is'
	},
	test: { slug: 'toets', head: 'Toets', one: 'de uitslag van een voortgangstoets' },
	other: { slug: 'andere', head: 'Andere', one: 'een ander getal, zoals een deel, project of plan' }
};

/** The same, and that there is nothing: what a list can ask for. */
export const PUBLISHED_WORDS: Record<KnownKind | 'nothing', { slug: string; one: string }> = {
	...KIND_WORDS,
	nothing: { slug: 'niets', one: 'niets' }
};

/** The map of what was published: its name on a button and in an address, its title, and what exactly it shows. */
export const KNOWN_MAP = {
	slug: 'gepubliceerd',
	name: 'wat we weten',
	title: 'Van welke gemeenten is er iets gepubliceerd?',
	base: 'soorten gepubliceerde cijfers: aantal, aandeel, objectief, voortgang, toets en andere',
	none: 'niets gepubliceerd',
	classes: ['1 soort', '2 soorten', '3 soorten', '4 soorten', '5 soorten', '6 soorten']
};

/** What was published of a place, without its numbers: «Kortrijk: een aantal woningen en het objectief». */
export const knownWords = (name: string, known: KnownSorts): string =>
	`${name}: ${known.size === 0 ? KNOWN_MAP.none : list([...known.keys()].map((kind) => KIND_WORDS[kind].one))}`;

/** For how many municipalities something was published, by sort. */
export function knownSentence(all: readonly KnownSorts[]): string {
	const some = all.filter(({ size }) => size > 0).length;
	const none = `Van ${some === 0 ? 'geen enkele gemeente' : `${count(some)} van de ${municipalities(all.length)}`} vonden we een gepubliceerd cijfer over sociaal wonen`;
	if (some === 0) return `${none}.`;
	const sorts = Object.entries(KIND_WORDS).map(([kind, { one }]) => {
		const size = all.filter((known) => known.has(kind as KnownKind)).length;
		return `van ${count(size)} ${one}`;
	});
	return `${none}: ${list(sorts)}.`;
}
