import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { FileTask } from '#lib/server/file-task.ts';
import { acceptedFindings, keptPublications } from '#lib/server/queries/publications.ts';
import type { TaskResult } from '#lib/server/tasks.ts';
import { describeEachEngine, describeOneEngine, type Engine } from '../support/engines.ts';
import { importRows, publicationOf } from '../support/importing.ts';

const DATE = '2024-12-31';

/** The stock of every municipality as the practice figures have it, but those left out; another one for Kortrijk. */
async function measurement(
	{ database }: Engine,
	kortrijk: number,
	without: readonly string[] = []
): Promise<string[]> {
	const { rows } = await sql<{ nis: string; value: number }>`
		select nis_code as nis, value from observation
		where indicator = 'stock_b' and reference_date = ${DATE} and status = 'estimated'`.execute(
		database.read as never
	);
	return rows
		.filter(({ nis }) => !without.includes(nis))
		.map(({ nis, value }) => `${nis},${DATE},stock,${nis === '34022' ? kortrijk : value}`);
}

describeEachEngine('practice', (engine) => {
	test('a doubt stops an import until somebody says yes and why, which stays with the publication', async () => {
		const rows = await measurement(engine, 3_305, ['73028']);
		const refused = await importRows(engine.database, rows);
		expect(refused).toMatchObject({ exitCode: 1, counts: { block: 0, ask: 1 } });
		expect(refused.findings[0]).toMatchObject({
			level: 'ask',
			code: 'incomplete_list',
			value: '73028',
			todo: expect.stringContaining('missing municipality') as string
		});
		expect(refused.lines.join()).toContain('--accept incomplete_list --because');

		const accept = [{ code: 'incomplete_list' as const, because: 'Herstappe heeft er geen.' }];
		const accepted = await importRows(engine.database, rows, { accept });
		expect(accepted.exitCode).toBe(0);
		const id = publicationOf(accepted);
		expect(await acceptedFindings(engine.database.read, id)).toMatchObject([
			{ code: 'incomplete_list', findings: 1, because: 'Herstappe heeft er geen.' }
		]);
	});
});

// What a check says is computed from what the same queries gave.
describeOneEngine('practice', (engine) => {
	const accept = [{ code: 'incomplete_list' as const, because: 'Herstappe heeft er geen.' }];
	beforeAll(async () => {
		const rows = await measurement(engine, 3_305, ['73028']);
		expect(await importRows(engine.database, rows, { accept })).toMatchObject({ exitCode: 0 });
	});
	const check = (rows: readonly string[], said: Partial<FileTask> = {}) =>
		importRows(engine.database, rows, { name: 'check', ...said });
	const sectionOf = ({ sections }: TaskResult, start: string) =>
		sections.find(({ title }) => title.startsWith(start))?.table.rows ?? [];

	test('a check says what a correction changes, region and goal included, and writes nothing', async () => {
		const before = (await keptPublications(engine.database.read)).length;
		const said = { kind: 'correction' as const, why: 'Twee cijfers verwisseld' };
		const checked = await check(await measurement(engine, 3_035), said);
		expect(checked.lines.join()).toMatch(/1 new .*, 1 corrected, 298 unchanged, 0 vanished/);
		expect(sectionOf(checked, 'Figures')).toEqual([
			['34022', 'Kortrijk', 'stock_b', DATE, 3_305, 3_035, -270]
		]);
		const kortrijk = sectionOf(checked, 'Regions').find((row) =>
			String(row[0]).includes('Leiedal')
		);
		const [, , now, then, shortNow, shortThen] = kortrijk as number[];
		expect((then ?? 0) - (now ?? 0)).toBe(-270);
		expect((shortThen ?? 0) - (shortNow ?? 0)).toBe(270);
		expect(await keptPublications(engine.database.read)).toHaveLength(before);
	});

	test('figures that a correction leaves out are told as vanished', async () => {
		const said = { kind: 'correction' as const, why: 'Proef' };
		const checked = await check(await measurement(engine, 3_305, ['11001', '73028']), said);
		expect(checked.lines.join()).toContain('1 vanished');
		expect(sectionOf(checked, 'Known')).toEqual([['11001', 'Aartselaar', 'stock_b', DATE, 422]]);
	});

	test('municipalities that do not add up to the published total of Flanders are asked about', async () => {
		const told = async (kortrijk: number) => {
			const rows = (await measurement(engine, kortrijk)).map((row) =>
				row.replace(',stock,', ',stock_w,')
			);
			const { findings } = await check(rows);
			return findings.filter((one) => one.code === 'area_total_off').map((one) => one.expected);
		};
		expect(await told(3_035)).toEqual([]);
		expect(await told(5_035)).toEqual(['177461']);
	});

	test('a computed category that changes is told', async () => {
		const rows = ['realised', 'planned', 'in_execution'].map((one) => `34040,2021-12-31,${one},0`);
		const checked = await check(rows, { kind: 'correction', why: 'Proef' });
		expect(sectionOf(checked, 'Computed')).toMatchObject([['Waregem', 2022, 1, 2]]);
	});
});
