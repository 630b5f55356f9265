import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { doubles, existingOn, existsOn, facts, membersOn } from '../../tests/support/facts.ts';

test.for([
	['2012-12-31', 308],
	['2018-12-31', 308],
	['2019-01-01', 300],
	['2022-12-31', 300],
	['2025-01-01', 285],
	['2025-12-31', 285]
] as const)('on %s there are %i municipalities', ([day, expected]) => {
	expect(existingOn(day)).toHaveLength(expected);
	expect(membersOn('vlaanderen', day)).toEqual(existingOn(day));
});

test('a predecessor exists until the day before the merger, a successor on the day itself', () => {
	for (const { predecessor, successor, effective_on } of facts.successions) {
		const dayBefore = addDays(effective_on, -1);
		expect(existsOn(predecessor, dayBefore), predecessor).toBe(true);
		expect(existsOn(successor, effective_on), successor).toBe(true);
		if (predecessor !== successor) expect(existsOn(predecessor, effective_on)).toBe(false);
	}
});

test('every municipality that ended went into another', () => {
	const ended = facts.municipalities.filter((one) => one.valid_to).map((one) => one.nis_code);
	const others = facts.successions.filter((one) => one.predecessor !== one.successor);
	expect(others.map((one) => one.predecessor).sort()).toEqual(ended.sort());
});

test('neighbours exist in their structure, stand once, and nobody is their own neighbour', () => {
	for (const { structure_on, nis_a, nis_b } of facts.neighbours) {
		expect(nis_a < nis_b, `${nis_a} ${nis_b}`).toBe(true);
		expect([nis_a, nis_b].filter((nis) => !existsOn(nis, structure_on))).toEqual([]);
	}
	expect(doubles(facts.neighbours, (one) => [one.structure_on, one.nis_a, one.nis_b])).toEqual([]);
});

test('a membership lies within the days on which the municipality exists', () => {
	for (const { nis_code, valid_from, valid_to, region } of facts.memberships) {
		const one = facts.municipalities.find((candidate) => candidate.nis_code === nis_code);
		expect(valid_from >= (one?.valid_from ?? '9999'), `${region} ${nis_code}`).toBe(true);
		expect((valid_to ?? '9999') <= (one?.valid_to ?? '9999'), `${region} ${nis_code}`).toBe(true);
	}
	expect(doubles(facts.memberships, (m) => [m.region, m.nis_code, m.valid_from])).toEqual([]);
});

test.for([
	['provincie', ['2012-12-31', '2022-12-31', '2025-12-31']],
	['arrondissement', ['2012-12-31', '2022-12-31', '2025-12-31']],
	['referentieregio', ['2023-01-01', '2025-12-31']],
	['woonmaatschappij', ['2023-01-01', '2025-12-31']],
	['vervoerregio', ['2025-12-31']]
] as const)('every municipality lies in exactly one %s', ([kind, days]) => {
	const regions = facts.regions.filter((one) => one.kind === kind);
	for (const day of days) {
		const members = regions.flatMap(({ slug }) => membersOn(slug, day));
		expect(members.sort()).toEqual(membersOn('vlaanderen', day));
	}
});

test('slugs can stand in an address, and slugs and codes stand once', () => {
	const bad = facts.regions.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug));
	expect(bad).toEqual([]);
	expect(doubles(facts.regions, (one) => [one.slug])).toEqual([]);
	expect(doubles(facts.regions, (one) => [one.code])).toEqual([]);
});

test('every region has members, or says that its source does not name them; they are municipalities', () => {
	const members = Map.groupBy(facts.memberships, ({ region }) => region);
	const without = facts.regions.filter(({ slug }) => !members.has(slug));
	expect(without.filter(({ note }) => !/De bron noemt .*niet/.test(note ?? ''))).toEqual([]);
	const regions = new Set(facts.regions.map(({ slug }) => slug));
	const codes = new Set(facts.municipalities.map(({ nis_code }) => nis_code));
	const lost = facts.memberships.filter(
		(one) => !regions.has(one.region) || !codes.has(one.nis_code)
	);
	expect(lost).toEqual([]);
});

test('every municipality but Voeren, which lies apart, has neighbours in each structure in which it exists', () => {
	const pairs = facts.neighbours.flatMap(({ structure_on, nis_a, nis_b }) =>
		[nis_a, nis_b].map((nis) => `${structure_on} ${nis}`)
	);
	const known = new Set(pairs);
	const structures = new Set(facts.neighbours.map(({ structure_on }) => structure_on));
	const alone = [...structures].flatMap((day) =>
		existingOn(day).filter((nis) => nis !== '73109' && !known.has(`${day} ${nis}`))
	);
	expect(alone).toEqual([]);
});

test('the Kortrijk region has the 12 members of Leiedal, Zuid-West-Vlaanderen has Wervik besides', () => {
	const kortrijk = membersOn('kortrijk', '2022-12-31');
	expect(kortrijk).toHaveLength(12);
	expect(membersOn('leiedal', '2022-12-31')).toEqual(kortrijk);
	const wider = membersOn('zuid-west-vlaanderen', '2023-12-31');
	expect(wider.filter((nis) => !kortrijk.includes(nis))).toEqual(['33029']);
});

test.for([
	['genk', '2018-12-31', ['71002', '71016', '71047', '71067']],
	['genk', '2019-01-01', ['71002', '71016', '71067', '72042']],
	['oostende', '2022-12-31', ['35002', '35013']]
] as const)('region %s has on %s these members', ([region, day, expected]) => {
	expect(membersOn(region, day)).toEqual(expected);
});

test('the city region Antwerpen follows the reference region', () => {
	for (const day of ['2023-12-31', '2025-12-31']) {
		expect(membersOn('antwerpen', day)).toEqual(membersOn('regio-antwerpen', day));
		expect(membersOn('antwerpen', day)).toContain('11002');
	}
});
