import { error } from '@sveltejs/kit';
import { fileOf } from '#lib/server/formats/open-data/package.ts';
import { fileAnswer, frozenPackage } from '../../../package-answers.ts';

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv; charset=utf-8; header=present',
	json: 'application/json',
	md: 'text/markdown; charset=utf-8'
};

/** One file of the package of a day, so that a program can read a description and the tables that it names. */
export async function GET({ params: { day, file } }) {
	const content = fileOf(await frozenPackage(day, `/${encodeURIComponent(file)}`), file);
	if (!content) error(404, 'Dit bestand zit niet in het pakket.');
	const extension = /\.(\w+)$/.exec(file)?.[1] ?? '';
	return fileAnswer(content, TYPES[extension] ?? 'text/plain; charset=utf-8', true);
}
