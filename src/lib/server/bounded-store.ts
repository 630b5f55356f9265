/** Keeps values under their keys up to a number of bytes; the least recently used go first. */
export class BoundedStore<Value> {
	readonly #values = new Map<string, Value>();
	readonly #maxBytes: number;
	readonly #size: (value: Value) => number;
	#bytes = 0;

	/** @param size bytes that a value counts for, always the same for one value */
	constructor(maxBytes: number, size: (value: Value) => number) {
		this.#maxBytes = maxBytes;
		this.#size = size;
	}

	/** The value, which then counts as just used. */
	find(key: string): Value | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	/** Keeps a value in place of an earlier one; a value larger than the whole store is not kept. */
	keep(key: string, value: Value): void {
		this.#forget(key);
		if (this.#size(value) > this.#maxBytes) return;
		this.#values.set(key, value);
		this.#bytes += this.#size(value);
		for (const oldest of this.#values.keys()) {
			if (this.#bytes <= this.#maxBytes) return;
			this.#forget(oldest);
		}
	}

	#forget(key: string): void {
		const value = this.#values.get(key);
		if (value === undefined) return;
		this.#values.delete(key);
		this.#bytes -= this.#size(value);
	}
}
