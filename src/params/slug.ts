/** The slug of a region: lower-case words joined by hyphens. */
export const match = (text: string): boolean =>
	/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length < 100;
