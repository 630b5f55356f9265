import type { Order } from '#lib/tables/table.ts';

/** In which order the rows of a list stand. */
interface Filter {
	sort: string;
	descending: boolean;
}

/**
 * The order of a list, and the addresses of the others: numbers from high to low first, names from A, and the same column
 * again the other way round.
 * @param change makes addresses of the same page
 * @param anchor where the list stands on it
 */
export const orderOf = (
	{ sort: by, descending }: Filter,
	change: (parameters: Record<string, string | null>) => string,
	anchor = ''
): Order => ({
	by,
	descending,
	href: (sort) => {
		const first = sort === 'naam' ? null : 'af';
		const again = descending ? null : 'af';
		return change({ orde: sort, richting: by === sort ? again : first }) + anchor;
	}
});
