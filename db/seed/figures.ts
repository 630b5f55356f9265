import { yearOf } from '#lib/domain/dates.ts';
import type { Facts } from './fact-rows.ts';
import { number, optional, readTable, readWide, word } from './table.ts';

type Observation = Facts['observations'][number];
type RegionObservation = Facts['regionObservations'][number];
type PlaceInFile = 'place_sheet' | 'place_row' | 'place_column';

const FIGURE = {
	publication_id: number,
	indicator: word<string>,
	reference_date: word<string>,
	value: number,
	status: word<Observation['status']>,
	note: optional(word<string>)
};

/** Households and published stock figures of municipalities. */
export async function readObservations(): Promise<Observation[]> {
	const [households, stated] = await Promise.all([
		readSeries('municipality'),
		readTable<Omit<Observation, PlaceInFile>>('figures', { nis_code: word, ...FIGURE })
	]);
	return [...households.map(({ key, ...figure }) => ({ nis_code: key, ...figure })), ...stated];
}

/** Households of arrondissements, and figures published for Flanders, provinces and other regions as a whole. */
export async function readRegionObservations(): Promise<RegionObservation[]> {
	const [households, stated] = await Promise.all([
		readSeries('region'),
		readTable<RegionObservation>('region-figures', { region: word, ...FIGURE })
	]);
	return [...households.map(({ key, ...figure }) => ({ region: key, ...figure })), ...stated];
}

/** The numbers of the wide tables of one level, as `facts/series.csv` describes them. */
async function readSeries(level: 'municipality' | 'region') {
	const all = await readTable('series', {
		file: word<string>,
		level: word<string>,
		indicator: word<string>,
		publication_id: number,
		/** `yes`: every year is a publication of its own; this is the number of the first, the others follow. */
		yearly: word<'yes' | 'no'>,
		status: word<Observation['status']>
	});
	const own = all.filter((series) => series.level === level);
	const figures = own.map(async ({ file, indicator, publication_id, yearly, status }) => {
		const rows = await readWide(file);
		const first = Math.min(...rows.map(({ day }) => yearOf(day)));
		return rows.map(({ key, day, value }) => ({
			key,
			publication_id: yearly === 'yes' ? publication_id + yearOf(day) - first : publication_id,
			indicator,
			reference_date: day,
			value,
			status,
			note: null
		}));
	});
	return (await Promise.all(figures)).flat();
}
