import { expect, test } from 'vitest';
import { atVersion } from '#lib/server/reference/at-version.ts';
import { editionOn } from '#lib/server/formats/open-data/kept.ts';
import { openTables } from '#lib/server/formats/open-data/tables.ts';
import { expectedPublications } from '#lib/server/queries/calendar.ts';
import { isOut, reference, type Reference } from '#lib/server/reference/reference.ts';
import { knownSchemes } from '#lib/server/standing/build-up.ts';
import { regimeSaid } from '#lib/server/standing/law.ts';
import { describedFields } from '#lib/tables/data-package.ts';
import { laterDays } from '../support/dated-words.ts';
import { describeOneEngine } from '../support/engines.ts';
import { facts as start, knownFrom } from '../support/facts.ts';

/** The days on which a rule became known: between two of them what is said of the law stays as it is. */
const DAYS = [
	...new Set(
		[
			...start.schemes,
			...start.schemeRules,
			...start.schemeDates,
			...start.lawStatements,
			...start.goals,
			...start.testRounds,
			...start.regionObjectives
		].map(knownFrom)
	)
].sort();

/** Tables in our own words of today: what each series is, and how we came by each source. */
const OURS: ReadonlySet<string> = new Set(['indicators', 'publications']);

/** The day of a row as far as its source names it, written as text; an expectation is of a day to come. */
const OWN_DAY = 'true_on';

/** The days that rules known on a day set for later. */
const plannedBy = (facts: Reference, known: string): Set<string> =>
	new Set(
		knownSchemes(facts, known)
			.flatMap(({ code, deadline, startsOn, baselineOn }) => [
				deadline,
				startsOn,
				baselineOn,
				...facts.schemeDates
					.filter((one) => one.scheme === code && isOut(facts, one, known))
					.map(({ day }) => day)
			])
			.filter((day) => day !== null)
	);

describeOneEngine('facts', (engine) => {
	const on = async (day: string) => {
		const { version } = editionOn(await reference(engine.database), day);
		const then = atVersion(engine.database, version);
		const facts = await reference(then, day);
		return { then, facts, planned: plannedBy(facts, day) };
	};

	test.for(DAYS)('on %s no text of the package tells of a later day', async (day) => {
		const { then, planned } = await on(day);
		const found: string[] = [];
		for await (const [name, { columns, rows }] of openTables(then, day)) {
			if (OURS.has(name)) continue;
			const kinds = new Map(describedFields(name).map((one) => [one.name, one.kind]));
			const texts = columns.flatMap((column, at) =>
				kinds.get(column) === 'text' && column !== OWN_DAY ? [at] : []
			);
			for (const row of rows)
				for (const at of texts)
					if (laterDays(String(row[at] ?? ''), day, planned).length > 0)
						found.push(`${name}, ${columns[at]}: ${row[at]}`);
		}
		expect(found).toEqual([]);
	});

	test.for(DAYS)('on %s nothing that is said of the law tells of a later day', async (day) => {
		const { then, facts, planned } = await on(day);
		const words = [
			...knownSchemes(facts, day).flatMap((scheme) => {
				const { rules, dates, statements } = regimeSaid(facts, scheme, day);
				const said = [...rules, ...dates, ...statements].map((one) => one.said.words);
				return [scheme.name, scheme.legalReference, scheme.note ?? '', ...said];
			}),
			...[...facts.goals.values()]
				.flat()
				.filter((goal) => isOut(facts, goal, day))
				.map(({ note }) => note ?? ''),
			...(await expectedPublications(then.read, day)).map(({ source }) => source)
		];
		expect(words.filter((one) => laterDays(one, day, planned).length > 0)).toEqual([]);
	});
});
