import { error } from '@sveltejs/kit';
import { scenario } from '#lib/domain/progress-test.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { ORDER, ROUND, WHAT_IF } from '#lib/server/asked/page-questions.ts';
import { membersOf } from '#lib/server/standing/regions.ts';
import { sourcesOf } from '#lib/server/standing/sources.ts';
import { countedWithNow, roundBesideNow } from '#lib/server/standing/tests-now.ts';
import {
	countTests,
	publishedCounts,
	roundOf,
	roundStandings,
	type Round,
	type TestStanding
} from '#lib/server/standing/tests.ts';
import { byName, day, isEstimate } from '#lib/text/format.ts';
import { linksFrom } from '../../../links.ts';
import { askedIn, question } from '../../../question.ts';
import { rankedBy } from '#lib/domain/status.ts';
import { areaChoice, comparison, inAreas } from '../../areas.ts';
import { testMap } from './map.ts';

const SORTS = {
	naam: (row: TestStanding) => row.municipality.name,
	objectief: (row: TestStanding) => rankedBy(row.target),
	gerealiseerd: (row: TestStanding) => rankedBy(row.realisedPart),
	metgepland: (row: TestStanding) => rankedBy(row.withPlannedPart),
	tekort: (row: TestStanding) => replayed(row, row.shortRealised),
	tekort2: (row: TestStanding) => replayed(row, row.shortWithPlanned),
	berekend: (row: TestStanding) => replayed(row, row.computed),
	ingevoerd: (row: TestStanding) => row.entered?.category ?? null
} as const;

/** What was replayed, unless with estimates: on these nobody is ranked. */
const replayed = ({ estimated }: TestStanding, value: number | null) => (estimated ? null : value);

const isSort = (text: string): text is keyof typeof SORTS => Object.hasOwn(SORTS, text);

/** The regions whose municipalities are counted apart. */
const COUNTED_KINDS = ['gewest', 'provincie', 'stadsregio'];

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const round = roundOf(facts, moment, params.jaar);
	if (!round) error(404, `Van ${params.jaar} is geen voortgangstoets bekend.`);
	const [then, published] = await Promise.all([
		roundStandings(database, moment, round),
		publishedCounts(database, moment)
	]);
	const all = await roundBesideNow(database, moment, round, then);
	const filter = filterIn(url);
	const areas = areaChoice(facts, url);
	const included = inAreas(facts, areas, round.measuredOn);
	const rows = all
		.filter((row) => included(row.municipality.nis) && passes(row, filter))
		.sort(comparison(SORTS[filter.sort], filter.descending));
	const byCode = new Map(all.map((row) => [row.municipality.nis, row]));
	const regions = [...facts.regions.values()]
		.filter((region) => COUNTED_KINDS.includes(region.kind))
		.sort(
			(a, b) =>
				COUNTED_KINDS.indexOf(a.kind) - COUNTED_KINDS.indexOf(b.kind) || byName(a.name, b.name)
		)
		.map((region) => {
			const { municipalities } = membersOf(facts, region, round.measuredOn);
			const members = municipalities.flatMap((one) => byCode.get(one.nis) ?? []);
			return { region, ...countedWithNow(members) };
		});

	const figures = all.flatMap(figuresOf);
	return {
		fixed: { on: round.measuredOn },
		sheet: `Toestand op ${day(round.measuredOn)}, bekend op ${day(moment.known)}`,
		round,
		rows,
		filter,
		areas,
		counts: countTests(rows),
		total: countedWithNow(all),
		estimates: all.filter((row) => isEstimate(row.realised)).length,
		regions,
		published: published.filter((one) => one.year === round.year),
		publications: facts.publications,
		names: all
			.map(({ municipality: { nis, name } }) => ({ nis, name }))
			.sort((a, b) => byName(a.name, b.name)),
		whatIf: whatIf(url, round, byCode),
		map: testMap(
			facts,
			round,
			all,
			new Set(rows.map((row) => row.municipality.nis)),
			linksFrom(url)
		),
		figures,
		sources: sourcesOf(facts, figures)
	};
}

const figuresOf = (row: TestStanding): Figure[] => [
	row.target,
	row.realised,
	row.inExecution,
	row.planned
];

function filterIn(url: URL) {
	const { sort, descending, ...asked } = askedIn({ ...ORDER, ...ROUND }, url);
	const known = sort !== null && isSort(sort) ? sort : 'naam';
	return { ...asked, sort: known, descending: descending === 'af' } as const;
}

const passes = (row: TestStanding, filter: ReturnType<typeof filterIn>): boolean =>
	(!filter.computed || row.ground === filter.computed) &&
	(!filter.entered || row.entered?.category === filter.entered) &&
	(!filter.differing || row.differs);

/** The scenario in the address: a municipality of the round, and how many dwellings more; null when none is asked. */
function whatIf(url: URL, { thresholds }: Round, byCode: ReadonlyMap<string, TestStanding>) {
	const row = byCode.get(url.searchParams.get('gemeente') ?? '');
	if (!row || !thresholds) return null;
	const { more } = askedIn(WHAT_IF, url);
	const [target, realised, inExecution, planned] = figuresOf(row).map((one) => one.value);
	if (more === null || !target || realised == null || inExecution == null || planned == null)
		return { row, more, found: null, estimated: false };
	return {
		row,
		more,
		found: scenario(target, realised, inExecution + planned, thresholds, more),
		estimated: figuresOf(row).some((one) => isEstimate(one))
	};
}
