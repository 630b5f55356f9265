// Switches, filters, orders and dates change the page in place: links and forms within `data-in-place` that ask the same page at
// another address. The answer is the page that the site gives there; the address follows, and the way back works.
import { show as showTip } from './marks.ts';
import { pageAt } from './renew.ts';

/** Parts of a page that one does not have alone: they have a script of their own, or fields that must not be filled in anew. */
const ALIVE = '[data-alive], form[data-edit]';
const PLACE = '[data-in-place]';
const FIELDS = 'a[href], button, input:not([type=hidden]), select, summary';
/** What tells the moment and the municipality of the page around it, as the page itself does. */
const PARTS = 'body > header, body > * > header, main, body > footer, body > * > footer';

type Enliven = (part: ParentNode) => void;

/** Path and query of what is shown. */
let shown = '';
/** Of the last question; an answer to an earlier one comes too late. */
let asked = 0;

const all = <Found extends Element>(selector: string, within: ParentNode = document): Found[] => [
	...within.querySelectorAll<Found>(selector)
];

/** An element of the page, told so that its like can be found in another state of the page. */
interface Spot {
	place: number;
	field: number;
}

function spotOf(element: Element | null): Spot | null {
	const around = element?.closest(PLACE);
	if (!element || !around) return null;
	return { place: all(PLACE).indexOf(around), field: all(FIELDS, around).indexOf(element) };
}

const placeOf = (spot: Spot | null): Element | undefined =>
	spot ? all(PLACE)[spot.place] : undefined;

/** What was folded open stays so: told by its summary and its rank among those with the same. */
function openDetails(): () => void {
	const keyed = () => {
		const seen = new Map<string, number>();
		return all<HTMLDetailsElement>('main details').map((details) => {
			const summary = details.querySelector('summary')?.textContent ?? '';
			const nth = (seen.get(summary) ?? 0) + 1;
			seen.set(summary, nth);
			return { details, key: `${nth} ${summary}` };
		});
	};
	const open = new Set(keyed().flatMap(({ details, key }) => (details.open ? [key] : [])));
	return () => {
		for (const { details, key } of keyed()) if (open.has(key)) details.open = true;
	};
}

/** Puts what another state of the page says in the place of what stands. */
function replace(page: Document, enliven: Enliven): void {
	showTip(null);
	document.title = page.title;
	const told = all('[data-address]', page);
	all('head [data-address]').forEach((one, at) => {
		one.textContent = told[at]?.textContent ?? one.textContent;
	});
	const fresh = all(PARTS, page);
	all(PARTS).forEach((part, at) => {
		part.replaceChildren(...(fresh[at]?.childNodes ?? []));
		enliven(part);
	});
}

/** Where it is said what came of a change: there before the words come, or they are not heard. */
function statusLine(): Element {
	const made = document.querySelector('body > [role=status]');
	if (made) return made;
	const status = document.createElement('div');
	status.className = 'hidden';
	status.setAttribute('role', 'status');
	document.body.append(status);
	return status;
}

/** Says in short what came of it: what is current where it was asked, or what the page is headed by. */
function say(place: Element | undefined, status: Element): void {
	const current = place?.querySelector('[aria-current], [aria-sort]')?.textContent;
	const label = place?.getAttribute('aria-label') ?? '';
	const words = current ? `${label} ${current}` : document.querySelector('h1')?.textContent;
	status.textContent = (words ?? '').replace(/\s+/g, ' ').trim();
}

/** Shows the page of an address in place, with focus and scroll where they were; where that cannot be, the browser goes there. */
async function show(address: string, spot: Spot | null, enliven: Enliven): Promise<boolean> {
	const question = ++asked;
	const status = statusLine();
	const page = await pageAt(address);
	if (question !== asked) return false;
	if (!page?.querySelector('main') || all(PARTS, page).length !== all(PARTS).length) {
		location.assign(address);
		return false;
	}
	const top = placeOf(spot)?.getBoundingClientRect().top;
	const scrolled = scrollY;
	const reopen = openDetails();
	replace(page, enliven);
	reopen();
	const place = placeOf(spot);
	const field = spot && place ? all<HTMLElement>(FIELDS, place)[spot.field] : undefined;
	field?.focus({ preventScroll: true });
	scrollTo({ top: scrolled, behavior: 'instant' });
	if (place && top !== undefined)
		scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' });
	say(place, status);
	return true;
}

async function go(address: string, from: Element, enliven: Enliven): Promise<void> {
	if (!(await show(address, spotOf(from), enliven))) return;
	history.replaceState({ inPlace: true }, '');
	history.pushState({ inPlace: true }, '', address);
	shown = location.pathname + location.search;
}

/** The address that a form would send, without what was left empty. */
function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): URL {
	const address = new URL(form.action);
	const fields = [...new FormData(form, submitter)].filter(([, value]) => value !== '');
	const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
	address.search = query.toString().replaceAll('%2C', ',');
	return address;
}

/** Whether an address is this page in another state. */
const isHere = ({ origin, pathname, search }: URL | HTMLAnchorElement): boolean =>
	origin === location.origin && pathname === location.pathname && search !== location.search;

const canStay = (from: Element): boolean => !!from.closest(PLACE) && !document.querySelector(ALIVE);

/** Lets what stands within `data-in-place` change the page in place; `enliven` gives what comes its marks, arrows and buttons. */
export function changeInPlace(enliven: Enliven): void {
	shown = location.pathname + location.search;
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const isPlain =
			event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
		if (event.defaultPrevented || !link || !isPlain || !isHere(link) || !canStay(link)) return;
		event.preventDefault();
		void go(link.href, link, enliven);
	});
	document.addEventListener('submit', (event) => {
		const form = event.target instanceof HTMLFormElement ? event.target : null;
		if (event.defaultPrevented || form?.method !== 'get' || !canStay(form)) return;
		const address = addressOf(form, event.submitter);
		if (!isHere(address)) return;
		event.preventDefault();
		const focused = document.activeElement;
		void go(address.href, focused && form.contains(focused) ? focused : form, enliven);
	});
	addEventListener('popstate', ({ state }: PopStateEvent) => {
		const address = location.pathname + location.search;
		if (!(state as { inPlace?: boolean } | null)?.inPlace || address === shown) return;
		shown = address;
		void show(location.href, spotOf(document.activeElement), enliven);
	});
}
