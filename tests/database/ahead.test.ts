// What is rendered after a release before anyone asks.
import { expect, test } from 'vitest';
import { pagesAhead } from '#lib/server/web/ahead.ts';
import { describeEachEngine } from '../support/engines.ts';

describeEachEngine('practice', (engine) => {
	test('the overview is ready first, then every region with a goal, once', async () => {
		const goals = await engine.database.read
			.selectFrom('regional_goal')
			.select('region')
			.distinct()
			.execute();
		const [first, ...others] = await pagesAhead(engine.database);
		expect(first).toBe('/');
		expect(others.sort()).toEqual(goals.map(({ region }) => `/regios/${region}`).sort());
	});
});
