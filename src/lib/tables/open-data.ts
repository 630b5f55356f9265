import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import { INDICATORS, type Indicator } from '#lib/domain/indicators.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { STATUSES } from '#lib/domain/status.ts';
import type { ObjectiveComponent } from '#lib/server/queries/objectives.ts';
import type {
	memberships,
	RegionObservation,
	regionObjectives
} from '#lib/server/queries/regions.ts';
import type { Reference } from '#lib/server/reference.ts';
import type { Round } from '#lib/server/standing/tests.ts';
import { DEFINITION_WORDS, indicatorName } from '#lib/text/words.ts';
import { field, type Column } from './column.ts';
import { maybeWord, word, type KindName, type Value } from './field.ts';
import { fraction, rule } from './progress-tests.ts';

/**
 * Tables that only the data package has: what stands in the database, row by row. The others are those of the API.
 */

const own = <Row, Whole = unknown>(
	name: string,
	kind: KindName,
	about: string,
	value: (row: Row, whole: Whole) => Value,
	unit?: Parameters<typeof field>[5]
): Column<Row, Whole> => field(name, kind, about, '', value, unit);

const CERTAINTIES = ['stated', 'secondary', 'inferred'];
const DEFINITIONS = Object.keys(DEFINITION_WORDS);

export const indicators: readonly Column<Indicator>[] = [
	own('code', word('Indicator', Object.keys(INDICATORS)), 'code', (code) => code),
	own('name', 'text', 'naam', indicatorName),
	own('unit', 'text', 'eenheid van de waarde', (code) => INDICATORS[code].unit),
	own(
		'definition',
		maybeWord('Definition', DEFINITIONS),
		'letter van de telwijze van een woningvoorraad',
		(code) => INDICATORS[code].definition
	),
	own('definition_means', 'text?', 'wat de letter betekent', (code) => {
		const letter = INDICATORS[code].definition;
		return letter && DEFINITION_WORDS[letter];
	}),
	own(
		'additive',
		'flag',
		'waar: mag over gemeenten opgeteld worden',
		(code) => INDICATORS[code].additive
	)
];

/** The last day of each structure that has a usual name of its own; what comes after is `gemeente`. */
const STRUCTURES = { gemeente2018: '2018-12-31', gemeente2024: '2024-12-31' } as const;

/** The usual name of the structure in which a code is that of a municipality on a day; the day after its end is its own too. */
function structureOf(one: Municipality | undefined, day: Day): string {
	const last = one?.validTo && day === addDays(one.validTo, 1) ? one.validTo : day;
	const found = Object.entries(STRUCTURES).find(([, end]) => last <= end);
	return found?.[0] ?? 'gemeente';
}

/** What tables of municipalities are read with. */
interface AmongPlaces {
	places: Places;
}

const codeOn = (one: Municipality, places: Places, day: Day): string | null =>
	one.validFrom <= day ? places.successorOn(one.nis, day) : null;

/** The municipalities of every structure, each with the code of its ground in the structures with a usual name. */
export const placesOfAll: readonly Column<Municipality, AmongPlaces & { known: Day }>[] = [
	own('nis', 'nis', 'NIS-code van de gemeente', (one) => one.nis),
	own('name', 'text', 'naam', (one) => one.name),
	own('province', 'nis', 'NIS-code van de provincie', (one) => one.province),
	own('arrondissement', 'nis', 'NIS-code van het arrondissement', (one) => one.arrondissement),
	own('valid_from', 'date', 'eerste dag van deze vorm', (one) => one.validFrom),
	own('valid_to', 'date?', 'laatste dag van deze vorm; leeg: bestaat nog', (one) => one.validTo),
	own(
		'successor',
		'nis?',
		'gemeente waarin deze opging',
		(one, { places }) => places.wentInto(one.nis)?.successor ?? null
	),
	own(
		'gemeente2018',
		'nis?',
		'code van het gebied in de indeling tot en met 2018',
		(one, { places }) => codeOn(one, places, STRUCTURES.gemeente2018)
	),
	own(
		'gemeente2024',
		'nis?',
		'code van het gebied in de indeling van 2019 tot en met 2024',
		(one, { places }) => codeOn(one, places, STRUCTURES.gemeente2024)
	),
	own(
		'gemeente',
		'nis?',
		'code van het gebied in de indeling van deze dag',
		(one, { places, known }) => codeOn(one, places, known)
	),
	own('longitude', 'number?', 'lengte van het midden (WGS 84)', (one) => one.longitude, 'degrees'),
	own('latitude', 'number?', 'breedte van het midden (WGS 84)', (one) => one.latitude, 'degrees'),
	own('area_km2', 'size?', 'oppervlakte', (one) => one.areaKm2, 'km2')
];

