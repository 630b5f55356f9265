import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { knownSchemes } from '#lib/server/standing/build-up.ts';
import { regimeSaid } from '#lib/server/standing/law.ts';
import { lawOf } from '#lib/server/standing/levers.ts';
import { readMoment } from '#lib/server/standing/moment.ts';
import { allStandings } from '#lib/server/standing/municipalities.ts';
import { publishedCounts } from '#lib/server/standing/tests.ts';
import { NOT_VERIFIED, saidWords } from '#lib/text/law.ts';
import { describeEachEngine, type Engine } from '../support/engines.ts';

const TODAY = today();

/** Everything that is said of the regimes on a day. */
async function saidOn({ database }: Engine, known: string) {
	const facts = await reference(database);
	return knownSchemes(facts, known).flatMap((scheme) => {
		const { rules, dates, statements } = regimeSaid(facts, scheme, known);
		return [...rules, ...dates, ...statements].map((one) => ({ ...one, scheme }));
	});
}

const leversOn = async ({ database }: Engine, known: string) => {
	const facts = await reference(database);
	const moment = readMoment(new URLSearchParams({ known }), 'api', facts, TODAY);
	const { rows } = await allStandings(database, moment);
	const all = await Promise.all(rows.slice(0, 20).map((row) => lawOf(database, moment, row)));
	return all.flatMap((one) => one.levers);
};

describeEachEngine('practice', (engine) => {
	test('whatever was to happen by a past day is said in the past, and as not verified in one form', async () => {
		const ended = (await saidOn(engine, TODAY)).filter(({ said }) => said.isUnverified);
		expect(ended.length).toBeGreaterThan(2);
		for (const { said } of ended) expect(saidWords(said)).toMatch(new RegExp(`${NOT_VERIFIED}$`));
		const regimes = new Set(ended.map(({ scheme }) => scheme.status));
		expect(regimes).toEqual(new Set(['in_preparation']));
	});

	test('the tense follows from the day: on the last day it still holds, the day after it does not', async () => {
		const facts = await reference(engine.database);
		const last = facts.schemeRules.find((rule) => rule.scheme === 'BSO-2042' && rule.holdsUntil);
		const wordsOn = async (day: string) => {
			const all = await saidOn(engine, day);
			return all.find(
				(one) => 'code' in one && one.code === last?.code && one.scheme.code === last.scheme
			)?.said.words;
		};
		const until = last?.holdsUntil ?? '';
		expect(await wordsOn(until)).toBe(last?.about);
		expect(await wordsOn(addDays(until, 1))).toBe(last?.afterwards);
	});

	test('nobody is offered a lever whose term is past, nor told to meet conditions that are not all known', async () => {
		const levers = await leversOn(engine, TODAY);
		const over = levers.filter(({ rule }) => rule.holdsUntil && rule.holdsUntil < TODAY);
		expect(over.length).toBeGreaterThan(0);
		for (const { lever } of over) expect(lever?.outcome).toBe('over');
		const covenants = levers.filter(({ rule }) => rule.code === 'eligible');
		expect(covenants.map(({ lever }) => lever?.outcome)).not.toContain('yes');
		const before = await leversOn(engine, '2026-03-01');
		const open = before.filter(({ rule }) => rule.holdsUntil && rule.holdsUntil >= '2026-03-01');
		expect(open.length).toBeGreaterThan(0);
		for (const { lever } of open) expect(lever?.outcome).not.toBe('over');
	});

	test('every statement has a source and says how sure it is', async () => {
		const facts = await reference(engine.database);
		expect(facts.lawStatements.length).toBeGreaterThan(10);
		for (const { publication } of facts.lawStatements)
			expect(facts.publications.has(publication)).toBe(true);
		const kinds = new Set(facts.lawStatements.map(({ certainty }) => certainty));
		expect(kinds).toEqual(new Set(['stated', 'secondary', 'inferred', 'not_found']));
	});

	test('the round of 2014 has its counts, and what a source says of 2012 is no category', async () => {
		const counts = await publishedCounts(engine.database, { known: TODAY });
		const of = (year: number) => counts.find((one) => one.year === year);
		expect(of(2014)).toMatchObject({ counts: { '1': 208, '2a': 82, '2b': 18 }, tested: 308 });
		expect(of(2012)?.counts).toEqual({});
		expect(of(2012)?.notes.join(' ')).toContain('op de goede weg');
	});
});
