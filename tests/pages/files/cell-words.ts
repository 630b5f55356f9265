/** A value of a file with all that the file says of it. */
export interface FileValue {
	/** A number, a day, or nothing. */
	text: string;
	unit: string;
	status: string;
	/** The day on which it was true, where the file says it beside the number. */
	day: string;
	/** As the page writes it, or the other way round. */
	sign: 1 | -1;
	/** Whether it is what is known now, beside what was known then. */
	isNow: boolean;
	/** Of its column. */
	head: string;
}

/** The words of a cell of a page: those that were passed and explain no value, and those that are ahead. */
export interface Reading {
	passed: string;
	ahead: string;
	/** What the page says otherwise than the file. */
	faults: string[];
}

/** What a page writes for what nobody knows, and for what does not exist. */
const UNKNOWN = '(?:n\\.b\\.|–)';
/** Marks of an estimate, to the eye and to the ear. */
const ABOUT = '(?<about>(?:≈ |ongeveer |raming: )*)';
const NUMBER = '(?:geen|precies genoeg|(?<sign>[+−])?(?<size>\\d[\\d.]*(?:,(?<decimals>\\d+))?))';
const WRITTEN = new RegExp(
	`(?<now>nu bekend: )?${ABOUT}(?<![\\d.,/])${NUMBER}(?![\\d/]|,\\d)`,
	'gu'
);
/** Words with which a file says that a number is above what was asked, and those of a page; and that it is below. */
const MORE = 'meer dan gevraagd';
const OVER = new RegExp(`${MORE}|\\bover\\b`);
const AGAINST = new RegExp(`${OVER.source}|te kort`);

/**
 * Reads on in the words of a cell until a value of the file, and past it with its unit and marks.
 * @param hints what the page tells of its numbers on hover
 */
export function readPast(reading: Reading, value: FileValue, hints: string): Reading {
	if (value.text === '') return pastUnknown(reading, value);
	if (/-\d\d-/.test(value.text)) return past(reading, value.text.split('-').reverse().join('/'));
	return pastNumber(reading, value, hints);
}

/** Past words that must be there. */
function past({ passed, ahead, faults }: Reading, part: string): Reading {
	const at = ahead.indexOf(part);
	if (at < 0) return { passed, ahead, faults: [...faults, `the file has «${part}»`] };
	return {
		passed: `${passed}${ahead.slice(0, at)} `,
		ahead: ahead.slice(at + part.length),
		faults
	};
}

/** A figure that nobody knows, or that nobody asks: the page says so, and why. */
function pastUnknown(reading: Reading, { status, isNow }: FileValue): Reading {
	if (status === '') return reading;
	const [told, given] = /^niet (?:bekend|van toepassing)(?:: ([^;]*))?/.exec(status) ?? [];
	if (told === undefined)
		return { ...reading, faults: [...reading.faults, `the file has nothing with «${status}»`] };
	const why = given ?? (told === 'niet van toepassing' ? told : '');
	const reason = why && !isNow ? ` \\( ?${escaped(why)} ?\\)` : '';
	const said = new RegExp(`${isNow ? 'nu bekend: ' : ''}${UNKNOWN}${reason}`).exec(reading.ahead);
	return past(reading, said?.[0] ?? status);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function pastNumber(reading: Reading, value: FileValue, hints: string): Reading {
	const { passed, ahead, faults } = reading;
	const found = [...ahead.matchAll(WRITTEN)].find((one) => agrees(one.groups ?? {}, value));
	if (!found)
		return { ...reading, faults: [...faults, `the file has ${value.text} ${value.status}`] };
	const behind = ahead.slice(found.index + found[0].length);
	const unit = unitBehind(behind, value);
	const [marks = ''] = /^(?:\s?\^[vs]|\s*\(voorlopig\))*/.exec(behind.slice(unit.length)) ?? [];
	const about = found.groups?.['about'] ?? '';
	return {
		passed: `${passed}${ahead.slice(0, found.index)} `,
		ahead: behind.slice(unit.length + marks.length),
		faults: [
			...faults,
			...unitFaults(unit, value),
			...(found.groups?.['sign'] === '+' ? [] : turnedFaults(unit, value)),
			...markFaults(`${about}${marks}`, value),
			...(value.isNow ? [] : hintFaults(`${hints} ${marks}`, value))
		]
	};
}

/** Whether a number as it is written is that of the file, rounded and with its sign. */
function agrees(found: Record<string, string | undefined>, { text, sign, isNow }: FileValue) {
	const meant = sign * Number(text);
	if (isNow !== (found['now'] !== undefined)) return false;
	if (found['size'] === undefined) return meant === 0;
	const size = Number(found['size'].replaceAll('.', '').replace(',', '.'));
	const shown = found['sign'] === '−' ? -size : size;
	return Math.abs(meant - shown) <= 0.5 * 10 ** -(found['decimals']?.length ?? 0) + 1e-9;
}

/** The unit behind a number, if it has one in file or head, and that it is more than was asked. */
function unitBehind(behind: string, { unit, head }: FileValue): string {
	const [named = '', word = ''] = /^\s*(%|\p{L}+)/u.exec(behind) ?? [];
	const isUnit = unit !== '' || (word === '%' && head.includes('%'));
	const own = isUnit ? named : '';
	const [more = ''] = new RegExp(`^\\s*(?:${AGAINST.source})`).exec(behind.slice(own.length)) ?? [];
	return own + more;
}

function unitFaults(written: string, { unit, text }: FileValue): string[] {
	const word = written.replace(AGAINST, '').trim();
	const isSame =
		word === unit || (Math.abs(Number(text)) === 1 && unit.startsWith(word)) || unit === '';
	if (word === '' && Number(text) === 0) return []; // «geen» stands without a unit
	return isSame ? [] : [`the file counts «${unit}», the page «${word}»`];
}

/** A number that the page writes the other way round stands there with a plus or with words. */
const turnedFaults = (unit: string, { status }: FileValue): string[] =>
	status.includes(MORE) === OVER.test(unit)
		? []
		: [`the status is «${status}», the page says «${unit}» behind the number`];

/** Each status that has a mark on the page, with that mark. */
const MARKS = [
	['raming', /≈|ongeveer|raming/],
	['vooruitzicht', /\^v/],
	['samengesteld', /\^s/]
] as const;

const markFaults = (marks: string, { status }: FileValue): string[] =>
	MARKS.filter(([word, mark]) => status.includes(word) !== mark.test(marks)).map(
		([word]) => `the status is «${status}», the page marks «${marks}»: ${word}?`
	);

/** What the page tells on hover: that a number is provisional, and of which day it is. */
function hintFaults(hints: string, { status, day }: FileValue): string[] {
	const told = [
		...(status.startsWith('voorlopig') ? ['voorlopig'] : []),
		...(day === '' ? [] : [day.split('-').reverse().join('/')])
	];
	return told.filter((one) => !hints.includes(one)).map((one) => `the page does not tell «${one}»`);
}