const publication = <Row extends { publication: number }>(): Column<Row> =>
	own('publication', 'whole', 'nummer van de publicatie', (row) => row.publication);

const note = <Row extends { note: string | null }>(): Column<Row> =>
	own('note', 'text?', 'opmerking van of over de bron', (row) => row.note);

/** What a published number says, of a municipality or of a region. */
const published: readonly Column<Pick<Observation, 'indicator' | 'value' | 'status'>>[] = [
	own('indicator', 'text', 'code van de reeks', (row) => row.indicator),
	own('value', 'number?', 'waarde, in de eenheid die ernaast staat', (row) => row.value),
	own('status', word('Status', STATUSES), 'status', (row) => row.status),
	own('unit', 'text', 'eenheid van de waarde', (row) => INDICATORS[row.indicator].unit),
	own(
		'definition',
		'text?',
		'letter van de telwijze van een woningvoorraad',
		(row) => INDICATORS[row.indicator].definition
	)
];

const referenceDate = <Row extends { date: Day }>(): Column<Row> =>
	own('reference_date', 'date', 'datum waarop het cijfer waar is', (row) => row.date);

export const figures: readonly Column<Observation, AmongPlaces>[] = [
	own('nis', 'nis', 'NIS-code van de gemeente', (row) => row.nis),
	referenceDate(),
	...published,
	own(
		'structure',
		word('Structure', [...Object.keys(STRUCTURES), 'gemeente']),
		'indeling van de gemeentecode: gemeente2018, gemeente2024 of gemeente',
		(row, { places }) => structureOf(places.byCode.get(row.nis), row.structureOn ?? row.date)
	),
	own(
		'structure_on',
		'date?',
		'dag van de indeling die de publicatie voor al haar cijfers volgt',
		(row) => row.structureOn
	),
	publication(),
	note()
];

const region = <Row extends { region: string }>(): Column<Row> =>
	own('region', 'slug', 'naam van de regio in adressen', (row) => row.region);

type Membership = Awaited<ReturnType<typeof memberships>>[number];

export const regionMembers: readonly Column<Membership, AmongPlaces>[] = [
	region(),
	own('nis', 'nis', 'NIS-code van de gemeente', (row) => row.nis),
	own('name', 'text', 'naam', (row, { places }) => places.byCode.get(row.nis)?.name ?? null),
	own('from', 'date', 'eerste dag', (row) => row.from),
	own('to', 'date?', 'laatste dag; leeg: nog altijd', (row) => row.to)
];

export const regionFigures: readonly Column<RegionObservation>[] = [
	region(),
	referenceDate(),
	...published,
	publication(),
	note()
];

type Goal = NonNullable<ReturnType<Reference['goals']['get']>>[number];

