/** What somebody said in a form, in the words that the form itself uses. */
import { areaNamed, type Reference } from '#lib/server/reference/reference.ts';
import { isDay } from '#lib/domain/dates.ts';
import { count, day, list } from '#lib/text/format.ts';
import { allFields, type Field, type SmallForm, type Values } from './forms.ts';

/** By the name of a field what was said in it; empty where nothing was. */
export const wordsOf =
	(form: SmallForm, values: Values, facts: Reference) =>
	(name: string): string => {
		const field = allFields(form).find((one) => one.name === name);
		return field ? valueWords(field, values[name] ?? '', facts) : '';
	};

function valueWords({ kind, options = [] }: Field, value: string, facts: Reference): string {
	const nameOf = (code: string) => areaNamed(facts, code) ?? `${code} (niet bekend)`;
	if (kind === 'choice') return options.find((one) => one.value === value)?.words ?? value;
	if (kind === 'region' || kind === 'town') return value && nameOf(value);
	if (kind === 'towns') return list(value.split(' ').filter(Boolean).map(nameOf));
	if (kind === 'day') return isDay(value) ? day(value) : '';
	return kind === 'number' && /^\d+$/.test(value) ? count(Number(value)) : value;
}

/** Every question that was answered, with its answer. */
export function answered(
	form: SmallForm,
	values: Values,
	facts: Reference
): (readonly [label: string, words: string])[] {
	const said = wordsOf(form, values, facts);
	return allFields(form)
		.map(({ name, label }) => [label, said(name)] as const)
		.filter(([, words]) => words !== '');
}
