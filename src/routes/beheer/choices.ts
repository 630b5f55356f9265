/** What the forms of the desk let choose: figures by name, those that are asked most first, and municipalities by code and name. */
import { INDICATORS } from '#lib/domain/indicators.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { byName } from '#lib/text/format.ts';
import { indicatorName } from '#lib/text/words.ts';

type Code = keyof typeof INDICATORS;
const FIRST: readonly Code[] = [
	'stock_b',
	'stock_a',
	'realised',
	'in_execution',
	'planned',
	'households'
];
const codes = Object.keys(INDICATORS) as Code[];
const named = (some: readonly Code[]) =>
	some.map((code): { value: string; words: string } => ({
		value: code,
		words: indicatorName(code)
	}));

export const FIRST_FIGURES = named(FIRST);
export const OTHER_FIGURES = named(codes.filter((code) => !FIRST.includes(code)));

/** Every municipality that was ever one, as `34022 Kortrijk`, by name. */
export const municipalityChoices = ({ places }: Pick<Reference, 'places'>): string[] =>
	[...places.byCode.values()]
		.sort((a, b) => byName(a.name, b.name))
		.map(({ nis, name }) => `${nis} ${name}`);

/** The municipalities of today, by name. */
export const townsIn = (places: Reference['places']): { nis: string; name: string }[] =>
	places
		.validOn(today())
		.map(({ nis, name }) => ({ nis, name }))
		.sort((a, b) => byName(a.name, b.name));
