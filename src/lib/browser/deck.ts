// Slides by key: what a projector page gains from JavaScript. Without it the slides stand under each other, with links.

const root = document.documentElement;
const slides = [...document.querySelectorAll<HTMLElement>('[data-slide]')];
/** What stands beside the slides in the same file: paper, read as any page. */
const paper = document.querySelector('[data-paper]');
const said = document.querySelector('[data-said]');

/** How long (ms) a second digit is waited for. */
const PATIENCE = 900;

// --- one slide at a time ---

/** What an address means: a slide, the one around a part, or the paper. */
function meantBy(hash: string): HTMLElement | null {
	const target = document.getElementById(hash.slice(1));
	if (target && paper?.contains(target)) return null;
	return target?.closest<HTMLElement>('[data-slide]') ?? slides[0] ?? null;
}

const currentIndex = () => slides.findIndex((slide) => slide.hasAttribute('data-current'));
const isOnPaper = () => root.getAttribute('data-showing') === 'paper';

/** Shows one slide, or the paper for null. */
function show(shown: HTMLElement | null) {
	root.setAttribute('data-showing', shown ? 'slide' : 'paper');
	for (const slide of slides) slide.toggleAttribute('data-current', slide === shown);
}

/** A slide that comes is given the focus, so that it is read out. */
function enter(coming: HTMLElement | null) {
	show(coming);
	if (!coming) return document.getElementById(location.hash.slice(1))?.scrollIntoView();
	coming.focus({ preventScroll: true });
	scrollTo(0, 0);
}

/** Goes to the slide at a place; the address follows, without a step in the history for each. */
function go(index: number) {
	const slide = slides[Math.min(Math.max(index, 0), slides.length - 1)];
	if (!slide) return;
	enter(slide);
	history.replaceState(null, '', `#${slide.id}`);
}

/** Whether a slide that is higher than the window goes on in a direction: then the key scrolls. */
function goesOn(way: number) {
	const below = root.scrollHeight - innerHeight - scrollY;
	return way > 0 ? below > 1 : scrollY > 1;
}

// --- the number of a municipality, in one or two digits ---

let typed = '';
let waiting: ReturnType<typeof setTimeout> | undefined;

/** */
function say(text: string) {
	if (said) said.textContent = text;
}

const numbered = (number: number) =>
	slides.findIndex((slide) => slide.dataset['number'] === String(number));

/** Takes a digit; goes as soon as no second one can follow. */
function type(digit: string) {
	typed += digit;
	clearTimeout(waiting);
	const more = typed === '0' || (typed.length < 2 && numbered(Number(typed) * 10) !== -1);
	if (!more) return follow();
	say(`Gemeente ${typed} …`);
	waiting = setTimeout(follow, PATIENCE);
}

/** Goes to the municipality of the digits typed so far. */
function follow() {
	clearTimeout(waiting);
	const index = numbered(Number(typed));
	say(index === -1 ? `Er is geen gemeente ${Number(typed)}.` : '');
	typed = '';
	if (index !== -1) go(index);
}

/** Forgets digits, and what was said about them. */
function forget() {
	clearTimeout(waiting);
	typed = '';
	say('');
}

// --- the screen and the notes ---

function toggleFullScreen() {
	const asked = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
	asked?.catch(() => say('Deze browser laat geen volledig scherm toe.'));
}

/** The other of dark and light, for the room; nothing of it is kept. */
function toggleDark() {
	const isDark =
		getComputedStyle(root).colorScheme === 'dark' ||
		(!root.hasAttribute('data-room') && matchMedia('(prefers-color-scheme: dark)').matches);
	root.setAttribute('data-room', isDark ? 'light' : 'dark');
}

function toggleNotes() {
	const notes = document.querySelectorAll<HTMLDetailsElement>('[data-notes]');
	const open = ![...notes].some((one) => one.open);
	for (const one of notes) one.open = open;
}

// --- keys ---

const KEYS: Partial<Record<string, () => void>> = {
	ArrowRight: () => go(currentIndex() + 1),
	ArrowLeft: () => go(currentIndex() - 1),
	Home: () => go(0),
	End: () => go(slides.length - 1),
	Escape: () => {},
	d: toggleDark,
	f: toggleFullScreen,
	n: toggleNotes,
	s: toggleNotes
};

/** Keys that first scroll through a slide that is higher than the window. */
function stepOf({ key, shiftKey }: KeyboardEvent) {
	if (key === ' ') return shiftKey ? -1 : 1;
	return { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 }[key] ?? 0;
}

/** Whether a key means something else where it is pressed. */
function isTaken({ key, target, defaultPrevented, ctrlKey, altKey, metaKey }: KeyboardEvent) {
	if (defaultPrevented || ctrlKey || altKey || metaKey) return true;
	if (!(target instanceof Element)) return false;
	if (target.closest('input, select, textarea')) return true;
	if (key === 'Enter') return typed === '';
	return key === ' ' && target.closest('button, summary') !== null;
}

/**
 * What a key does; null: nothing. A key that is held down goes no further than one step.
 */
function meaningOf({ key, repeat }: KeyboardEvent, step: number): (() => void) | null {
	if (/^\d$/.test(key)) return () => type(key);
	if (key === 'Enter') return follow;
	const act = step === 0 ? (KEYS[key] ?? KEYS[key.toLowerCase()]) : () => go(currentIndex() + step);
	return act ? () => (forget(), repeat || act()) : null;
}

/** */
function press(event: KeyboardEvent) {
	if (isOnPaper() || isTaken(event)) return;
	const step = stepOf(event);
	if (step !== 0 && goesOn(step)) return;
	const act = meaningOf(event, step);
	if (!act) return;
	event.preventDefault();
	act();
}

document.addEventListener('keydown', press);
addEventListener('hashchange', () => enter(meantBy(location.hash)));
if (location.hash) enter(meantBy(location.hash));
else show(meantBy(''));
