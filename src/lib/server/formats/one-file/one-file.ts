import { parse, serialize } from 'parse5';
import { policyFor } from './policy.ts';
import { styleWithin } from './styles.ts';
import { elementsIn, make, replace, set, textOf, valueOf, write, type Element } from './tree.ts';

/** A page of the site and what it needs, to bring into one file. */
export interface Whole {
	/** The page as the site sends it. */
	html: string;
	/** The address to which its links are relative. */
	address: URL;
	/** A file of the site by its path; null when there is none. */
	file: (path: string) => Buffer | null;
}

/** Set on a link that leaves the file, so that it can say that it needs the network. */
export const LEAVES = 'data-leaves';

const TYPES: Record<string, string> = {
	png: 'image/png',
	svg: 'image/svg+xml',
	woff2: 'font/woff2'
};

/** An address that asks for nothing. */
const STANDS_HERE = /^(#|data:)/;

/** What is done with an element of each name; the others are only looked at. */
const BRINGING: Record<string, (element: Element, whole: Whole) => void> = {
	a: lead,
	form: (element) => replace(element),
	img: (element, whole) =>
		set(element, 'src', dataAt(valueOf(element, 'src') ?? '', whole.address, whole)),
	link: bringInLink,
	script: bringInScript,
	style: (element, whole) => write(element, styleAt(textOf(element), whole.address, whole))
};

/** Attributes with which an element loads something. */
const LOADING = new Set(['src', 'srcset', 'poster', 'data', 'background', 'srcdoc', 'ping']);
/** Attributes that are written as in a style sheet. */
const STYLED = new Set(['style', 'fill', 'stroke', 'mask', 'clip-path', 'filter']);

/**
 * The page as one file that asks for nothing: styles, fonts, scripts and pictures stand in it, and a policy of its own
 * forbids the browser to load anything else. Links on the page itself stay; all others become whole addresses of the
 * site. Forms go, for they ask.
 * @throws Error for what it does not know how to bring in
 */
export function oneFile(whole: Whole): string {
	const page = parse(whole.html);
	for (const element of elementsIn(page)) BRINGING[element.tagName]?.(element, whole);
	const elements = elementsIn(page);
	for (const element of elements) bringInAttributes(element, whole);
	const policy = make('meta', {
		'http-equiv': 'content-security-policy',
		content: policyFor(elements)
	});
	elements.find(({ tagName }) => tagName === 'head')?.childNodes.unshift(policy);
	return serialize(page);
}

/** A link on the page stays one; any other becomes a whole address, with a mark. */
function lead(element: Element, { address }: Whole): void {
	const href = valueOf(element, 'href');
	if (href === null || href.startsWith('#')) return;
	const target = new URL(href, address);
	const isHere = target.hash !== '' && target.href.replace(target.hash, '') === address.href;
	set(element, 'href', isHere ? target.hash : target.href);
	if (!isHere) set(element, LEAVES, '');
}

/** A style sheet becomes a style, an icon keeps its picture; what is only a hint goes. */
function bringInLink(element: Element, whole: Whole): void {
	const [rel, href] = [valueOf(element, 'rel'), valueOf(element, 'href') ?? ''];
	if (rel === 'icon') return set(element, 'href', dataAt(href, whole.address, whole));
	if (rel !== 'stylesheet') return replace(element);
	const place = new URL(href, whole.address);
	const style = make('style', {});
	write(style, styleAt(fileAt(place, whole).toString(), place, whole));
	replace(element, style);
}

function bringInScript(element: Element, whole: Whole): void {
	const src = valueOf(element, 'src');
	if (src === null) return;
	const script = fileAt(new URL(src, whole.address), whole).toString();
	if (/<\/script|<!--/i.test(script)) throw new Error(`${src} would end the script it stands in.`);
	set(element, 'src', null);
	write(element, script);
}

const styleAt = (css: string, place: URL, whole: Whole): string =>
	styleWithin(css, (address) => dataAt(address, place, whole));

/** What stands at an address as a `data:` address; a part of the page itself stays as it is. */
function dataAt(address: string, place: URL, whole: Whole): string {
	if (STANDS_HERE.test(address)) return address;
	const target = new URL(address, place);
	const type = TYPES[target.pathname.split('.').at(-1) ?? ''];
	if (!type) throw new Error(`${target.pathname} is of a kind that is not brought into one file.`);
	return `data:${type};base64,${fileAt(target, whole).toString('base64')}`;
}

function fileAt({ origin, pathname }: URL, { address, file }: Whole): Buffer {
	const found = origin === address.origin ? file(pathname) : null;
	if (!found) throw new Error(`The site has no file ${pathname} to bring into one file.`);
	return found;
}

/** @throws Error when an attribute would still load something that does not stand in the page */
function bringInAttributes({ tagName, attrs }: Element, whole: Whole): void {
	for (const one of attrs) {
		if (STYLED.has(one.name)) one.value = styleAt(one.value, whole.address, whole);
		const loads = LOADING.has(one.name) || (one.name === 'href' && tagName !== 'a');
		if (loads && !STANDS_HERE.test(one.value))
			throw new Error(`<${tagName} ${one.name}="${one.value}"> cannot be brought into one file.`);
	}
}
