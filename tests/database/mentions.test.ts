import { expect, test } from 'vitest';
import { mentionsBy, mentionsOf } from '#lib/server/queries/mentions.ts';
import { publishedObjectives } from '#lib/server/queries/objectives.ts';
import { today } from '#lib/server/today.ts';
import { describeEachEngine } from '../support/engines.ts';
import { facts, knownFrom } from '../support/facts.ts';

const TODAY = today();
const together = facts.mentions.find(({ places }) => /^\d{5} \d{5}/.test(places));
const ofRegion = facts.mentions.find(({ places }) => /^[a-z]/.test(places));
const earliest = facts.mentions.map(knownFrom).toSorted()[0] ?? '';

describeEachEngine('practice', (engine) => {
	test('what is said of several municipalities together is found from each of them', async () => {
		const places = together?.places.split(' ') ?? [];
		expect(places.length).toBeGreaterThan(1);
		for (const one of places) {
			const codes = (await mentionsOf(engine.database.read, [one], TODAY)).map(
				({ code, publication }) => [publication, code]
			);
			expect(codes).toContainEqual([together?.publication_id, together?.code]);
		}
	});

	test('what is said of a region is found by its name, and of no municipality', async () => {
		const found = await mentionsOf(engine.database.read, [ofRegion?.places ?? ''], TODAY);
		expect(found.length).toBeGreaterThan(0);
		expect(new Set(found.map(({ places }) => places))).toEqual(new Set([ofRegion?.places]));
	});

	test('nothing was said before its publication came out', async () => {
		const by = await mentionsOf(engine.database.read, 'all', earliest);
		expect(by.length).toBeGreaterThan(0);
		expect(by.length).toBeLessThan(facts.mentions.length);
		const days = by.map(({ publication }) => knownFrom({ publication_id: publication }));
		expect(days.filter((day) => day > earliest)).toEqual([]);
	});

	test('a publication says all that it says', async () => {
		const { publication_id: id } = together ?? { publication_id: 0 };
		const own = facts.mentions.filter((one) => one.publication_id === id);
		expect(await mentionsBy(engine.database.read, id)).toHaveLength(own.length);
	});

	test('every publisher of an objective is told, and no estimate', async () => {
		const [nis = ''] = facts.objectives
			.map((one) => one.nis_code)
			.filter((one, at, all) => all.indexOf(one) !== at);
		const found = await publishedObjectives(engine.database.read, [nis], TODAY);
		expect(found).toHaveLength(facts.objectives.filter((one) => one.nis_code === nis).length);
		expect(found.some(({ practice }) => practice)).toBe(false);
	});
});
