/** Everything that v1 answers. */
import { OPERATIONS } from '#lib/server/api/operations.ts';
import type { Answering } from '../answer.ts';
import * as municipalities from './municipalities.ts';
import * as published from './published.ts';
import * as regions from './regions.ts';
import * as scenarios from './scenarios.ts';

const ANSWERS = new Map(
	[municipalities, regions, scenarios, published]
		.flatMap((room) => Object.values<Answering>(room))
		.map((one) => [one.operation.id, one])
);

/** Every form of every operation, by its path: what stands between slashes looks as its parameter is declared. */
const FORMS = OPERATIONS.flatMap(({ id, path, at }) => {
	const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const shape = at[name]?.json?.['pattern'];
		return `(?<${name}>${typeof shape === 'string' ? shape.replace(/^\^|\$$/g, '') : '[^/]+'})`;
	});
	const answer = ANSWERS.get(id);
	return [
		{ path: `${path}.csv`, at: new RegExp(`^${pattern}\\.csv$`), answer: answer?.csv },
		{ path, at: new RegExp(`^${pattern}$`), answer: answer?.json }
	].flatMap(({ answer, ...form }) => (answer ? [{ ...form, answer }] : []));
});

/** The paths that are answered, as the document writes them. */
export const PATHS = FORMS.map(({ path }) => path);

/** What answers at a path below the root; null where nothing does. */
export function answerAt(path: string): ((url: URL) => Promise<Response>) | null {
	for (const { at, answer } of FORMS) {
		const found = at.exec(`/${path}`);
		if (found) return (url) => answer({ url, params: { ...found.groups } });
	}
	return null;
}
