/** What can be asked in an address. A question is a list of parameters, declared once: a page asks it in Dutch, the API in English. */

/** Where a question is asked: in the address of a page, or of the API. */
export type Form = 'page' | 'api';

/** How a value is read from an address. */
export interface Reading<Value> {
	/** Null for a text that is no such value. */
	read(text: string): Value | null;
	/** What is expected, for the message to who wrote something else. */
	expected: string;
}

/** How a value is read from an address and written in one. */
export interface Notation<Value> extends Reading<Value> {
	write(value: Value): string;
}

/** How a parameter is written: once, as a list with commas or several times, or as all parameters whose name fits. */
type Takes = 'one' | 'list' | RegExp;

/** What the document of the API says of a parameter. */
interface Told {
	about?: string;
	example?: unknown;
	/** The value as JSON Schema has it, where it is more than a text. */
	json?: Readonly<Record<string, unknown>>;
}

interface Named extends Told {
	/** Its name in the address of a page, where the API has another: there it is that of its place in the question. */
	page?: string;
}

/** The parts of an address that belong to a parameter, none of them empty. */
type Found = readonly (readonly [name: string, text: string])[];
type Refuse = (name: string, text: string, expected: string) => void;

/** A parameter of an address: its names, its notations, and what it means when it is not there. */
export interface Parameter<Value = unknown> extends Named {
	takes: Takes;
	otherwise: Value;
	read(found: Found, form: Form, refuse: Refuse): Value;
	write(value: Value, name: string, form: Form): Record<string, string>;
}

/** A question: its parameters by their names in the API. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** What the parameters of a question become. */
export type Values<Of extends Parameters> = {
	[Name in keyof Of]: Of[Name] extends Parameter<infer Value> ? Value : never;
};

/** What is wrong with one parameter. */
export interface ParameterProblem {
	name: string;
	detail: string;
}

/** Parameters of an address that cannot be used. */
export class MalformedParameterError extends Error {
	readonly problems: readonly ParameterProblem[];

	constructor(...problems: ParameterProblem[]) {
		super(problems.map(({ name, detail }) => `${name}: ${detail}`).join('; '));
		this.name = 'MalformedParameterError';
		this.problems = problems;
	}
}

/** The error that a value is not written as it must be. */
export const unreadable = (name: string, text: string, expected: string) =>
	new MalformedParameterError(problemWith(name, text, expected));

const problemWith = (name: string, text: string, expected: string): ParameterProblem => ({
	name: cut(name),
	detail: `"${cut(text)}" (${expected})`
});

/** As much of a visitor's text as an answer repeats. */
const cut = (text: string): string => text.slice(0, 40);

type Notations<Value> = Reading<Value> | Readonly<Record<Form, Reading<Value>>>;

const notationIn = <Value>(as: Notations<Value>, form: Form): Reading<Value> =>
	'read' in as ? as : as[form];

/** A value as an address has it; as it reads by itself, where none is written with it. */
const textOf = <Value>(value: Value, as: Reading<Value>): string =>
	'write' in as ? (as as Notation<Value>).write(value) : String(value);

/** A parameter that stands once; of several the first counts. */
export function one<Value, const Otherwise extends Value | null = null>({
	as,
	otherwise,
	forgiving = false,
	...named
}: Named & {
	as: Notations<Value>;
	otherwise?: Otherwise;
	/** Whether a page passes over what it cannot read. */
	forgiving?: boolean;
}): Parameter<Value | Otherwise> {
	const absent = (otherwise ?? null) as Otherwise;
	return {
		...named,
		takes: 'one',
		otherwise: absent,
		read([[name, text] = ['', '']], form, refuse) {
			const notation = notationIn(as, form);
			const value = notation.read(text.trim());
			if (value === null && !(forgiving && form === 'page'))
				refuse(name, text.trim(), notation.expected);
			return value ?? absent;
		},
		write: (value, name, form) => ({ [name]: textOf(value as Value, notationIn(as, form)) })
	};
}

