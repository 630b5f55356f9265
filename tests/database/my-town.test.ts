import { expect, test } from 'vitest';
import type { Database } from '#lib/server/database/database.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { mineCalled, myTown } from '#lib/server/standing/my-town.ts';
import { describeEachEngine } from '../support/engines.ts';

const TODAY = '2026-11-23';

async function at(database: Database, query = '') {
	const facts = await reference(database);
	const moment = readMoment(new URLSearchParams(query), 'api', facts, TODAY);
	const called = (asked: string) => mineCalled(facts, moment, asked);
	const standing = async (asked: string, slug?: string) => {
		const mine = called(asked);
		if ('unknown' in mine) throw new Error(asked);
		return myTown(database, facts, moment, mine.municipality, slug);
	};
	return { called, standing };
}

describeEachEngine('practice', (engine) => {
	test.for(['34040', 'Waregem', ' waregem'])('«%s» calls Waregem', async (asked) => {
		const { called } = await at(engine.database);
		expect(called(asked)).toMatchObject({ municipality: { name: 'Waregem' }, codes: ['34040'] });
	});

	test('a mistyped name calls nobody, and is told which names are like it', async () => {
		const { called } = await at(engine.database);
		expect(called('Waregm')).toMatchObject({
			unknown: 'Waregm',
			offered: [{ name: 'Waregem' }]
		});
		expect(called('99999')).toEqual({ unknown: '99999', offered: [] });
	});

	test('a municipality that went into another calls that one', async () => {
		const { called } = await at(engine.database);
		expect(called('Nevele')).toMatchObject({ municipality: { name: 'Deinze' } });
	});

	test('before a merger the municipalities that were to merge stand for it', async () => {
		const { called } = await at(engine.database, 'on=2016-12-31');
		const mine = called('Lievegem');
		expect(mine).toMatchObject({ municipality: { name: 'Lievegem' } });
		expect('codes' in mine && mine.codes.toSorted()).toEqual(['44036', '44072', '44080']);
	});

	test('it is set beside the region that is asked when it is a member, else beside its first one, and Flanders', async () => {
		const { standing } = await at(engine.database);
		const names = async (slug?: string) =>
			(await standing('34040', slug)).beside.map(({ name }) => name);
		expect(await names('zuid-west-vlaanderen')).toEqual(['Zuid-West-Vlaanderen', 'Vlaanderen']);
		expect(await names('genk')).toEqual(await names());
	});

	test('its neighbours are named by name, and border on it in turn', async () => {
		const { standing } = await at(engine.database);
		const { neighbours } = await standing('34040');
		expect(neighbours).toContain('Deerlijk');
		expect((await standing('Deerlijk')).neighbours).toContain('Waregem');
	});
});
