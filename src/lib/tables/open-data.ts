import { CERTAINTIES } from '#lib/domain/certainty.ts';
import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Observation } from '#lib/domain/figure.ts';
import { GOAL_KINDS } from '#lib/domain/goal.ts';
import { definitionOf, type Indicator } from '#lib/domain/indicators.ts';
import { PUBLISHED_STATUSES } from '#lib/domain/objective.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import type { Membership } from '#lib/domain/region.ts';
import { STATUSES } from '#lib/domain/status.ts';
import { fraction } from '#lib/domain/share.ts';
import type { ObjectiveComponent } from '#lib/server/queries/objectives.ts';
import type { RegionObservation, regionObjectives } from '#lib/server/queries/regions.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { Round } from '#lib/server/standing/tests.ts';
import { DEFINITION_WORDS, indicatorName } from '#lib/text/words.ts';
import { field, given, type Column } from './column.ts';
import { maybeWord, nl, word } from './field.ts';
import { rule } from './progress-tests.ts';

/**
 * Tables that only the data package has: what stands in the database, row by row. The others are those of the API.
 */

const DEFINITIONS = Object.keys(DEFINITION_WORDS);

export const indicators: readonly Column<Indicator>[] = [
	field('code', 'text', nl('code'), (code) => code),
	field('name', 'text', nl('naam'), indicatorName),
	field('unit', 'text', nl('eenheid van de waarde'), (code) => definitionOf(code).unit),
	field(
		'definition',
		maybeWord('Definition', DEFINITIONS),
		nl('letter van de telwijze van een woningvoorraad'),
		(code) => definitionOf(code).definition
	),
	field('definition_means', 'text?', nl('wat de letter betekent'), (code) => {
		const letter = definitionOf(code).definition;
		return letter && DEFINITION_WORDS[letter];
	}),
	field(
		'additive',
		'flag',
		nl('waar: mag over gemeenten opgeteld worden'),
		(code) => definitionOf(code).additive
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
	given('nis', 'nis', nl('NIS-code van de gemeente')),
	given('name', 'text', nl('naam')),
	given('province', 'nis', nl('NIS-code van de provincie')),
	given('arrondissement', 'nis', nl('NIS-code van het arrondissement')),
	given('valid_from', 'date', nl('eerste dag van deze vorm')),
	given('valid_to', 'date?', nl('laatste dag van deze vorm; leeg: bestaat nog')),
	field(
		'successor',
		'nis?',
		nl('gemeente waarin deze opging'),
		(one, { places }) => places.wentInto(one.nis)?.successor ?? null
	),
	field(
		'gemeente2018',
		'nis?',
		nl('code van het gebied in de indeling tot en met 2018'),
		(one, { places }) => codeOn(one, places, STRUCTURES.gemeente2018)
	),
	field(
		'gemeente2024',
		'nis?',
		nl('code van het gebied in de indeling van 2019 tot en met 2024'),
		(one, { places }) => codeOn(one, places, STRUCTURES.gemeente2024)
	),
	field(
		'gemeente',
		'nis?',
		nl('code van het gebied in de indeling van deze dag'),
		(one, { places, known }) => codeOn(one, places, known)
	),
	given('longitude', 'number?', nl('lengte van het midden (WGS 84)'), 'degrees'),
	given('latitude', 'number?', nl('breedte van het midden (WGS 84)'), 'degrees'),
	given('area_km2', 'size?', nl('oppervlakte'), 'km2')
];

const publication = <Row extends { publication: number }>(): Column<Row> =>
	given('publication', 'whole', nl('nummer van de publicatie'));

const note = <Row extends { note: string | null }>(): Column<Row> =>
	given('note', 'text?', nl('opmerking van of over de bron'));

/** What a published number says, of a municipality or of a region. */
const published: readonly Column<Pick<Observation, 'indicator' | 'value' | 'status'>>[] = [
	given('indicator', 'text', nl('code van de reeks')),
	given('value', 'number?', nl('waarde, in de eenheid die ernaast staat')),
	given('status', word('Status', STATUSES), nl('status')),
	field('unit', 'text', nl('eenheid van de waarde'), (row) => definitionOf(row.indicator).unit),
	field(
		'definition',
		'text?',
		nl('letter van de telwijze van een woningvoorraad'),
		(row) => definitionOf(row.indicator).definition
	)
];

const referenceDate = <Row extends { date: Day }>(): Column<Row> =>
	field('reference_date', 'date', nl('datum waarop het cijfer waar is'), (row) => row.date);

export const figures: readonly Column<Observation, AmongPlaces>[] = [
	given('nis', 'nis', nl('NIS-code van de gemeente')),
	referenceDate(),
	...published,
	field(
		'structure',
		word('Structure', [...Object.keys(STRUCTURES), 'gemeente']),
		nl('indeling van de gemeentecode: gemeente2018, gemeente2024 of gemeente'),
		(row, { places }) => structureOf(places.byCode.get(row.nis), row.structureOn ?? row.date)
	),
	given(
		'structure_on',
		'date?',
		nl('dag van de indeling die de publicatie voor al haar cijfers volgt')
	),
	publication(),
	note()
];

const region = <Row extends { region: string }>(): Column<Row> =>
	given('region', 'slug', nl('naam van de regio in adressen'));

export const regionMembers: readonly Column<Membership & { region: string }, AmongPlaces>[] = [
	region(),
	given('nis', 'nis', nl('NIS-code van de gemeente')),
	field('name', 'text', nl('naam'), (row, { places }) => places.byCode.get(row.nis)?.name ?? null),
	given('from', 'date', nl('eerste dag')),
	given('to', 'date?', nl('laatste dag; leeg: nog altijd'))
];

export const regionFigures: readonly Column<RegionObservation>[] = [
	region(),
	referenceDate(),
	...published,
	publication(),
	note()
];

/** A goal, with its place among those of the same region and kind in one publication, the first to hold first. */
type Goal = NonNullable<ReturnType<Reference['goals']['get']>>[number] & { sequence: number };

export const goals: readonly Column<Goal>[] = [
	region(),
	given('kind', word('AdoptedGoalKind', GOAL_KINDS), nl('soort')),
	given('numerator', 'text?', nl('reeks die gedeeld wordt; leeg bij een norm voor nieuwbouw')),
	given(
		'denominator',
		'text?',
		nl('reeks waardoor gedeeld wordt; leeg bij een norm voor nieuwbouw')
	),
	field(
		'share',
		'number?',
		nl('gevraagd aandeel, als breuk'),
		(goal) => fraction(goal.basisPoints),
		'share'
	),
	given('base_date', 'date?', nl('datum waarvan het aandeel behouden moet blijven')),
	given('deadline', 'date?', nl('laatste dag')),
	given('adopted_on', 'date?', nl('dag waarop het beslist is')),
	given(
		'certainty',
		word('Certainty', CERTAINTIES),
		nl('hoe zeker: stated (letterlijk), secondary (tweede bron), inferred (afgeleid)')
	),
	publication(),
	given('holds_from', 'date?', nl('eerste dag waarop het geldt; leeg: de bron noemt er geen')),
	given('sequence', 'whole', nl('volgnummer onder de doelen van deze soort in de publicatie'))
];

type Scheme = Reference['schemes'][number];

export const schemes: readonly Column<Scheme, Pick<Reference, 'publications'>>[] = [
	given('code', 'text', nl('code')),
	given('name', 'text', nl('naam')),
	given('tenure', 'text', nl('wat de regeling vraagt: huur, koop, kavels …')),
	given('status', 'text', nl('status')),
	given('starts_on', 'date?', nl('eerste dag van de regeling')),
	given('deadline', 'date?', nl('laatste dag')),
	given('baseline_on', 'date?', nl('dag van de nulmeting')),
	given('households_on', 'date?', nl('dag van de huishoudens waarmee de regeling rekent')),
	field(
		'cap',
		'number?',
		nl('aandeel waarboven een gemeente vrijgesteld is, als breuk'),
		(one) => fraction(one.capBasisPoints),
		'share'
	),
	field(
		'catch_up',
		'number?',
		nl('aandeel waaronder een inhaalbeweging kan, als breuk'),
		(one) => fraction(one.catchUpBasisPoints),
		'share'
	),
	given('legal_reference', 'text', nl('verwijzing naar de regel')),
	note(),
	// Blank while the source of the rule itself was not out.
	field(
		'publication',
		'whole?',
		nl('nummer van de publicatie'),
		(one, { publications }) => publications.get(one.publication)?.id ?? null
	)
];

const scheme = <Row extends { scheme: string }>(): Column<Row> =>
	given('scheme', 'text', nl('code van de regeling'));
const component = <Row extends { component: string }>(): Column<Row> =>
	given('component', 'text', nl('onderdeel van het objectief'));

export const objectives: readonly Column<ObjectiveComponent>[] = [
	scheme(),
	given('nis', 'nis', nl('NIS-code van de gemeente')),
	component(),
	given('value', 'count?', nl('aantal woningen'), 'dwellings'),
	given('status', word('ObjectiveStatus', PUBLISHED_STATUSES), nl('status')),
	given('attested_on', 'date?', nl('dag waarvoor de bron het stelt')),
	publication(),
	field('estimated', 'flag', nl('waar: rust op een raming (oefencijfer)'), (row) => row.practice)
];

type RegionObjective = Awaited<ReturnType<typeof regionObjectives>>[number];

export const regionObjectiveColumns: readonly Column<RegionObjective>[] = [
	scheme(),
	region(),
	component(),
	given('value', 'count', nl('aantal woningen'), 'dwellings'),
	given(
		'value_up_to',
		'count?',
		nl('bovenkant van een bereik dat bij de waarde begint'),
		'dwellings'
	),
	note(),
	publication()
];

export const testRounds: readonly Column<Round>[] = [...rule, note(), publication()];
