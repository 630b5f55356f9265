import type { Figure } from '#lib/domain/figure.ts';
import type { Mention } from '#lib/domain/mention.ts';
import { newestOfSorts, type PublishedFact } from '#lib/domain/published.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Database } from '../database/database.ts';
import { mentionsOf } from '../queries/mentions.ts';
import { reference } from '../reference/reference.ts';
import { agreementsFor, type OwnAgreement } from './agreement.ts';
import { publishedAbout } from './published.ts';
import { fairPartsOf, type FairPart } from './fair-part.ts';
import { unnumberedPeriods } from './build-up.ts';
import { growthPathsOf, type GrowthPath } from './growth-path.ts';
import { lensesOfAll, type RegionLens } from './lens.ts';
import type { Moment } from './moment.ts';
import type { MunicipalityStanding } from './standing.ts';
import type { RegionStanding } from './standing.ts';
import { figuresBehind, objectiveFigures, sourcesOf, type Source } from './sources.ts';
import { testsOfAll, type MunicipalTest } from './tests.ts';
import { trendsOf, type TrendPoint } from './trends.ts';

/** Whose a fact is: the name of a municipality before the merger; null for the municipality itself. */
interface OfFormer {
	former: string | null;
}

/** Everything that one sheet of paper says of a municipality. */
export interface MunicipalitySheet {
	municipality: Municipality;
	standing: MunicipalityStanding;
	path: GrowthPath;
	/** Share over the years, in the structure of the moment. */
	trend: readonly TrendPoint[];
	/** Oldest round first. */
	tests: readonly MunicipalTest[];
	/** The regions to which it belongs at the moment. */
	regions: readonly RegionLens[];
	/** Its part in what each of those wants to reach. */
	parts: readonly FairPart[];
	/** What is said of it and is no figure of a series, with who says it: its stock or share first. */
	mentions: readonly (Mention & { publisher: string })[];
	/** What its regions agreed on for it. */
	agreements: readonly OwnAgreement[];
	/** The years of announced regimes of which it has no number yet. */
	unnumbered: readonly string[];
	/** Of each sort the newest that was published about it, or about one of the municipalities before its merger. */
	published: readonly (PublishedFact & OfFormer)[];
	/** The publications that its numbers rest on, the most used first. */
	sources: readonly Source[];
}

/** Whether it is of the stock or share of one municipality, as most else on a sheet. */
const isOfAll = ({ kind, places }: Mention): boolean =>
	(kind === 'stock' || kind === 'share') && !places.includes(' ');

/**
 * The sheets of some municipalities, in the order of their standings: each sort of figure is read once for all of them.
 * @param moment with the structure in which these municipalities are in force
 */
export async function sheetsOf(
	database: Database,
	moment: Moment,
	standings: readonly MunicipalityStanding[]
): Promise<MunicipalitySheet[]> {
	const towns = standings.map((one) => one.municipality);
	if (towns.length === 0) return [];
	const facts = await reference(database, moment.known);
	const codesOf = (nis: string) => facts.places.withPredecessors(nis);
	const all = towns.flatMap(({ nis }) => codesOf(nis));
	const [paths, trends, tests, lenses, mentions, published] = await Promise.all([
		growthPathsOf(database, moment, towns),
		trendsOf(database, moment, towns),
		testsOfAll(database, moment, towns),
		lensesOfAll(database, moment, towns, moment.structureOn),
		mentionsOf(database.read, all, moment.known),
		publishedAbout(database, moment, all)
	]);
	const told = mentions
		.toSorted((a, b) => Number(isOfAll(b)) - Number(isOfAll(a)))
		.map((one) => ({
			...one,
			publisher: facts.publications.get(one.publication)?.publisher ?? ''
		}));
	const codes = towns.map(({ nis }) => nis);
	const [agreements, parts] = await Promise.all([
		agreementsFor(database, facts, moment, codes),
		fairPartsOf(
			database,
			moment,
			codes.map((nis, index) => ({ nis, regions: lenses[index]?.now ?? [] }))
		)
	]);
	return standings.map((standing, index) => {
		const own = codesOf(standing.municipality.nis);
		const sheet = {
			municipality: standing.municipality,
			standing,
			unnumbered: unnumberedPeriods(facts, moment, standing.beside),
			path: paths[index] as GrowthPath,
			trend: trends[index] ?? [],
			tests: tests[index] ?? [],
			regions: lenses[index]?.now ?? [],
			mentions: told.filter(({ places }) => places.split(' ').some((nis) => own.includes(nis))),
			parts: parts[index] ?? [],
			agreements: agreements.get(standing.municipality.nis) ?? [],
			published: newestOfSorts(
				published.filter((one) => own.includes(one.nis)),
				moment.on
			).map((one) => ({
				...one,
				former:
					one.nis === standing.municipality.nis
						? null
						: (facts.places.byCode.get(one.nis)?.name ?? null)
			}))
		};
		return { ...sheet, sources: sourcesOf(facts, sheetFigures(sheet)) };
	});
}

/** The region that a municipality by itself is set beside: one with a goal of its own, else its reference region. */
export function regionBeside({
	regions
}: Pick<MunicipalitySheet, 'regions'>): RegionStanding | null {
	const all = regions.map((one) => one.standing);
	const found =
		all.find((one) => one.goal !== null && one.region.kind !== 'gewest') ??
		all.find((one) => one.region.kind === 'referentieregio');
	return found ?? null;
}

/** What the numbers of a sheet rest on. */
export const sheetFigures = ({
	standing,
	path,
	trend,
	tests
}: Omit<MunicipalitySheet, 'sources'>): Figure[] => [
	...figuresBehind(standing),
	...path.points.flatMap(objectiveFigures),
	...trend.map((point) => point.share),
	...tests.flatMap(({ own, predecessors }) =>
		(own ? [own] : predecessors).flatMap(objectiveFigures)
	)
];
