/** What a column can stand for, in the words of the screen. */
import { INDICATORS } from '#lib/domain/indicators.ts';
import { COMPONENT_WORDS, indicatorName } from '#lib/text/words.ts';

/** The meanings that are asked most, first. */
const FIRST = ['stock_b', 'stock_a', 'realised', 'in_execution', 'planned', 'households'] as const;

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

const codes = Object.keys(INDICATORS) as (keyof typeof INDICATORS)[];
const named = (some: readonly (keyof typeof INDICATORS)[]) =>
	some.map((code) => ({ value: code as string, words: indicatorName(code) }));

/** What can be chosen, in groups. */
export const MEANINGS = [
	{ name: 'Cijfers', options: named(FIRST) },
	{
		name: 'Andere',
		options: Object.entries(PARTS).map(([value, words]) => ({ value, words }))
	},
	{
		name: 'Meer cijfers',
		options: named(codes.filter((code) => !(FIRST as readonly string[]).includes(code)))
	}
];

const ALL = new Map<string, string>([
	...Object.entries(SEEN),
	...MEANINGS.flatMap(({ options }) => options.map(({ value, words }) => [value, words] as const))
]);

/** What a column stands for in words; the code itself where nobody gave it words. */
export const meaningWords = (is: string | null): string =>
	is === null ? 'niet herkend' : (ALL.get(is) ?? is);

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
