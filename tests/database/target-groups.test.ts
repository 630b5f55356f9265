import { expect, test } from 'vitest';
import { areaOf } from '#lib/domain/target-groups.ts';
import { withdraw } from '#lib/server/desk/release/withdraw.ts';
import { openTables } from '#lib/server/formats/open-data/tables.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import { targetGroupParts } from '#lib/server/queries/target-groups.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { regionStanding } from '#lib/server/standing/regions.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';
import { facts } from '../support/facts.ts';
import { importText, publicationOf } from '../support/importing.ts';
import { withoutOrigin } from '../support/figures.ts';
import { regionCalled } from '../support/regions.ts';

const HEAD = 'nis_code,region,target_group,group_kind,part_of,day,value,share,scheme,certainty';
const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
const ELDERLY = '34022,,elderly,stock,dwellings,2024-12-31,45,,,stated';
const FROM = { publisher: 'Proef', publishedOn: '2026-06-01', title: 'Doelgroepen van de proef' };

const bring = (engine: Engine, name: string, rows: string[], said: object = {}) =>
	importText(engine.database, name, file(...rows), { ...FROM, ...said });
const partsOf = async ({ database }: Engine, area: string, known = today()) => {
	const all = await targetGroupParts(database.read, known);
	return all.filter((part) => areaOf(part) === area);
};

async function standing({ database }: Engine, query = '') {
	const parameters = new URLSearchParams(query);
	const moment = readMoment(parameters, 'api', await reference(database), today());
	return withoutOrigin(
		await regionStanding(database, moment, await regionCalled(database, 'kortrijk'))
	);
}

describeEachEngine('practice', (engine) => {
	test('every published part comes with the start data set, with its source', async () => {
		const found = await targetGroupParts(engine.database.read, today());
		expect(found.map((one) => [areaOf(one), one.targetGroup, one.publication])).toEqual(
			facts.targetGroups.map((one) => [
				one.nis_code ?? one.region,
				one.target_group,
				one.publication_id
			])
		);
		expect(await targetGroupParts(engine.database.read, '2000-01-01')).toEqual([]);
	});

	test('a part comes in from a file, and changes no objective, goal, stock or sum', async () => {
		const before = await standing(engine);
		const brought = await bring(engine, 'doelgroepen.csv', [
			ELDERLY,
			'34022,,homeless,objective,dwellings,2024-12-31,12,,BSO-2009-HUUR,stated',
			',kortrijk,large_families,goal,new_dwellings,2024-12-31,,15 %,,secondary'
		]);
		expect(brought.lines.join()).toContain('3 parts for target groups');
		expect(await standing(engine)).toEqual(before);
		expect(await partsOf(engine, '34022')).toMatchObject([
			{ targetGroup: 'elderly', kind: 'stock', value: 45, basisPoints: null },
			{ targetGroup: 'homeless', kind: 'objective', value: 12, scheme: 'BSO-2009-HUUR' }
		]);
		expect(await partsOf(engine, 'kortrijk')).toMatchObject([{ value: null, basisPoints: 1500 }]);
		expect(await partsOf(engine, '34022', '2026-05-31')).toEqual([]);
		expect(await verifyChain(engine.database.read)).toMatchObject({ holds: true });
	});

	test('a part that is said anew asks why, and the newest one counts until it is withdrawn', async () => {
		const other = [ELDERLY.replace(',45,', ',46,')];
		const asked = await bring(engine, 'nieuw.csv', other, { publishedOn: '2026-07-01' });
		expect(asked.findings.map(({ code }) => code)).toContain('replaces_earlier');
		const said = { publishedOn: '2026-07-01', kind: 'revision', why: 'Opnieuw geteld.' };
		const brought = await bring(engine, 'nieuw.csv', other, said);
		const [elderly] = await partsOf(engine, '34022');
		expect(elderly).toMatchObject({ value: 46, publication: publicationOf(brought) });
		await withdraw(engine.database, publicationOf(brought), 'Proef', today());
		expect((await partsOf(engine, '34022'))[0]).toMatchObject({ value: 45 });
	});

	test('it stands in the open data, a row each', async () => {
		const found = await targetGroupParts(engine.database.read, today());
		for await (const [name, table] of openTables(engine.database, today()))
			if (name === 'target-groups') expect(table.rows).toHaveLength(found.length);
	});
});
