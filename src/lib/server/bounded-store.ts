/** Keeps values under their keys up to a number of bytes; the least recently used go first. */
export class BoundedStore<Value> {
	/** In the order of their last use, with the bytes that they counted for when they were kept. */
	readonly #held = new Map<string, { value: Value; bytes: number }>();
	readonly #maxBytes: number;
	readonly #size: (value: Value) => number;
	#bytes = 0;

	/** @param size bytes that a value counts for from the moment that it is kept */
	constructor(maxBytes: number, size: (value: Value) => number) {
		this.#maxBytes = maxBytes;
		this.#size = size;
	}

	/** The value, which does not count as a use of it. */
	find(key: string): Value | undefined {
		return this.#held.get(key)?.value;
	}

	/** The value, used just now. */
	use(key: string): Value | undefined {
		const held = this.#held.get(key);
		if (held === undefined) return undefined;
		this.#held.delete(key);
		this.#held.set(key, held);
		return held.value;
	}

	/**
	 * Keeps a new value as just used, or one in place of an earlier one, or the same one that has another size now; a value
	 * larger than the store is not kept.
	 */
	keep(key: string, value: Value): void {
		this.forget(key);
		const bytes = this.#size(value);
		if (bytes > this.#maxBytes) return;
		this.#held.set(key, { value, bytes });
		this.#bytes += bytes;
		for (const oldest of this.#held.keys()) {
			if (this.#bytes <= this.#maxBytes) return;
			this.forget(oldest);
		}
	}

	/** The values, the one that was used last first. */
	latest(): [key: string, value: Value][] {
		return [...this.#held].map(([key, { value }]): [string, Value] => [key, value]).reverse();
	}

	forget(key: string): void {
		this.#bytes -= this.#held.get(key)?.bytes ?? 0;
		this.#held.delete(key);
	}
}
