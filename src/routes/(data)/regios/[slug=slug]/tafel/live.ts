// The table answers while one moves: the same component as on the server, made anew in the browser.
import { mount } from 'svelte';
import { offerCopies } from '#lib/browser/copy.ts';
import { PROPOSAL } from '#lib/text/proposal.ts';
import type { AtTable } from './at-table.ts';
import Negotiating from './Negotiating.svelte';

/** Milliseconds after a change before the address follows: a browser bears few changes of it a second. */
const PAUSE = 150;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Lets the address tell the proposal as it stands; what is printed around the table says that address too. */
function follow(address: string): void {
	clearTimeout(timer);
	timer = setTimeout(() => {
		const before = location.href;
		history.replaceState(null, '', address);
		for (const one of document.querySelectorAll('[data-address]'))
			one.textContent = (one.textContent ?? '').replace(before, location.href);
	}, PAUSE);
}

/** A form around the table sends the proposal as it stands, not as it was when the page came. */
function sendAsItStands({ target }: Event): void {
	if (!(target instanceof HTMLFormElement) || target.method !== 'get') return;
	if (new URL(target.action).pathname !== location.pathname) return;
	const { searchParams } = new URL(location.href);
	for (const name of [PROPOSAL.parts, PROPOSAL.exchanges]) {
		target.querySelector(`input[type=hidden][name="${name}"]`)?.remove();
		const value = searchParams.get(name);
		if (value) target.append(hidden(name, value));
	}
}

const hidden = (name: string, value: string): HTMLInputElement =>
	Object.assign(document.createElement('input'), { type: 'hidden', name, value });

const place = document.getElementById('tafel');
const told = document.getElementById('tafel-gegevens')?.textContent;
if (place && told) {
	place.replaceChildren();
	mount(Negotiating, { target: place, props: { ...(JSON.parse(told) as AtTable), follow } });
	offerCopies(place);
	document.addEventListener('submit', sendAsItStands);
}