export const goals: readonly Column<Goal>[] = [
	region(),
	own('kind', word('GoalKind', ['reach_share', 'hold_share']), 'soort', (goal) => goal.kind),
	own('numerator', 'text', 'reeks die gedeeld wordt', (goal) => goal.numerator),
	own('denominator', 'text', 'reeks waardoor gedeeld wordt', (goal) => goal.denominator),
	own(
		'share',
		'number?',
		'gevraagd aandeel, als breuk',
		(goal) => fraction(goal.basisPoints),
		'share'
	),
	own(
		'base_date',
		'date?',
		'datum waarvan het aandeel behouden moet blijven',
		(goal) => goal.baseDate
	),
	own('deadline', 'date?', 'laatste dag', (goal) => goal.deadline),
	own('adopted_on', 'date?', 'dag waarop het beslist is', (goal) => goal.adoptedOn),
	own(
		'certainty',
		word('Certainty', CERTAINTIES),
		'hoe zeker: stated (letterlijk), secondary (tweede bron), inferred (afgeleid)',
		(goal) => goal.certainty
	),
	publication()
];

type Scheme = Reference['schemes'][number];

export const schemes: readonly Column<Scheme, Pick<Reference, 'publications'>>[] = [
	own('code', 'text', 'code', (one) => one.code),
	own('name', 'text', 'naam', (one) => one.name),
	own('tenure', 'text', 'wat de regeling vraagt: huur, koop, kavels …', (one) => one.tenure),
	own('status', 'text', 'status', (one) => one.status),
	own('starts_on', 'date?', 'eerste dag van de regeling', (one) => one.startsOn),
	own('deadline', 'date?', 'laatste dag', (one) => one.deadline),
	own('baseline_on', 'date?', 'dag van de nulmeting', (one) => one.baselineOn),
	own(
		'households_on',
		'date?',
		'dag van de huishoudens waarmee de regeling rekent',
		(one) => one.householdsOn
	),
	own(
		'cap',
		'number?',
		'aandeel waarboven een gemeente vrijgesteld is, als breuk',
		(one) => fraction(one.capBasisPoints),
		'share'
	),
	own(
		'catch_up',
		'number?',
		'aandeel waaronder een inhaalbeweging kan, als breuk',
		(one) => fraction(one.catchUpBasisPoints),
		'share'
	),
	own('legal_reference', 'text', 'verwijzing naar de regel', (one) => one.legalReference),
	note(),
	// Blank while the source of the rule itself was not out.
	own(
		'publication',
		'whole?',
		'nummer van de publicatie',
		(one, { publications }) => publications.get(one.publication)?.id ?? null
	)
];

const scheme = <Row extends { scheme: string }>(): Column<Row> =>
	own('scheme', 'text', 'code van de regeling', (row) => row.scheme);
const component = <Row extends { component: string }>(): Column<Row> =>
	own('component', 'text', 'onderdeel van het objectief', (row) => row.component);

export const objectives: readonly Column<ObjectiveComponent>[] = [
	scheme(),
	own('nis', 'nis', 'NIS-code van de gemeente', (row) => row.nis),
	component(),
	own('value', 'count?', 'aantal woningen', (row) => row.value, 'dwellings'),
	own(
		'status',
		word('ObjectiveStatus', ['compulsory', 'exempt', 'none', 'provisional']),
		'status',
		(row) => row.status
	),
	own('attested_on', 'date?', 'dag waarvoor de bron het stelt', (row) => row.attestedOn),
	publication(),
	own('estimated', 'flag', 'waar: rust op een raming (oefencijfer)', (row) => row.practice)
];

type RegionObjective = Awaited<ReturnType<typeof regionObjectives>>[number];

export const regionObjectiveColumns: readonly Column<RegionObjective>[] = [
	scheme(),
	region(),
	component(),
	own('value', 'count', 'aantal woningen', (row) => row.value, 'dwellings'),
	own(
		'value_up_to',
		'count?',
		'bovenkant van een bereik dat bij de waarde begint',
		(row) => row.valueUpTo,
		'dwellings'
	),
	note(),
	publication()
];

export const testRounds: readonly Column<Round>[] = [...rule, note(), publication()];
