import { beforeAll, expect, test } from 'vitest';
import type { FileTask } from '#lib/server/tasks/file-task.ts';
import { newestObservations } from '#lib/server/queries/observations.ts';
import { acceptedFindings, keptPublications } from '#lib/server/queries/publications.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { roundOf, roundStandings } from '#lib/server/standing/tests.ts';
import type { TaskResult } from '#lib/server/tasks/task-result.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine, describeOneEngine, type Engine } from '../support/engines.ts';
import { facts, regionFigures, unpublishedMembers } from '../support/facts.ts';
import { importRows, publicationOf } from '../support/importing.ts';

const DATE = '2024-12-31';
/** A member of the region of Kortrijk of which the stock of that day is estimated. */
const [TOWN = ''] = unpublishedMembers('kortrijk', ['stock_b'], DATE);
const nameOf = (nis: string) => facts.municipalities.find((one) => one.nis_code === nis)?.name;
/** Left out for a reason: it has no social homes. */
const HERSTAPPE = '73028';

/** The stock of every municipality as it is known. */
const stocks = async ({ database }: Engine): Promise<Map<string, number>> => {
	const asked = { codes: 'all', indicators: ['stock_b'], dates: [DATE], known: today() } as const;
	const rows = await newestObservations(database.read, asked);
	return new Map(rows.toReversed().map(({ nis, value }) => [nis, value ?? NaN]));
};

/** A measurement that says what is known, but for more in one town and for those left out. */
function measurement(
	known: ReadonlyMap<string, number>,
	more: number,
	without: readonly string[] = []
): string[] {
	return [...known]
		.filter(([nis]) => !without.includes(nis))
		.map(([nis, value]) => `${nis},${DATE},stock,${nis === TOWN ? value + more : value}`);
}

describeEachEngine('practice', (engine) => {
	test('a doubt stops an import until somebody says yes and why, which stays with the publication', async () => {
		const rows = measurement(await stocks(engine), 270, [HERSTAPPE]);
		const refused = await importRows(engine.database, rows);
		expect(refused).toMatchObject({ exitCode: 1, counts: { block: 0, ask: 1 } });
		expect(refused.findings[0]).toMatchObject({
			level: 'ask',
			code: 'incomplete_list',
			value: HERSTAPPE,
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
	/** What is known before 270 homes too many are imported. */
	let known: Map<string, number>;
	beforeAll(async () => {
		known = await stocks(engine);
		const rows = measurement(known, 270, [HERSTAPPE]);
		expect(await importRows(engine.database, rows, { accept })).toMatchObject({ exitCode: 0 });
	});
	const check = (rows: readonly string[], said: Partial<FileTask> = {}) =>
		importRows(engine.database, rows, { name: 'check', ...said });
	const sectionOf = ({ sections }: TaskResult, start: string) =>
		sections.find(({ title }) => title.startsWith(start))?.table.rows ?? [];

	test('a check says what a correction changes, region and goal included, and writes nothing', async () => {
		const before = (await keptPublications(engine.database.read)).length;
		const said = { kind: 'correction' as const, why: 'Twee cijfers verwisseld' };
		const checked = await check(measurement(known, 0), said);
		const unchanged = known.size - 2;
		expect(checked.lines.join()).toMatch(
			new RegExp(`1 new .*, 1 corrected, ${unchanged} unchanged, 0 vanished`)
		);
		const right = known.get(TOWN) ?? NaN;
		expect(sectionOf(checked, 'Figures')).toEqual([
			[TOWN, nameOf(TOWN), 'stock_b', DATE, right + 270, right, -270]
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
		const [gone = ''] = known.keys();
		const checked = await check(measurement(known, 270, [gone, HERSTAPPE]), said);
		expect(checked.lines.join()).toContain('1 vanished');
		expect(sectionOf(checked, 'Known')).toEqual([
			[gone, nameOf(gone), 'stock_b', DATE, known.get(gone)]
		]);
	});

	test('a file of a few municipalities alone lets none of the others vanish', async () => {
		const few = measurement(known, 0, [...known.keys()].slice(3));
		const said = { kind: 'revision' as const, why: 'Proef' };
		expect((await check(few, said)).lines.join()).toContain(', 0 vanished');
	});

	test('municipalities that do not add up to the published total of Flanders are asked about', async () => {
		const told = async (more: number) => {
			const rows = measurement(known, more).map((row) => row.replace(',stock,', ',stock_w,'));
			const { findings } = await check(rows);
			return findings.filter((one) => one.code === 'area_total_off').map((one) => one.expected);
		};
		const total = regionFigures('stock_w', DATE).get('vlaanderen') ?? 0;
		const room = total - [...known.values()].reduce((sum, one) => sum + one, 0);
		expect(await told(room)).toEqual([]);
		expect(await told(room + 2_000)).toEqual([String(total)]);
	});

	test('a computed category that changes is told', async () => {
		const { database } = engine;
		const tables = await reference(database);
		const moment = readMoment(new URLSearchParams(), 'api', tables, today());
		const round = roundOf(tables, moment, '2022');
		const rows = round ? await roundStandings(database, moment, round) : [];
		const { municipality } = rows.find((one) => one.ground === 'realised') ?? {};
		const zeros = ['realised', 'planned', 'in_execution'].map(
			(one) => `${municipality?.nis},2021-12-31,${one},0`
		);
		const checked = await check(zeros, { kind: 'correction', why: 'Proef' });
		expect(sectionOf(checked, 'Computed')).toMatchObject([[municipality?.name, 2022, 1, 2]]);
	});
});
