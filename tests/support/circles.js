/**
 * No file may need itself by way of others, types included: whoever reads one file of a circle has to read them all.
 * A lint rule of our own, since the known ones leave out imports of types and files of Svelte.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const ROOTS = ['src', 'db'];
const SOURCE = /(?<!\.test|\.d)\.(ts|js|svelte)$/;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'((?:\.{1,2}|#lib|#db)\/[^'?]+)/g;

/** What each file of a project imports, by project path, read once a project. @type {Map<string, Map<string, string[]>>} */
const projects = new Map();

/** @param {string} root */
function importsOf(root) {
	const known = projects.get(root);
	if (known) return known;
	const read = new Map(filesBelow(root).map((file) => [file, readImports(root, file)]));
	projects.set(root, read);
	return read;
}

/** @param {string} root */
const filesBelow = (root) =>
	ROOTS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
			posix.join(folder, name.split(sep).join('/'))
		)
	).filter((name) => SOURCE.test(name));

/** @param {string} root @param {string} file */
const readImports = (root, file) =>
	[...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, source = '']) =>
		targetOf(file, source)
	);

/** The project path that an import means. @param {string} file @param {string} source */
const targetOf = (file, source) =>
	source.startsWith('.')
		? posix.normalize(posix.join(posix.dirname(file), source))
		: source.replace(/^#lib\//, 'src/lib/').replace(/^#db\//, 'db/');

/**
 * The shortest way by imports from one file to another, both ends included; null when there is none.
 * @param {Map<string, string[]>} imports
 * @param {string} from
 * @param {string} to
 * @returns {string[] | null}
 */
function wayBetween(imports, from, to) {
	const before = new Map([[from, '']]);
	for (const file of before.keys()) {
		if (file === to) {
			const way = [];
			for (let at = to; at !== ''; at = before.get(at) ?? '') way.unshift(at);
			return way;
		}
		for (const next of imports.get(file) ?? []) if (!before.has(next)) before.set(next, file);
	}
	return null;
}

/** @type {import('eslint').Rule.RuleModule} */
export const circles = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			circle:
				'These files need each other: {{way}}. Whoever reads or changes one has to know them all: let what they share be a file of its own, below both.'
		}
	},
	create(context) {
		const file = relative(context.cwd, context.filename).split(sep).join('/');
		if (!ROOTS.some((root) => file.startsWith(`${root}/`)) || !SOURCE.test(file)) return {};
		/** @param {any} node */
		const check = (node) => {
			if (typeof node.source?.value !== 'string') return;
			const target = targetOf(file, node.source.value.replace(/\?.*$/, ''));
			if (target === file) return;
			const back = wayBetween(importsOf(context.cwd), target, file);
			if (back)
				context.report({ node, messageId: 'circle', data: { way: [file, ...back].join(' → ') } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};
