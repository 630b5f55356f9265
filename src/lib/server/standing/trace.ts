import type { Day } from '#lib/domain/dates.ts';
import {
	fromObservation,
	type Address,
	type Figure,
	type Quantity,
	type Rule
} from '#lib/domain/figure.ts';
import { isIndicator, type Indicator } from '#lib/domain/indicators.ts';
import { testFigures } from '#lib/domain/progress-test.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { bySlug } from '#lib/text/words.ts';
import { QUANTITY_WORDS } from '#lib/text/trace.ts';
import type { Database } from '../database/database.ts';
import { observationPlaces, type ObservationPlace } from '../queries/trace.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { addressedTest, addressesIn, addressing } from './addressed.ts';
import type { Moment } from './moment.ts';
import { standingsOf } from './municipalities.ts';
import type { MunicipalityStanding } from './standing.ts';
import { TRACED } from '../asked/page-questions.ts';
import { ask, MalformedParameterError } from '../asked/parameter.ts';
import { OWN_REGION } from '../asked/questions.ts';
import { regionAsked } from './asked-region.ts';
import { regionStanding } from './regions.ts';

/** What an address asks to trace; without a quantity: everything that is known of the area. */
export type TraceAsked = Omit<
	Address,
	'quantity' | 'known' | 'version' | 'region' | 'regime' | 'codes'
> & {
	quantity: Quantity | null;
	/** One published number instead of a quantity. */
	observation: { indicator: Indicator; publication: number } | null;
	/** Code of the regime asked about, when it is another than that of the day. */
	regime: string | null;
	/** The municipality asked about, or that is a member; null: the region is asked about. */
	town: Municipality | null;
	/** The region asked about, or of which the municipality is a member. */
	region: Region | null;
};

/** A step in how a figure came about, in reading order; `level` 0 is the figure itself. */
export interface TraceStep {
	level: number;
	/** The area that this step is of, when it is another one than that of the step above. */
	area: string | null;
	figure: Figure;
	rule: Rule;
	/** For one published number: where it stands in the file, as far as that was kept. */
	place: ObservationPlace | null;
	/** Where the rest is told, when this step is not taken further here. */
	onward: Address | null;
}

/** A figure with everything that it was made from. */
export interface Trace {
	area: { code: string; name: string };
	/** By quantity, every figure of the area that can be traced at this moment. */
	figures: ReadonlyMap<Quantity, Figure>;
	/** The figure asked for, then what it was made from; empty when none was asked. */
	steps: TraceStep[];
}

/**
 * Reads what is to be traced: `gebied` a NIS code or slug, `cijfer` a quantity, `op` the reference date, `grond` the day of the structure (else the reference date), `regio` the region of a member's gap; or
 * `reeks` an indicator and `publicatie` the publication of one number on the day `op`.
 * Null when there is no such area.
 * @throws MalformedParameterError for a quantity or date that is none, or without an area or date
 */
export function readTraceAsked(facts: Reference, parameters: URLSearchParams): TraceAsked | null {
	const days = ask(TRACED, 'page', parameters);
	const on = required('op', days.on, parameters);
	const quantity = parameters.get('cijfer');
	const indicator = parameters.get('reeks');
	const area = required('gebied', parameters.get('gebied'), parameters);
	const town = facts.places.byCode.get(area) ?? null;
	const slug = town ? parameters.get('regio') : area;
	const region =
		slug === null ? null : regionAsked(facts, slug, ask(OWN_REGION, 'page', parameters), 'page');
	if (!town && !region) return null;
	return {
		area,
		quantity: quantity ? required('cijfer', bySlug(QUANTITY_WORDS, quantity), parameters) : null,
		on,
		structureOn: days.structure ?? on,
		observation: indicator ? readObservation(indicator, parameters) : null,
		regime: parameters.get('regeling'),
		town,
		region
	};
}

function readObservation(code: string, parameters: URLSearchParams) {
	const id = parameters.get('publicatie') ?? '';
	const indicator = required('reeks', isIndicator(code) ? code : null, parameters);
	const publication = required('publicatie', /^\d{1,9}$/.test(id) ? Number(id) : null, parameters);
	return { indicator, publication };
}

function required<Value>(
	name: string,
	value: Value | null | undefined,
	parameters: URLSearchParams
): Value {
	if (value) return value;
	const text = (parameters.get(name) ?? '').slice(0, 40);
	throw new MalformedParameterError({ name, detail: `"${text}"` });
}

