/** Where a publication tells what it brought and what it changed. */
export const publicationPath = (id: number | null | undefined): string =>
	`/cijfers/publicaties/${id}`;
