import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Texts } from './imports.ts';

/** Files that are read, and not imported, stand for who reads them. */
const READ_BY: [files: RegExp, reader: string][] = [
	[/^db\/seed\/facts\//, 'db/seed/table.ts'],
	[/^db\/(docs\/|schema\.sql)/, 'tests/database/schema.test.ts'],
	[/^src\/cli\//, 'tests/import/command-line.test.ts'],
	[/^src\/cli\//, 'tests/database/serving.test.ts'],
	[/^tests\/import\/layouts\//, 'tests/import/layouts.test.ts']
];

/** The files that differ from a commit in the work tree, new ones among them; those that are gone too. */
export function changedSince(commit: string): string[] {
	const ask = (...args: string[]) =>
		execFileSync('git', args, { encoding: 'utf8' }).split('\0').filter(Boolean);
	return [
		...ask('diff', '--name-only', '-z', commit, '--'),
		...ask('ls-files', '--others', '--exclude-standard', '-z')
	];
}

/** The changed files with those that read one of them. */
export const withReaders = (changed: readonly string[]): string[] => [
	...new Set([
		...changed,
		...READ_BY.filter(([files]) => changed.some((file) => files.test(file))).map(
			([, reader]) => reader
		)
	])
];

/** What the choice of page tests looks at. */
export const textsOfProject = (): Texts =>
	new Map(
		globSync('{src,db,tests/pages}/**/*.{ts,js,svelte}').map((file) => [
			file,
			readFileSync(file, 'utf8')
		])
	);

/** The changed files that a tool can look at; the whole project when the tool's own settings changed. */
export function toCheck(changed: readonly string[], files: RegExp, settings: RegExp): string[] {
	if (changed.some((file) => settings.test(file))) return ['.'];
	return changed.filter((file) => files.test(file) && existsSync(file));
}