/** A figure and how it came about; null when the quantity asked is unknown there. */
export async function traceOf(
	database: Database,
	asked: TraceAsked,
	knowledge: Knowledge
): Promise<Trace | null> {
	if (asked.observation) return observationTrace(database, asked, asked.observation);
	const figures = await figuresOf(database, asked, momentOf(asked, knowledge));
	const root = asked.quantity && figures.get(asked.quantity);
	if (asked.quantity && !root) return null;
	return {
		area: areaOf(asked),
		figures,
		steps: root ? await withPlaces(database, stepsOf(root)) : []
	};
}

const areaOf = ({ area, town, region }: TraceAsked): Trace['area'] => ({
	code: area,
	name: town?.name ?? region?.name ?? area
});

/** One number as a publication brought it. */
async function observationTrace(
	database: Database,
	asked: TraceAsked,
	observation: NonNullable<TraceAsked['observation']>
): Promise<Trace | null> {
	const key = { nis: asked.area, date: asked.on, ...observation };
	const [place] = await observationPlaces(database.read, [key]);
	if (!place) return null;
	const figure = fromObservation({ ...place, structureOn: null });
	return {
		area: areaOf(asked),
		figures: new Map(),
		steps: [{ level: 0, area: null, figure, rule: 'published', place, onward: null }]
	};
}

/** What was known, and when that is asked. */
type Knowledge = Pick<Moment, 'known' | 'knownAsked' | 'version' | 'today'>;

const momentOf = (
	{ on, structureOn }: TraceAsked,
	{ known, knownAsked, version, today }: Knowledge
): Moment => ({ on, known, structure: 'then', structureOn, today, knownAsked, version });

/** The figures with an address of an area, from the same standing that the pages show. */
async function figuresOf(
	database: Database,
	{ town, region, regime }: TraceAsked,
	moment: Moment
): Promise<ReadonlyMap<Quantity, Figure>> {
	if (town && !region) {
		const [row] = (await standingsOf(database, moment, [town])).rows;
		if (row && regime !== null) return besideFigures(row, regime);
		return row ? addressesIn(withTest(row, moment)) : new Map();
	}
	if (!region) return new Map();
	const standing = await regionStanding(database, moment, region);
	if (regime !== null) return besideFigures(standing, regime);
	const member = standing.members.find((one) => one.municipality.nis === town?.nis);
	return addressesIn((town ? member : standing) ?? {});
}

/** The figures of an area in another regime than that of the day. */
const besideFigures = ({ beside }: Pick<MunicipalityStanding, 'beside'>, regime: string) =>
	addressesIn(beside.find(({ scheme }) => scheme.code === regime) ?? {});

/** The standing of a municipality with what the progress test computes from it. */
const withTest = (row: MunicipalityStanding, moment: Moment) => ({
	...row,
	test: addressedTest(addressing(row.municipality.nis, moment), testFigures(row.objective))
});

/** The figure and, under it, the figures it was made from; one that has an address of its own is left to that. */
function stepsOf(figure: Figure, level = 0, area: string | null = null): TraceStep[] {
	const { made, address } = figure;
	const parts = made?.parts ?? [];
	const goesOn = level > 0 && parts.length > 0 && address !== undefined;
	const step: TraceStep = {
		level,
		area,
		figure,
		rule: made?.rule ?? 'computed',
		place: null,
		onward: goesOn ? address : null
	};
	const under = goesOn ? [] : parts.flatMap((part) => stepsOf(part.figure, level + 1, part.nis));
	return [step, ...under];
}

/** The same steps, those of one published number with its place in the file. */
async function withPlaces(database: Database, steps: readonly TraceStep[]): Promise<TraceStep[]> {
	const keys = steps.flatMap(({ figure }) => keysOf(figure));
	const places = await observationPlaces(database.read, keys);
	const key = (one: { nis: string; indicator: string; date: Day; publication: number }) =>
		`${one.nis} ${one.indicator} ${one.date} ${one.publication}`;
	const byKey = new Map(places.map((one) => [key(one), one]));
	return steps.map((step) => {
		const [own] = keysOf(step.figure);
		return { ...step, place: (own && byKey.get(key(own))) ?? null };
	});
}

function keysOf({ made, date, publications }: Figure) {
	const [publication] = publications;
	return made?.of && publication !== undefined ? [{ ...made.of, date, publication }] : [];
}
