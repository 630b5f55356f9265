import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import {
	count,
	doubles,
	existingOn,
	existsOn,
	facts,
	membersOn
} from '../../tests/support/facts.ts';

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
	const predecessors = facts.successions.map((one) => one.predecessor);
	expect(predecessors.filter((nis) => nis !== '11002').sort()).toEqual(ended.sort());
});

test('neighbours exist in their structure, stand once, and nobody is their own neighbour', () => {
	expect(count(facts.neighbours, (one) => one.structure_on)).toEqual({
		'2018-01-01': 819,
		'2019-01-01': 796,
		'2025-01-01': 754
	});
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

test('there are as many regions of each kind as were published', () => {
	expect(count(facts.regions, (one) => one.kind)).toEqual({
		gewest: 1,
		provincie: 5,
		stadsregio: 4,
		centrumsteden: 1,
		referentieregio: 15,
		intercommunale: 1,
		welzijnsvereniging: 1,
		igs: 70,
		woonmaatschappij: 42,
		vervoerregio: 15,
		arrondissement: 22,
		gebied: 6
	});
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
