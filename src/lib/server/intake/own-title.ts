/** The title of a publication before somebody gives it another: of its file, or saying that it changes an earlier one. */
import { parse } from 'node:path';
import type { Reader } from '../database/schema.ts';
import { keptPublications } from '../queries/publications.ts';
import { LAYOUTS } from '../desk/read/layouts.ts';
import { releaseTitle } from '#lib/text/feed.ts';
import { capital } from '#lib/text/format.ts';
import type { Answers } from './answers.ts';
import type { Intake } from './intake.ts';

/** The title of what a file brings, before somebody says another: of its layout, else its name as words: `Meting 2025`. */
export function titleOf({
	fileName,
	answers,
	result
}: Pick<Intake, 'fileName' | 'answers' | 'result'>): string {
	const layout = LAYOUTS.find(({ name }) => name === result?.looked?.layout);
	const words = parse(fileName)
		.name.replaceAll(/[-_ ]+/g, ' ')
		.trim();
	return answers.title ?? layout?.title ?? (capital(words) || fileName);
}

/**
 * A title that says of itself that it is a correction or a revision, where another publication has it already; a second one of
 * the same says its day too, and a third which it is.
 * @param always whether it says so in any case
 * @param on the day of a second one, as it is written
 */
export async function ownTitle(
	reader: Reader,
	title: string,
	kind: Answers['kind'],
	{ always, on }: { always: boolean; on: string }
): Promise<string> {
	if (kind !== 'correction' && kind !== 'revision') return title;
	const taken = new Set((await keptPublications(reader)).map((one) => one.title));
	const saying = releaseTitle(kind, title);
	const choices = [...(always ? [] : [title]), saying, `${saying} (${on})`];
	const numbered = (nth: number): string => {
		const one = `${saying} (${on}, ${nth})`;
		return taken.has(one) ? numbered(nth + 1) : one;
	};
	return choices.find((one) => !taken.has(one)) ?? numbered(2);
}
