import type { LorenzPoint } from '#lib/domain/spread.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { RegionStanding } from '#lib/server/standing/standing.ts';
import type { MemberSpread, RegionSpread, SpreadMeasures } from '#lib/server/standing/spread.ts';
import { field, figure, type Column } from './column.ts';
import { maybeWord, spaced, type Quantity } from './field.ts';
import { moment, QUANTITIES, town, type AtMoment } from './quantities.ts';

/** What every export says of the size of a project. */
export const ASSUMPTION = 'our assumption, no official figure';

const MEASURES: Record<keyof SpreadMeasures, readonly [name: string, meaning: string]> = {
	gini: ['gini', 'Gini coefficient weighted by households'],
	hoover: ['hoover', 'Hoover index'],
	cv: ['cv', 'Coefficient of variation, unweighted'],
	weightedCv: ['weighted_cv', 'Coefficient of variation, weighted by households'],
	theil: ['theil', 'Theil index'],
	highestToLowest: ['highest_to_lowest', 'Highest share over the lowest'],
	cityToRing: ['city_to_ring', 'Share of the member with most households over that of the others']
};

/** Measures of spread, in the order given. */
export const measures = <Row, Whole = unknown>(
	names: readonly (keyof SpreadMeasures)[],
	of: (row: Row, whole: Whole) => SpreadMeasures
): readonly Column<Row, Whole>[] =>
	names.map((key) => {
		const [name, meaning] = MEASURES[key];
		return field<Row, Whole>(
			name,
			'number?',
			`${meaning}; blank when undefined.`,
			(row, whole) => of(row, whole)[key]
		);
	});

const QUOTIENT: Quantity = {
	name: 'location_quotient',
	unit: 'ratio',
	about: '',
	meaning: 'Own share over that of the region.'
};
const EXCESS: Quantity = {
	name: 'excess_dwellings',
	unit: 'dwellings',
	about: '',
	meaning: 'Dwellings above or below its part by households.'
};
const REGIONAL: Quantity = {
	name: 'regional_spread',
	unit: 'ratio',
	about: '',
	meaning: 'Spread against the bordering municipalities, 100 is even.'
};

/** A member in the spread of its region. */
export interface SpreadRow extends MemberSpread {
	standing: MemberStanding;
	/** Where its part of the Lorenz curve ends; null without a curve. */
	end: LorenzPoint | null;
}

/** The members of a region that stand in its spread. */
export const spreadRows = (
	{ members }: Pick<RegionStanding, 'members'>,
	spread: RegionSpread
): SpreadRow[] =>
	spread.members.flatMap((own) => {
		const { nis } = own.municipality;
		const standing = members.find((one) => one.municipality.nis === nis);
		const end = spread.lorenz?.find((point) => point.nis === nis) ?? null;
		return standing ? [{ ...own, standing, end }] : [];
	});

/** What holds for the region stands in every row. */
interface OfRegion extends AtMoment {
	slug: string;
	spread: RegionSpread;
}

type SpreadColumn = Column<SpreadRow, OfRegion>;

const part = (name: string, meaning: string, of: (row: SpreadRow) => number | null): SpreadColumn =>
	field(name, 'number?', meaning, of);

/** The members of a region with their part in its spread. */
export const spread: readonly SpreadColumn[] = [
	...town<SpreadRow>((row) => row.municipality),
	figure(QUANTITIES.households, (row) => row.standing.households),
	figure(QUANTITIES.stock, (row) => row.standing.stock),
	figure(QUANTITIES.share, (row) => row.standing.share),
	figure(QUOTIENT, (row) => row.quotient),
	figure(EXCESS, (row) => row.excess),
	figure(REGIONAL, (row) => row.regional),
	field(
		'neighbours_without_figure',
		'text?',
		spaced('NIS codes of neighbours that are left out'),
		(row) => row.neighboursWithout.join(' ')
	),
	part(
		'lorenz_households',
		'Part of the households up to this member, 0 to 1; blank without a curve.',
		(row) => row.end?.x ?? null
	),
	part(
		'lorenz_dwellings',
		'Part of the dwellings up to this member, 0 to 1; blank without a curve.',
		(row) => row.end?.y ?? null
	),
	part(
		'project_share',
		'What one project adds to the share, a fraction; blank without households.',
		(row) => row.project.value
	),
	part(
		'place',
		'Place by share, 1 is the highest; blank without a share.',
		(row) => row.place?.place ?? null
	),
	part(
		'place_highest',
		'Place with one project more; blank without a share.',
		(row) => row.place?.highest ?? null
	),
	part(
		'place_lowest',
		'Place with one project less; blank without a share.',
		(row) => row.place?.lowest ?? null
	),
	part(
		'places',
		'How many members have a place; blank without a share.',
		(row) => row.place?.of ?? null
	),
	field(
		'places_status',
		maybeWord('Status'),
		'How sure the places are; blank without a share.',
		(row) => row.place?.status ?? null
	),
	field('region', 'text', 'Slug of the region.', (_, whole) => whole.slug),
	figure<SpreadRow, OfRegion>(QUANTITIES.elsewhere, (_, whole) => whole.spread.elsewhere),
	...measures<SpreadRow, OfRegion>(
		['gini', 'hoover', 'cv', 'weightedCv', 'theil', 'highestToLowest', 'cityToRing'],
		(_, whole) => whole.spread.measures
	),
	field('project', 'whole', 'Dwellings in a typical project.', (_, whole) => whole.spread.project),
	field('project_note', 'text', 'What that number is, in words.', () => ASSUMPTION),
	...moment
];
