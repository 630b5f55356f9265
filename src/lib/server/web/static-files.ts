import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type AnswerHeaders, WholeAnswer } from './whole-answer.ts';

const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.map': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml'
};
/** Files whose name changes with their content. */
const IMMUTABLE = /^\/_app\/immutable\//;
/** The build's own compressed copies; the server makes its own from the file beside them. */
const COMPRESSED = /\.(br|gz)$/;

/**
 * The files of a folder by the path under which they are served, held in memory: a new build that replaces the folder
 * does not disturb a server that runs.
 * @param headers given to every file
 * @throws Error when the folder is not there
 */
export function readStaticFiles(
	folder: string,
	headers: AnswerHeaders
): ReadonlyMap<string, WholeAnswer> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	const places = entries
		.filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name));
	return new Map(
		places.map((place) => {
			const path = `/${relative(folder, place).split(sep).join('/')}`;
			const own = {
				'content-type': TYPES[extname(place)] ?? 'application/octet-stream',
				'cache-control': IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
			};
			return [path, new WholeAnswer(200, { ...headers, ...own }, readFileSync(place), true)];
		})
	);
}
