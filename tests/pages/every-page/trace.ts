import { requested, spokenIn, wordsOf, type Sent } from '../../support/html.ts';
import { isAsLarge, numbersIn, type Written } from './numbers.ts';

/** About how many numbers of a page are followed. */
const FOLLOWED = 20;

/** A number on a page that leads to where it comes from. */
interface Traced {
	href: string;
	text: string;
}

/** Headings of the pages of origin that were asked, for one number stands on many pages. */
const headings = new Map<string, Promise<string>>();

/** The heading of a page; only that is read, for there are many and they are long. */
async function headingAt(href: string): Promise<string> {
	const { status, html } = await requested(new URL(href));
	const [, heading = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
	const words = heading.replace(/<!--.*?-->|<[^>]*>/gs, '').replaceAll('&nbsp;', ' ');
	return status === 200 ? words.replace(/\s+/g, ' ').trim() : `status ${status}`;
}

/** What the page says first that a number leads to. */
function originOf(href: string): Promise<string> {
	const known = headings.get(href) ?? headingAt(href);
	headings.set(href, known);
	return known;
}

const quantityOf = ({ href }: Traced): string | null => {
	const { searchParams } = new URL(href);
	return searchParams.get('cijfer') ?? searchParams.get('reeks');
};

/** The first number of each quantity, and numbers that lie evenly over the page. */
function chosen({ document, url }: Sent): Traced[] {
	const all = [...document.querySelectorAll('main a.figure')].map((link) => ({
		href: new URL(link.getAttribute('href') ?? '', url).href,
		text: spokenIn(link)
	}));
	const first = [...new Map(all.toReversed().map((one) => [quantityOf(one), one])).values()];
	const step = Math.max(1, all.length / Math.max(FOLLOWED - first.length, 6));
	const even = all.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
	return [...new Map([...first, ...even].map((one) => [`${one.href} ${one.text}`, one])).values()];
}

/** Which way a number goes as its origin writes it: without a plus, and with a minus where that means more than was asked. */
function directionAt(origin: string, { direction }: Written): Written['direction'] {
	if (direction !== '+') return direction;
	return origin.includes('(min:') ? '−' : '';
}

/** Words that say a number, as a number. */
const inDigits = (shown: string): string => shown.replace(/\b(geen|precies genoeg)\b/, '0');

/** What is other in the number that an origin tells: nothing when it is the same. */
export function otherThan(shown: string, origin: string): string[] {
	const [[said], [told]] = [numbersIn(inDigits(shown)), numbersIn(origin)];
	if (!said || !told) return [`«${shown}» leads to «${origin}»`];
	const isSame =
		isAsLarge(said, told) &&
		(said.size === 0 || directionAt(origin, said) === told.direction) &&
		said.text.endsWith('%') === told.text.endsWith('%') &&
		shown.startsWith('≈') === origin.startsWith('≈');
	return isSame ? [] : [`«${shown}» leads to «${origin}»`];
}

/** The numbers of a page that lead to another number. */
export async function misled(page: Sent): Promise<string[]> {
	const found = await Promise.all(
		chosen(page).map(async ({ href, text }) =>
			otherThan(text, await originOf(href)).map((one) => `${href}: ${one}`)
		)
	);
	return found.flat();
}

/** The words around numbers without a trace, where nothing explains them. */
export const unexplained = (document: Document): string[] =>
	[...document.querySelectorAll('main span.figure')].flatMap((one) => {
		const row = one.closest('tr, dl, p');
		const isExplained =
			row?.querySelector('a[href*="/publicaties/"]') || leadsToMethod(one.closest('section, main'));
		return isExplained ? [] : [wordsOf(row)];
	});

const parts = new WeakMap<Element, boolean>();

/** Whether a part of a page leads to how its numbers are made. */
function leadsToMethod(part: Element | null): boolean {
	if (!part) return false;
	const leads = parts.get(part) ?? part.querySelector('a[href*="/methode"]') !== null;
	parts.set(part, leads);
	return leads;
}
