/** The form in which somebody says what a file leaves open. */
import * as v from 'valibot';
import { moment } from '../tasks/task-values.ts';
import { AnswersSchema, type Answers } from './answers.ts';

/** Names of its fields; those that end in a colon go on with a header, a sheet, a name or a code. */
export const FIELDS = {
	publisher: 'uitgever',
	title: 'titel',
	url: 'adres',
	licence: 'licentie',
	publishedOn: 'gepubliceerd',
	kind: 'soort',
	why: 'waarom',
	on: 'dag',
	regime: 'regeling',
	structureOn: 'indeling',
	observedUntil: 'geteld',
	numbers: 'getallen',
	round: 'toets',
	column: 'kolom:',
	columnDate: 'kolomdag:',
	/** Each the address of a row that is no municipality. */
	skippedRow: 'rij',
	sheet: 'blad:',
	municipality: 'gemeente:',
	/** Into which municipality an ended one went. */
	successor: 'opvolger:',
	accept: 'ja:',
	/** One reason for all that is asked and has none of its own. */
	acceptAll: 'ja'
} as const;

/** The answers of a form, or the name of the field of which the value cannot be used. */
export type ReadAnswers = { answers: Answers } | { wrong: string };

/** Reads the form; what it does not ask stays as it was said. */
export function readAnswers(form: FormData, before: Answers): ReadAnswers {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
	};
	const number = (name: string) => (text(name) === null ? null : Number(text(name)));
	const asked = (name: Exclude<keyof Answers & keyof typeof FIELDS, 'accept'>) =>
		form.has(FIELDS[name]) ? text(FIELDS[name]) : before[name];
	const given = {
		...before,
		publisher: asked('publisher'),
		title: asked('title'),
		url: asked('url'),
		licence: asked('licence'),
		publishedOn: asked('publishedOn'),
		kind: asked('kind'),
		why: asked('why'),
		on: asked('on'),
		regime: asked('regime'),
		structureOn: asked('structureOn'),
		observedUntil: form.has(FIELDS.observedUntil)
			? number(FIELDS.observedUntil)
			: before.observedUntil,
		accept: acceptedIn(form, text(FIELDS.acceptAll)),
		map: mapOf(form, text(FIELDS.numbers), number(FIELDS.round), before)
	};
	const read = v.safeParse(AnswersSchema, given);
	if (read.success) return { answers: read.output };
	const path = read.issues[0].path?.map(({ key }) => String(key)) ?? [];
	const field = path[0] as keyof typeof FIELDS | undefined;
	return { wrong: (field && FIELDS[field]) ?? path.join(' › ') };
}

/** What is said yes to, each with its own reason or that of all. */
function acceptedIn(form: FormData, ofAll: string | null) {
	const own = under(form, FIELDS.accept);
	return [...form.keys()]
		.filter((name) => name.startsWith(FIELDS.accept))
		.map((name) => name.slice(FIELDS.accept.length))
		.map((code) => ({ code, because: own[code] ?? ofAll }))
		.filter(({ because }) => because !== null);
}

/** The filled fields whose name begins alike, by the rest of it. */
function under(form: FormData, prefix: string): Record<string, string> {
	const pairs = [...form.entries()].flatMap(([name, value]) =>
		name.startsWith(prefix) && typeof value === 'string' && value.trim() !== ''
			? [[name.slice(prefix.length), value.trim()] as const]
			: []
	);
	return Object.fromEntries(pairs);
}

/** What would stand in a mapping file; null when nothing would. */
function mapOf(
	form: FormData,
	numbers: string | null,
	round: number | null,
	before: Answers
): unknown {
	const dates = under(form, FIELDS.columnDate);
	const columns = Object.entries(under(form, FIELDS.column)).map(([key, is]) => [
		key,
		dates[key] === undefined ? is : { is, date: dates[key] }
	]);
	const sheets = Object.entries(under(form, FIELDS.sheet)).map(([name, said]) => [
		name,
		said === 'skip' ? said : { date: said }
	]);
	const codes = (prefix: string) =>
		Object.entries(under(form, prefix)).map(([name, said]) => [name, said.slice(0, 5)]);
	const towns = codes(FIELDS.municipality);
	const went = codes(FIELDS.successor);
	const skipRows = form.getAll(FIELDS.skippedRow);
	const { layout, level } = before.map ?? {};
	const map = {
		...(layout && { layout }),
		...(level && { level }),
		...(numbers && { numbers }),
		...(round !== null && { round }),
		...(columns.length > 0 && { columns: Object.fromEntries(columns) as unknown }),
		...(skipRows.length > 0 && { skipRows }),
		...(sheets.length > 0 && { sheets: Object.fromEntries(sheets) as unknown }),
		...(went.length > 0 && { successors: Object.fromEntries(went) as unknown }),
		...(towns.length > 0 && { municipalities: Object.fromEntries(towns) as unknown })
	};
	return Object.keys(map).length > 0 ? map : null;
}

/** A moment of the clock in Brussels, ISO 8601 in UTC; null in it: none was asked. Null when it cannot be read. */
export function readMoment(asked: string): { at: string | null } | null {
	if (asked === '') return { at: null };
	const read = v.safeParse(moment, asked);
	return read.success ? { at: read.output } : null;
}
