/** How often something may be tried: by one visitor, and by all together. */

/** Counts attempts in a window of time; what is older is forgotten. */
export class RateLimit {
	readonly #each: number;
	readonly #all: number;
	readonly #window: number;
	#began = 0;
	#counts = new Map<string, number>();
	#total = 0;

	/** @param window milliseconds */
	constructor({ each, all, window }: { each: number; all: number; window: number }) {
		this.#each = each;
		this.#all = all;
		this.#window = window;
	}

	/** Counts an attempt; false when it is one too many, which then uses up nothing of others. @param now milliseconds */
	take(visitor: string, now = Date.now()): boolean {
		if (now - this.#began >= this.#window) {
			this.#began = now;
			this.#counts.clear();
			this.#total = 0;
		}
		const count = this.#counts.get(visitor) ?? 0;
		if (count >= this.#each || this.#total >= this.#all) return false;
		this.#counts.set(visitor, count + 1);
		this.#total++;
		return true;
	}
}
