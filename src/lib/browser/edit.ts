// Edit and see: a form with `data-edit` has sliders, and what stands around it answers while one moves. Each answer is the
// page that the site gives to the address of the form, so that the two can never differ.
import { answerAt, renew } from './renew.ts';

/** Milliseconds after an answer before the address follows: a browser bears few changes of it a second. */
const PAUSE = 150;

/** The status with which the site says that it cannot answer what is asked. */
const REFUSED = 400;

type Box = HTMLInputElement | HTMLSelectElement;

const boxesOf = (form: HTMLFormElement): Box[] =>
	[...form.elements].filter(
		(one): one is Box =>
			(one instanceof HTMLInputElement || one instanceof HTMLSelectElement) && one.name !== ''
	);

/** The address that the form would send, without what was left empty. */
function addressOf(form: HTMLFormElement): string {
	const filled = boxesOf(form).filter(({ value }) => value !== '');
	const query = new URLSearchParams(filled.map(({ name, value }) => [name, value.trim()]));
	return `${location.pathname}?${query.toString().replaceAll('%2C', ',')}`;
}

/** Lets each slider and its box say the same. */
function pair(form: HTMLFormElement): void {
	for (const slider of form.querySelectorAll<HTMLInputElement>('input[type=range]')) {
		const box = slider.previousElementSibling?.querySelector('input');
		slider.hidden = false;
		slider.addEventListener('input', () => {
			if (box) box.value = slider.value.replace('.', ',');
		});
		box?.addEventListener('input', () => reach(slider, box.value));
	}
}

/** Moves a slider to what a box says, and lets it go as far. */
function reach(slider: HTMLInputElement, text: string): void {
	const value = Number(text.replace(',', '.'));
	if (text === '' || Number.isNaN(value)) return;
	slider.min = `${Math.min(Number(slider.min), value)}`;
	slider.max = `${Math.max(Number(slider.max), value)}`;
	slider.value = `${value}`;
}

/** Fills the boxes in as another form has them. */
function fillAs(form: HTMLFormElement, like: HTMLFormElement): void {
	for (const box of boxesOf(form)) {
		const other = like.elements.namedItem(box.name);
		if (other instanceof HTMLInputElement || other instanceof HTMLSelectElement)
			box.value = other.value;
	}
}

/** Lets the sliders go as far as those of another form, and stand as they do; the one that is held stays. */
function reachAs(form: HTMLFormElement, like: HTMLFormElement): void {
	const [own, others] = [form, like].map((one) => [
		...one.querySelectorAll<HTMLInputElement>('input[type=range]')
	]);
	own?.forEach((slider, at) => {
		const other = others?.[at];
		if (!other || slider === document.activeElement) return;
		const { min, max, value } = other;
		Object.assign(slider, { min, max, value });
	});
}

/** What is asked: an address, and whether the form takes its fields from the answer. */
interface Asked {
	address: string;
	fill: boolean;
}

/** A form that answers while one moves. */
class Edited {
	/** The addresses that were settled on, the last one last. */
	readonly #steps: string[];
	#shown: string;
	#wanted: Asked | null = null;
	#isAsking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #form: HTMLFormElement;
	readonly #enliven: (part: ParentNode) => void;
	readonly #back: HTMLButtonElement | null;

	constructor(form: HTMLFormElement, enliven: (part: ParentNode) => void) {
		this.#form = form;
		this.#enliven = enliven;
		this.#shown = addressOf(form);
		this.#steps = [this.#shown];
		this.#back = form.querySelector('[data-undo]');
	}

	get #settled(): string {
		return this.#steps.at(-1) ?? '';
	}

	begin(): void {
		const form = this.#form;
		pair(form);
		form.querySelectorAll<HTMLElement>('[data-bare]').forEach((one) => (one.hidden = true));
		if (this.#back) this.#back.hidden = false;
		this.#back?.addEventListener('click', () => this.#undo());
		form.addEventListener('input', () => {
			if (form.checkValidity()) this.#ask({ address: addressOf(form), fill: false });
		});
		form.addEventListener('change', () => this.#settle());
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#settle();
		});
	}

	#settle(): void {
		if (!this.#form.reportValidity()) return;
		const address = addressOf(this.#form);
		if (address !== this.#settled) this.#steps.push(address);
		this.#ask({ address, fill: false });
	}

	#undo(): void {
		if (this.#steps.length > 1) this.#steps.pop();
		this.#ask({ address: this.#settled, fill: true });
	}

	/** One question at a time: what was asked between is passed over. */
	#ask(asked: Asked): void {
		this.#wanted = asked;
		if (!this.#isAsking) void this.#answer();
	}

	async #answer(): Promise<void> {
		this.#isAsking = true;
		while (this.#wanted) {
			const asked = this.#wanted;
			this.#wanted = null;
			await this.#show(asked);
		}
		this.#isAsking = false;
	}

	/** Shows the page of an address in place; where that cannot be, the browser goes there. */
	async #show({ address, fill }: Asked): Promise<void> {
		if (address !== this.#shown || fill) {
			const answer = await answerAt(address);
			if (answer?.status === REFUSED) return this.#refuse(answer.page);
			const page = answer?.page;
			const like = page?.querySelector<HTMLFormElement>(`#${this.#form.id}`);
			if (!page || !like || boxesOf(like).length !== boxesOf(this.#form).length) {
				if (address === this.#settled) location.assign(address);
				return;
			}
			if (fill) fillAs(this.#form, like);
			reachAs(this.#form, like);
			renew(this.#form, page, like).forEach(this.#enliven);
			this.#shown = address;
		}
		this.#warn('');
		if (address === this.#settled) this.#tell();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => history.replaceState(null, '', address), PAUSE);
	}

	/** Says why the site does not answer what is asked; what stands around the form stays. */
	#refuse(page: Document): void {
		const why = page.querySelector('main p')?.textContent ?? '';
		this.#warn(`${why} De cijfers blijven die van daarvoor.`);
		this.#offerUndo();
	}

	#warn(words: string): void {
		const warning = this.#form.querySelector<HTMLElement>('[role=alert]');
		if (!warning) return;
		warning.textContent = words;
		warning.hidden = words === '';
	}

	/** Says in short what came of it. */
	#tell(): void {
		const answer = document.getElementById(this.#form.dataset['edit'] ?? '');
		const said = this.#form.querySelector('[role=status]');
		if (said) said.textContent = answer?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
		this.#offerUndo();
	}

	#offerUndo(): void {
		if (this.#back) this.#back.disabled = this.#steps.length === 1;
	}
}

/** Lets every form with `data-edit` answer while one moves; `enliven` gives what comes its marks, arrows and buttons. */
export const editAndSee = (enliven: (part: ParentNode) => void): void =>
	document
		.querySelectorAll<HTMLFormElement>('form[data-edit]')
		.forEach((form) => new Edited(form, enliven).begin());
