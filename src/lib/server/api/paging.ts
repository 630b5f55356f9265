/** Which part of a list is asked; without a limit all that follows. */
export interface PageAsked {
	limit?: number | null;
	offset?: number | null;
}

/** A part of a list, and how many items the whole list has. */
export class Paging {
	/** At most so many items; infinite when not asked. */
	limit: number;
	readonly offset: number;
	/** Null as long as no list was asked for. */
	total: number | null = null;

	constructor({ limit, offset }: PageAsked) {
		this.limit = limit ?? Infinity;
		this.offset = offset ?? 0;
	}

	/** Gives at most so many items, also when more were asked, or all. */
	atMost(items: number): this {
		this.limit = Math.min(this.limit, items);
		return this;
	}

	/** The items of the part that is asked. */
	of<Item>(items: readonly Item[]): readonly Item[] {
		this.total = items.length;
		return items.slice(this.offset, this.offset + this.limit);
	}

	/** How many items the whole list has, and the addresses of the parts around this one (RFC 8288). */
	headers({ pathname, searchParams }: URL): Record<string, string> {
		if (this.total === null) return {};
		const addressOf = (offset: number) => {
			const query = new URLSearchParams(searchParams);
			query.set('limit', `${this.limit}`);
			query.set('offset', `${offset}`);
			return `${pathname}?${query}`.replaceAll('%2C', ',');
		};
		const links = Object.entries(this.#others(this.total)).map(
			([name, offset]) => `<${addressOf(offset)}>; rel="${name}"`
		);
		return {
			'x-total-count': `${this.total}`,
			...(links.length > 0 && { link: links.join(', ') })
		};
	}

	/** Where the other parts begin; none when all is given. */
	#others(total: number): Record<string, number> {
		const [limit, offset] = [this.limit, this.offset];
		if (limit === Infinity) return {};
		const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
		return {
			first: 0,
			...(offset > 0 && { prev: Math.max(0, Math.min(offset, total) - limit) }),
			...(offset + limit < total && { next: offset + limit }),
			last
		};
	}
}
