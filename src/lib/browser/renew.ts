// The same page at another address, put in the place of what stands, but for one element that stays as it is.

/** What the site answers to an address: its status and the page, which says why when it refuses; null without an answer. */
export async function answerAt(
	address: string
): Promise<{ status: number; page: Document } | null> {
	const answer = await fetch(address).catch(() => null);
	if (!answer) return null;
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	return { status: answer.status, page };
}

/** The page at an address; null when the site does not give one. */
export async function pageAt(address: string): Promise<Document | null> {
	const answer = await answerAt(address);
	return answer?.status === 200 ? answer.page : null;
}

/** Puts in the place of all around an element what stands around its like; gives what came. */
function renewAround(place: Element, kept: Element, fresh: Element, like: Element): Element[] {
	if (place === kept) return [];
	const [held, coming] = [childWith(place, kept), childWith(fresh, like)];
	if (!held || !coming) return [];
	for (const child of [...place.childNodes]) if (child !== held) child.remove();
	const nodes = [...fresh.childNodes];
	const at = nodes.indexOf(coming);
	const came = nodes.filter((node): node is Element => node !== coming && node instanceof Element);
	held.before(...nodes.slice(0, at));
	held.after(...nodes.slice(at + 1));
	return [...came, ...renewAround(held, kept, coming, like)];
}

const childWith = (place: Element, inside: Element): Element | undefined =>
	[...place.children].find((child) => child.contains(inside));

/** Makes the page say what another one says, but for an element, which stays where the reader sees it, and its like; gives what came. */
export function renew(kept: Element, page: Document, like: Element): Element[] {
	document.title = page.title;
	const around = kept.closest('main');
	const fresh = like.closest('main');
	const told = page.querySelectorAll('[data-address]');
	document
		.querySelectorAll('[data-address]')
		.forEach((one, at) => (one.textContent = told[at]?.textContent ?? one.textContent));
	if (!around || !fresh) return [];
	const { top } = kept.getBoundingClientRect();
	const scrolled = scrollY;
	const came = renewAround(around, kept, fresh, like);
	scrollTo({ top: scrolled, behavior: 'instant' });
	scrollBy({ top: kept.getBoundingClientRect().top - top, behavior: 'instant' });
	return came;
}
