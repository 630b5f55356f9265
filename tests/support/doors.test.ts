import { join } from 'node:path';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';
import { expect, test } from 'vitest';
import { doors } from './doors.js';

/** The messages of the rule for one line of code in one file. */
function messages(file: string, code: string): string[] {
	const config = {
		files: ['**/*.ts'],
		languageOptions: { parser: typescript.parser as Linter.Parser },
		plugins: { house: { rules: { doors } } },
		rules: { 'house/doors': 'error' }
	} satisfies Linter.Config;
	const root = process.cwd();
	const linter = new Linter({ cwd: root });
	return linter.verify(code, [config], join(root, file)).map(({ message }) => message);
}

test.for([
	['src/lib/domain/share.ts', "import { readFileSync } from 'node:fs';"],
	['src/lib/domain/share.ts', "import { sql } from 'kysely';"],
	['src/lib/domain/share.ts', "import { sum } from 'd3-array';"],
	['src/lib/domain/share.ts', "import { percent } from '../text/numbers.ts';"],
	['src/lib/domain/share.ts', "import { percent } from '#lib/text/numbers.ts';"],
	['src/lib/domain/share.ts', "export * from '#lib/text/numbers.ts';"],
	['src/lib/text/share.ts', "import { share } from '#lib/domain/share.ts';"],
	['src/lib/charts/bullet.ts', "import type { Schema } from '#lib/server/database/schema.ts';"],
	['src/lib/charts/bullet.ts', "import Table from '#lib/components/Table.svelte';"],
	['src/lib/server/queries/regions.ts', "import { runtime } from '../web/runtime.ts';"],
	[
		'src/lib/server/standing/now.ts',
		"import type { Finding } from '../desk/findings/findings.ts';"
	],
	['src/lib/server/desk/bytes/csv.ts', "import { tidy } from '../read/tidy.ts';"],
	['src/lib/server/today.ts', "import { reference } from './reference/reference.ts';"],
	['src/lib/server/desk/read/tidy.ts', "import { page } from '$app/state';"],
	['src/cli/main.ts', "const page = await import('../routes/+page.ts');"],
	['src/routes/regios/+page.ts', "import { order } from '../gemeenten/order.ts';"],
	['db/migrations/0002-next.ts', "import { STATUSES } from '#lib/domain/status.ts';"]
] as const)('%s may not say: %s', ([file, code]) => {
	expect(messages(file, code)).toEqual([expect.stringMatching(/may not import .+: .+\.$/)]);
});

test.for([
	['src/lib/domain/share.ts', "import { addDays } from './dates.ts';"],
	['src/lib/domain/share.test.ts', "import fc from 'fast-check';"],
	['src/lib/charts/bullet.ts', "import { scaleLinear } from 'd3';"],
	['src/lib/text/share.ts', "import type { Share } from '#lib/domain/share.ts';"],
	['src/lib/text/share.ts', "import { type Share } from '#lib/domain/share.ts';"],
	['src/lib/server/queries/regions.ts', "import type { Reader } from '../database/schema.ts';"],
	['src/routes/regios/[slug]/+page.ts', "import { kinds } from '../kinds.ts';"],
	['src/routes/regios/[slug]/+page.ts', "import { own } from './parts/own.ts';"],
	['src/routes/regios/[slug]/+page.ts', "import type { PageLoad } from './$types';"],
	['db/seed/load.ts', "import { openDatabase } from '#lib/server/database/database.ts';"]
] as const)('%s may say: %s', ([file, code]) => {
	expect(messages(file, code)).toEqual([]);
});
