import { wordsOf } from './html.ts';
import { open, type Reading } from './reader.ts';

/** What a reader fills in or ticks, by the name of a field or the first words of its label. */
export type Filled = Readonly<Record<string, string | boolean>>;

const nameOf = (field: Element): string => field.getAttribute('name') ?? '';

function labelOf(field: Element): string {
	const id = field.getAttribute('id');
	const beside = id ? field.ownerDocument.querySelector(`label[for="${id}"]`) : null;
	return wordsOf(field.closest('label') ?? beside);
}

const isBox = (field: Element): boolean =>
	['checkbox', 'radio'].includes(field.getAttribute('type') ?? '');

/** Whether a reader means this field with some words: a box by its whole label, another by its name or how its label begins. */
const isMeant = (field: Element, words: string): boolean =>
	isBox(field)
		? labelOf(field) === words
		: nameOf(field) === words || labelOf(field).startsWith(words);

const fieldsOf = (form: Element): Element[] =>
	[...form.querySelectorAll('input, select, textarea')].filter(
		(one) => nameOf(one) && !one.hasAttribute('disabled')
	);

const has = (form: Element, filled: Filled): boolean =>
	Object.keys(filled).every((words) => fieldsOf(form).some((field) => isMeant(field, words)));

const valueOfOption = (option: Element): string => option.getAttribute('value') ?? wordsOf(option);

/** What a choice sends: the option of these words, else the marked one, else the first. @throws Error when there is none */
function chosenIn(choice: Element, words: string | undefined): string {
	const options = [...choice.querySelectorAll('option')];
	const wanted =
		words === undefined
			? (options.find((one) => one.hasAttribute('selected')) ?? options[0])
			: options.find((one) => [valueOfOption(one), wordsOf(one)].includes(words));
	if (!wanted) throw new Error(`${nameOf(choice)} has no choice «${words}».`);
	return valueOfOption(wanted);
}

/** What is written in a field. @throws Error when a browser would not send it */
function written(field: Element, words: string): string {
	const as = (text: string | null) =>
		field.getAttribute('type') === 'number' ? Number(text) : (text ?? '');
	const [least, most] = [field.getAttribute('min'), field.getAttribute('max')];
	if ((least && as(words) < as(least)) || (most && as(words) > as(most)))
		throw new Error(`${nameOf(field)} is not to be «${words}».`);
	return words;
}

/** What a field sends, as it came or as it was filled in; nothing from a box that is not ticked. */
function sentBy(field: Element, filled: Filled): string | null {
	const key = Object.keys(filled).find((words) => isMeant(field, words));
	const given = key === undefined ? undefined : filled[key];
	if (isBox(field))
		return (given ?? field.hasAttribute('checked')) ? (field.getAttribute('value') ?? 'on') : null;
	const words = given === undefined ? undefined : String(given);
	if (field.localName === 'select') return chosenIn(field, words);
	if (words !== undefined) return written(field, words);
	return field.getAttribute('value') ?? (field.localName === 'textarea' ? wordsOf(field) : '');
}

/** The address that a form which asks for a page leads to when a button of it is pressed, made as a browser makes it. */
function addressOf(form: Element, button: Element, filled: Filled, at: URL): URL {
	if (!/^get$/i.test(form.getAttribute('method') ?? 'get')) throw new Error('The form sends data.');
	const pairs = fieldsOf(form).flatMap((field) => {
		const value = sentBy(field, filled);
		return value === null ? [] : [[nameOf(field), value]];
	});
	if (nameOf(button)) pairs.push([nameOf(button), button.getAttribute('value') ?? '']);
	const address = new URL(form.getAttribute('action') ?? at.href, at);
	address.search = new URLSearchParams(pairs).toString();
	return address;
}

/**
 * Fills in a form, presses its button of these words, and goes where that leads: what a reader without JavaScript does.
 * @throws Error when no form has that button and those fields, or a browser would not send it
 */
export async function press(at: Reading, words: string, filled: Filled = {}): Promise<Reading> {
	const button = [...at.document.querySelectorAll('form button')].find(
		(one) => wordsOf(one) === words && has(one.closest('form') as Element, filled)
	);
	const form = button?.closest('form');
	if (!button || !form) throw new Error(`No form on ${at.url.href} to press «${words}».`);
	return open(addressOf(form, button, filled, at.url).href);
}
