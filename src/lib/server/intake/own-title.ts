/** The title of a publication before somebody gives it another: of its file, or saying that it changes an earlier one. */
import { parse } from 'node:path';
import type { Reader } from '../database/schema.ts';
import { keptPublications } from '../queries/publications.ts';
import { LAYOUTS } from '../desk/read/layouts.ts';
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
	const title = words.charAt(0).toUpperCase() + words.slice(1);
	return answers.title ?? layout?.title ?? (title || fileName);
}

const CHANGES = { correction: 'Verbetering', revision: 'Herziening' } as const;

/**
 * A title that says of itself that it is a correction or a revision, where another publication has it already; a second one of
 * the same says its day too.
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
	const said = `${CHANGES[kind]}: `;
	const saying = title.startsWith(said) ? title : `${said}${title}`;
	const choices = [...(always ? [] : [title]), saying];
	return choices.find((one) => !taken.has(one)) ?? `${saying} (${on})`;
}
