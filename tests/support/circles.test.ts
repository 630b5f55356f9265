import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';
import { expect, test } from 'vitest';
import { circles } from './circles.js';

/** The messages of the rule for each file of a small project. */
async function messages(files: Readonly<Record<string, string>>): Promise<string[]> {
	const root = await mkdtemp(join(tmpdir(), 'circles-'));
	try {
		for (const [name, code] of [['db/none.ts', ''] as const, ...Object.entries(files)]) {
			await mkdir(dirname(join(root, name)), { recursive: true });
			await writeFile(join(root, name), code);
		}
		const linter = new Linter({ cwd: root });
		const config = {
			files: ['**/*.ts'],
			languageOptions: { parser: typescript.parser as Linter.Parser },
			plugins: { house: { rules: { circles } } },
			rules: { 'house/circles': 'error' }
		} satisfies Linter.Config;
		return Object.entries(files).flatMap(([name, code]) =>
			linter.verify(code, [config], join(root, name)).map(({ message }) => message)
		);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

test('a circle of types is found from each of its files, with the way round', async () => {
	const found = await messages({
		'src/lib/a.ts': "import type { B } from './b.ts';",
		'src/lib/b.ts': "import { c } from '#lib/c.ts';",
		'src/lib/c.ts': "export type { A } from './a.ts';"
	});
	expect(found).toHaveLength(3);
	expect(found[0]).toContain('src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts');
});

test('two ways to the same file are no circle', async () => {
	const found = await messages({
		'src/lib/a.ts': "import './b.ts';\nimport './c.ts';",
		'src/lib/b.ts': "import './c.ts';",
		'src/lib/c.ts': ''
	});
	expect(found).toEqual([]);
});
