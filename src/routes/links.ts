/** The parameters that fix the moment; they travel along from page to page. */
const MOMENT = ['op', 'bekend', 'structuur'];

/**
 * Makes addresses that keep the moment of the current page.
 * @returns a function from a path and other parameters (null leaves one out) to an address
 */
export function linksFrom(url: URL) {
	return (path: string, parameters: Record<string, string | null> = {}): string => {
		const kept = new URLSearchParams();
		for (const name of MOMENT) {
			const value = url.searchParams.get(name);
			if (value) kept.set(name, value);
		}
		return withParameters(path, kept, parameters);
	};
}

/** Makes addresses of the same page with some parameters changed and all others kept. */
export function changesTo(url: URL) {
	return (parameters: Record<string, string | null>): string =>
		withParameters(url.pathname, new URLSearchParams(url.searchParams), parameters);
}

function withParameters(
	path: string,
	kept: URLSearchParams,
	parameters: Record<string, string | null>
): string {
	for (const [name, value] of Object.entries(parameters)) {
		if (value === null) kept.delete(name);
		else kept.set(name, value);
	}
	const query = kept.toString();
	return query ? `${path}?${query}` : path;
}
