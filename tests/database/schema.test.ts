import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import ts from 'typescript';
import { afterAll, expect, inject, test } from 'vitest';
import { drawSchema } from '#db/draw-schema.ts';
import type { Reader, Schema } from '#lib/server/database/schema.ts';
import { describeEngine } from '../support/engines.ts';
import { copyFolder } from '../support/starts.ts';

const read = (path: string): Promise<string> =>
	readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

const committed = await read('db/schema.sql');

/** Names of the members of every interface in a source file, by interface, each with its type as written. */
function interfaces(source: string): Map<string, Map<string, string>> {
	const file = ts.createSourceFile('schema.ts', source, ts.ScriptTarget.Latest, true);
	const found = file.statements.filter(ts.isInterfaceDeclaration).map((one) => {
		const members = one.members
			.filter(ts.isPropertySignature)
			.map((member) => [member.name.getText(), member.type?.getText() ?? ''] as const);
		return [one.name.text, new Map(members)] as const;
	});
	return new Map(found);
}

describeEngine('embedded', 'empty', (engine) => {
	test('db/schema.sql is what the migrations make: draw it again with `node db/draw-schema.ts`', async () => {
		expect(await drawSchema(engine.database.read)).toBe(committed);
	});

	test('db/schema.sql makes the same database on an empty one', async () => {
		copyFolder(inject('starts'), 'empty', folder);
		const pglite = await PGlite.create(join(folder, 'pg'));
		await pglite.exec('drop schema public cascade; create schema public;');
		await pglite.exec(committed);
		const rebuilt = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
		expect(await drawSchema(rebuilt as unknown as Reader)).toBe(committed);
		await pglite.close();
	});

	test('the table types name the tables of the database, and each table its columns', async () => {
		const { rows } = await sql<{ name: string; columns: string[] }>`
		select table_name as name, array_agg(column_name::text order by column_name) as columns
		from information_schema.columns
		where table_schema = 'public' and table_name not like 'kysely%'
		group by table_name`.execute(engine.database.read as never);
		const types = interfaces(await read('src/lib/server/database/schema.ts'));
		const typed = [...(types.get('Schema') ?? [])].map(([name, type]) => ({
			name,
			columns: [...(types.get(type) ?? new Map<string, string>()).keys()].sort()
		}));
		const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
		expect(typed.sort(byName)).toEqual(rows.sort(byName));
	});
});

test('every table has its page in db/docs, and the index names it', async () => {
	const tables = [...committed.matchAll(/^create table (\w+)/gm)].map(([, name]) => name);
	const index = await read('db/docs/README.md');
	expect(tables.length).toBeGreaterThan(10);
	for (const name of tables) {
		expect(await read(`db/docs/${name}.md`)).toMatch(new RegExp(`^# ${name}\n`));
		expect(index).toContain(`(${name}.md)`);
	}
});
