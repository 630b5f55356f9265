/** Keeps values under their keys up to a number of bytes; the least recently used go first. */
export class BoundedStore<Value> {
	/** In the order of their last use. */
	readonly #values = new Map<string, Value>();
	readonly #maxBytes: number;
	readonly #size: (value: Value) => number;
	#bytes = 0;

	/** @param size bytes that a value counts for, always the same for one value */
	constructor(maxBytes: number, size: (value: Value) => number) {
		this.#maxBytes = maxBytes;
		this.#size = size;
	}

	/** The value, which does not count as a use of it. */
	find(key: string): Value | undefined {
		return this.#values.get(key);
	}

	/** The value, used just now. */
	use(key: string): Value | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	/** Keeps a new value as just used, or one in place of an earlier one; a value larger than the store is not kept. */
	keep(key: string, value: Value): void {
		const earlier = this.#values.get(key);
		this.#values.set(key, value);
		this.#bytes += this.#size(value) - (earlier === undefined ? 0 : this.#size(earlier));
		if (this.#size(value) > this.#maxBytes) this.forget(key);
		for (const oldest of this.#values.keys()) {
			if (this.#bytes <= this.#maxBytes) return;
			this.forget(oldest);
		}
	}

	/** The values, the one that was used last first. */
	latest(): [key: string, value: Value][] {
		return [...this.#values].reverse();
	}

	forget(key: string): void {
		const value = this.#values.get(key);
		if (value === undefined) return;
		this.#values.delete(key);
		this.#bytes -= this.#size(value);
	}
}
