import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import type { KeptProposal } from '#lib/domain/agreement.ts';
import { keepProposal, takeStep, type Step } from '#lib/server/deeds/proposals.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import type { Person } from '#lib/server/people/roles.ts';
import { agreedSteps, keptProposals } from '#lib/server/queries/proposals.ts';
import { atVersion } from '#lib/server/reference/at-version.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { agreementOf, agreementsFor } from '#lib/server/standing/agreement.ts';
import { momentAt } from '#lib/server/standing/moment.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine } from '../support/engines.ts';
import { person } from '../support/people.ts';

const KEPT: Omit<KeptProposal, 'id'> = {
	region: 'kortrijk',
	name: 'Proef van een voorstel',
	organisation: 'Proefdienst',
	goal: 1100,
	on: '2020-12-31',
	by: '2030-12-31',
	parts: '34022-100,34027-50',
	exchanges: '34027-34022-10',
	predecessor: null
};

describeEachEngine('practice', (engine) => {
	let keeper: Person;
	beforeAll(async () => {
		keeper = { ...(await person(engine, 'regio', ['region'])), region: 'kortrijk' };
	});

	const keep = (more: Partial<typeof KEPT> = {}) =>
		keepProposal(
			engine.database,
			{ ...KEPT, ...more },
			{ decidedOn: addDays(today(), -3), because: null },
			keeper,
			today()
		);
	const step = (id: number, state: Step['state'], decidedOn = today()) =>
		takeStep(engine.database, id, { state, decidedOn, because: 'Verslag 1' }, keeper, today());
	const agreed = async (on = '2024-12-31', view = engine.database) => {
		const facts = await reference(view, today());
		const asked = { on, known: null, structure: null, version: null };
		const moment = momentAt({ ...asked, structureOn: null } as never, facts, today());
		const region = facts.regions.get('kortrijk');
		if (!region) throw new Error('There is no region to ask.');
		return {
			region: await agreementOf(view, facts, moment, region),
			own: (await agreementsFor(view, facts, moment, ['34022', '34013'])) ?? new Map()
		};
	};

	test('a draft, and a proposal on the table, stand on no page; each keeps its steps', async () => {
		const id = await keep();
		expect(await step(id, 'on_the_table')).toBe(true);
		expect((await agreed()).region).toBeNull();
		expect(await agreedSteps(engine.database.read)).toEqual([]);
		const [found] = await keptProposals(engine.database.read, ['kortrijk']);
		expect(found).toMatchObject({ ...KEPT, id });
		expect(found?.steps.map(({ state, who }) => [state, who])).toEqual([
			['draft', 'regio'],
			['on_the_table', 'regio']
		]);
		expect(await keptProposals(engine.database.read, ['genk'])).toEqual([]);
		expect(await keptProposals(engine.database.read, [])).toEqual([]);
	});

	test('what is agreed stands with region and municipality, with what came since, and is sealed', async () => {
		const [{ id } = { id: 0 }] = await keptProposals(engine.database.read, 'all');
		const before = (await reference(engine.database)).newest;
		expect(await step(id, 'agreed')).toBe(true);
		const { region, own } = await agreed();
		expect(region?.agreement).toMatchObject({ id, name: KEPT.name, state: 'agreed' });
		const rows = region?.rows.map(({ municipality, part, dwellings }) => [
			municipality.nis,
			part.value,
			dwellings.value
		]);
		expect(rows).toEqual([
			['34022', 100, 90],
			['34027', 50, 60]
		]);
		expect(region?.total.dwellings.value).toBe(150);
		const kortrijk = region?.rows[0];
		expect(kortrijk?.due.value).toBe(36);
		expect(kortrijk?.left.value).toBe(90 - (kortrijk?.since.value ?? NaN));
		expect(kortrijk?.since.status).toBe('estimated');
		expect(own.get('34022')?.[0]?.own.dwellings.value).toBe(90);
		expect(own.get('34013')).toEqual([]);
		expect((await agreed('2020-12-31')).region?.rows[0]?.since.reason).toBe('not_applicable');
		expect((await verifyChain(engine.database.read)).problem).toBeNull();
		expect((await agreed('2024-12-31', atVersion(engine.database, before))).region).toBeNull();
	});

	test('a step that cannot follow is refused, and writes nothing', async () => {
		const [{ id } = { id: 0 }] = await keptProposals(engine.database.read, 'all');
		expect(await step(id, 'draft')).toBe(false);
		expect(await step(id, 'on_the_table')).toBe(false);
		expect(await step(id + 1000, 'withdrawn')).toBe(false);
		expect((await keptProposals(engine.database.read, 'all'))[0]?.steps).toHaveLength(3);
	});

	test('a later agreement takes the place of an earlier one, which counts again when it is taken back', async () => {
		const [{ id: first } = { id: 0 }] = await keptProposals(engine.database.read, 'all');
		const second = await keep({ name: 'Tweede proef', predecessor: first });
		await step(second, 'agreed');
		expect((await agreed()).region?.agreement).toMatchObject({ id: second, predecessor: first });
		const version = (await reference(engine.database)).newest;
		await step(second, 'withdrawn');
		expect((await agreed()).region?.agreement.id).toBe(first);
		expect(
			(await agreed('2024-12-31', atVersion(engine.database, version))).region?.agreement.id
		).toBe(second);
		await step(first, 'withdrawn');
		expect((await agreed()).region).toBeNull();
		expect((await verifyChain(engine.database.read)).problem).toBeNull();
	});

	test('an agreement that was altered in the database does not hold any more', async () => {
		const changed = (parts: string) =>
			engine.database.changeQuietly((transaction) =>
				transaction.updateTable('proposal').set({ parts }).where('name', '=', KEPT.name).execute()
			);
		await changed('34022-101,34027-50');
		expect((await verifyChain(engine.database.read)).problem).toMatch(/the agreement of step \d+/);
		await changed(KEPT.parts);
		expect((await verifyChain(engine.database.read)).holds).toBe(true);
	});

	test.for([
		['goal', 0],
		['parts', ''],
		['parts', '34022'],
		['exchanges', '34022-5'],
		['name', ''],
		['by', '2019-12-31']
	] as const)('the database refuses a proposal with %s «%s»', async ([field, value]) => {
		await expect(keep({ [field]: value })).rejects.toThrow();
	});
});