/** A parameter with several values, with commas between them or each as one of its own; doubles count once. */
export const list = <Value>({
	as,
	...named
}: Named & { as: Notation<Value> }): Parameter<readonly Value[] | null> => ({
	...named,
	takes: 'list',
	otherwise: null,
	read(found, _form, refuse) {
		const texts = found.flatMap(([, text]) => text.split(',')).map((text) => text.trim());
		return [...new Set(texts)].filter(Boolean).flatMap((text) => {
			const value = as.read(text);
			if (value === null) refuse(found[0]?.[0] ?? '', text, as.expected);
			return value ?? [];
		});
	},
	write: (values, name) => ({ [name]: (values ?? []).map((one) => textOf(one, as)).join() })
});

/**
 * All parameters whose name begins in some way.
 * @param of the whole name, in groups
 * @param from makes the value of what was read, each with the groups of its name
 */
export const each = <Item, Value>({
	takes,
	of,
	expected,
	as,
	from,
	to = () => ({}),
	...named
}: Named & {
	takes: RegExp;
	of: RegExp;
	/** What a name must be. */
	expected: string;
	as: Notation<Item>;
	from: (items: readonly (readonly [groups: readonly string[], item: Item])[]) => Value;
	/** Absent where no address is written with it. */
	to?: (value: Value) => Record<string, string>;
}): Parameter<Value> => ({
	...named,
	takes,
	otherwise: from([]),
	read(found, _form, refuse) {
		const items = found.flatMap(([name, text]) => {
			const [, ...groups] = of.exec(name) ?? [];
			const item = as.read(text.trim());
			if (groups.length === 0 || item === null)
				refuse(name, text, groups.length === 0 ? expected : as.expected);
			return item === null ? [] : [[groups, item] as const];
		});
		return from(items);
	},
	write: to
});

/** The name of a parameter. */
export const nameIn = (form: Form, question: Parameters, key: string): string =>
	(form === 'page' && question[key]?.page) || key;

/** The names of all parameters of a question, by those in the API. */
export const namesIn = <Of extends Parameters>(form: Form, question: Of) =>
	Object.fromEntries(
		Object.keys(question).map((key) => [key, nameIn(form, question, key)])
	) as Record<keyof Of, string>;

/** Whether a parameter of an address is one of a question, by its name. */
export const isOf = (form: Form, question: Parameters, name: string): boolean =>
	Object.entries(question).some(([key, { takes }]) =>
		takes instanceof RegExp ? takes.test(name) : nameIn(form, question, key) === name
	);

/**
 * Reads a question from an address. A parameter without a value is not asked.
 * @throws MalformedParameterError that names all that cannot be used
 */
export function ask<Of extends Parameters>(
	question: Of,
	form: Form,
	address: URLSearchParams
): Values<Of> {
	const problems: ParameterProblem[] = [];
	const refuse: Refuse = (...problem) => problems.push(problemWith(...problem));
	const values = Object.entries(question).map(([key, parameter]) => {
		const found = partsOf(address, nameIn(form, question, key), parameter.takes);
		const value = found.length > 0 ? parameter.read(found, form, refuse) : parameter.otherwise;
		return [key, value];
	});
	if (problems.length > 0) throw new MalformedParameterError(...problems);
	return Object.fromEntries(values) as Values<Of>;
}

function partsOf(address: URLSearchParams, name: string, takes: Takes): Found {
	const belongs = (each: string) => (takes instanceof RegExp ? takes.test(each) : each === name);
	const found = [...address].filter(([each]) => belongs(each));
	return (takes === 'one' ? found.slice(0, 1) : found).filter(([, text]) => text.trim() !== '');
}

/** The parameters that ask a question; what is as usual is left out. */
export function written<Of extends Parameters>(
	question: Of,
	form: Form,
	values: Partial<Values<Of>>
): Record<string, string> {
	const parts = Object.entries(question).map(([key, parameter]) => {
		const value = key in values ? values[key] : parameter.otherwise;
		return value === parameter.otherwise
			? {}
			: parameter.write(value, nameIn(form, question, key), form);
	});
	return Object.assign({}, ...parts) as Record<string, string>;
}
