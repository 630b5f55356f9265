import { CERTAINTIES } from '#lib/domain/certainty.ts';
import { GOAL_KINDS } from '#lib/domain/goal.ts';
import { INDICATORS } from '#lib/domain/indicators.ts';
import { LAW_CERTAINTIES } from '#lib/domain/law.ts';
import { MENTION_KINDS, MENTION_UNITS } from '#lib/domain/mention.ts';
import { PUBLISHED_STATUSES } from '#lib/domain/objective.ts';
import { CATEGORIES as TEST_CATEGORIES } from '#lib/domain/progress-test.ts';
import { OBJECTIVE_PARTS } from '#lib/domain/published.ts';
import { PUBLISHED_REGION_KINDS } from '#lib/domain/region.ts';
import { PART_KINDS, PARTS_OF, TARGET_GROUPS } from '#lib/domain/target-groups.ts';
import type { Schema } from '../../database/schema.ts';
import {
	amount,
	day,
	dayOrUnknown,
	flag,
	nis,
	oneOf,
	optional,
	part,
	partialDay,
	places,
	seriesName,
	slug,
	whole,
	words,
	type CellReader
} from './rule-cells.ts';

/** One column of a table of rules. */
export interface RuleColumn {
	/** Its name in the file. */
	header: string;
	/** Its name in the database. */
	field: string;
	cell: CellReader;
	/** Whether the file must have it. */
	required: boolean;
	/** What stands in it; Dutch, for the reader of the site. */
	about: string;
}

/** A table of rules as a file brings it: one sheet of a workbook, or a text file. */
export interface RuleTable {
	/** Table of the database. */
	table: keyof Schema;
	/** Dutch, for the reader of the site. */
	title: string;
	/** What one row is called on the command line: alone, and several. */
	counted: readonly [one: string, many: string];
	/** Headers by which the table is recognised. */
	marks: readonly string[];
	/** Fields that say what a row is about: two publications with the same speak of the same thing. */
	key: readonly string[];
	columns: readonly RuleColumn[];
}

const needed = (header: string, cell: CellReader, about: string, field = header): RuleColumn => ({
	header,
	field,
	cell,
	required: true,
	about
});

const maybe = (
	header: string,
	cell: CellReader,
	about: string,
	field = header,
	blank: boolean | null = null
): RuleColumn => ({ header, field, cell: optional(cell, blank), required: false, about });

const YEAR = whole(2012, 2100);
const COUNT = whole(0, 1_000_000);
const DWELLINGS = whole(0, 100_000);
const INDICATOR = oneOf(Object.keys(INDICATORS));

const note = maybe('note', words, 'opmerking voor de lezer van de site');
const scheme = needed('scheme', words, 'code van de regeling');
const region = needed('region', slug, 'regio: haar naam in adressen');
const municipality = needed('nis_code', nis, 'NIS-code van de gemeente');
const round = needed('round', YEAR, 'jaar van de toets', 'year');
const category = needed('category', oneOf(TEST_CATEGORIES), 'categorie: 1, 2, 2a of 2b');
const certainty = needed(
	'certainty',
	oneOf(CERTAINTIES),
	'zekerheid: stated (letterlijk), secondary (tweede bron) of inferred (afgeleid)'
);
/** That something is not final yet; blank: it is. */
const provisional = (about: string) => maybe('provisional', flag, about, 'provisional', false);
const whileProvisional = provisional('voorlopig: true zolang de uitslag voorlopig is');
const legalReference = needed('legal_reference', words, 'waar de regel staat');

export const ROUNDS: RuleTable = {
	table: 'test_round',
	title: 'Rondes van de voortgangstoets',
	counted: ['round', 'rounds'],
	marks: ['round', 'measured_on'],
	key: ['year'],
	columns: [
		round,
		needed('measured_on', day, 'dag van de cijfers: 31 december van het jaar ervoor'),
		maybe('threshold_realised', part(), 'drempel voor gerealiseerd, als breuk (0.7952)'),
		maybe('threshold_with_planned', part(2), 'drempel samen met gepland, als breuk (0.9542)'),
		legalReference,
		note
	]
};

export const CATEGORIES: RuleTable = {
	table: 'test_result',
	title: 'Categorieën van gemeenten in een ronde',
	counted: ['category', 'categories'],
	marks: ['round', 'nis_code', 'category'],
	key: ['year', 'nis_code'],
	columns: [round, municipality, category, whileProvisional, note]
};

export const COUNTS: RuleTable = {
	table: 'test_count',
	title: 'Aantallen gemeenten per categorie',
	counted: ['count of a round', 'counts of a round'],
	marks: ['round', 'category', 'tested'],
	key: ['year', 'category'],
	columns: [
		round,
		category,
		maybe('municipalities', COUNT, 'aantal gemeenten; leeg: de bron zegt het in woorden'),
		needed('tested', COUNT, 'aantal getoetste gemeenten'),
		whileProvisional,
		note
	]
};

export const REGIONS: RuleTable = {
	table: 'region',
	title: 'Regio’s',
	counted: ['region', 'regions'],
	marks: ['region', 'name', 'kind'],
	key: ['slug'],
	columns: [
		{ ...region, field: 'slug' },
		needed('name', words, 'naam zoals de lezer ze ziet'),
		needed('kind', oneOf(PUBLISHED_REGION_KINDS), 'soort'),
		maybe('code', words, 'code bij de bron; leeg: de naam in adressen'),
		maybe('region_from', day, 'eerste dag van de regio', 'valid_from'),
		maybe('region_to', day, 'laatste dag van de regio', 'valid_to'),
		maybe('attested_from', day, 'eerste dag waarvoor de leden bevestigd zijn'),
		note
	]
};

export const MEMBERS: RuleTable = {
	table: 'region_membership',
	title: 'Leden van regio’s',
	counted: ['membership', 'memberships'],
	marks: ['region', 'nis_code', 'valid_from'],
	key: ['region', 'nis_code', 'valid_from'],
	columns: [
		region,
		municipality,
		needed('valid_from', day, 'eerste dag als lid'),
		maybe('valid_to', day, 'laatste dag als lid; leeg: nog altijd')
	]
};

export const GOALS: RuleTable = {
	table: 'regional_goal',
	title: 'Streefcijfers van regio’s',
	counted: ['goal', 'goals'],
	marks: ['region', 'goal_kind'],
	key: ['region', 'kind', 'holds_from'],
	columns: [
		region,
		needed(
			'goal_kind',
			oneOf(GOAL_KINDS),
			'soort: reach_share (aandeel bereiken), hold_share (aandeel houden) of new_building (norm voor nieuwbouw)',
			'kind'
		),
		needed(
			'holds_from',
			dayOrUnknown,
			'eerste dag waarop het geldt; unknown: de bron noemt er geen'
		),
		maybe('share', part(), 'gevraagd aandeel, als breuk (0.12)', 'share_basis_points'),
		maybe('base_date', day, 'dag waarvan het aandeel behouden blijft (bij hold_share)'),
		maybe('deadline', day, 'laatste dag om het te halen'),
		maybe('adopted_on', day, 'dag waarop het beslist is'),
		certainty,
		maybe('numerator', INDICATOR, 'reeks die gedeeld wordt; leeg: stock_b'),
		maybe('denominator', INDICATOR, 'reeks waardoor gedeeld wordt; leeg: households'),
		note
	]
};

export const REGIMES: RuleTable = {
	table: 'objective_scheme',
	title: 'Regelingen',
	counted: ['regime', 'regimes'],
	marks: ['scheme', 'tenure'],
	key: ['code'],
	columns: [
		{ ...scheme, field: 'code' },
		needed('name', words, 'naam zoals de lezer ze ziet'),
		needed(
			'tenure',
			oneOf(['rental', 'purchase', 'plots', 'rental_voluntary', 'local']),
			'wat gevraagd wordt'
		),
		needed('status', oneOf(['in_force', 'ended', 'in_preparation', 'unknown']), 'status'),
		maybe('starts_on', day, 'eerste dag'),
		maybe('deadline', day, 'laatste dag'),
		maybe('baseline_on', day, 'dag van de nulmeting'),
		maybe('households_on', day, 'dag van de huishoudens in de formule'),
		maybe('figures', seriesName, 'naam van de reeksen; leeg als de code die geeft'),
		maybe('cap', part(), 'aandeel waarboven niets gevraagd wordt, als breuk', 'cap_basis_points'),
		maybe(
			'catch_up',
			part(),
			'aandeel waaronder een inhaalbeweging kan, als breuk',
			'catch_up_basis_points'
		),
		legalReference,
		note
	]
};

/** Until when something holds, and what is said after it. */
const untilWhen = [
	maybe('holds_until', day, 'laatste dag waarop het zo is'),
	maybe('afterwards', words, 'wat er na die dag gezegd wordt')
];

export const REGIME_RULES: RuleTable = {
	table: 'scheme_rule',
	title: 'Regels van een regeling',
	counted: ['rule of a regime', 'rules of regimes'],
	marks: ['scheme', 'rule_kind'],
	key: ['scheme', 'code'],
	columns: [
		scheme,
		needed('code', words, 'code van de regel'),
		needed('position', whole(1, 1_000), 'volgorde'),
		needed('rule_kind', oneOf(['component', 'limit', 'apart', 'lever']), 'soort', 'kind'),
		needed('name', words, 'naam zoals de lezer ze ziet'),
		needed('about', words, 'wat de regel zegt'),
		maybe('share', part(), 'drempel, als breuk', 'basis_points'),
		...untilWhen,
		legalReference
	]
};

export const REGIME_DATES: RuleTable = {
	table: 'scheme_date',
	title: 'Data van een regeling',
	counted: ['date of a regime', 'dates of regimes'],
	marks: ['scheme', 'day', 'about'],
	key: ['scheme', 'day'],
	columns: [
		scheme,
		needed('day', day, 'dag'),
		needed('about', words, 'wat er die dag gebeurt'),
		maybe('afterwards', words, 'wat er na die dag gezegd wordt'),
		maybe('legal_reference', words, 'waar het staat')
	]
};

export const LAW_STATEMENTS: RuleTable = {
	table: 'law_statement',
	title: 'Wat er over een regeling gezegd is',
	counted: ['statement on a regime', 'statements on regimes'],
	marks: ['scheme', 'says'],
	key: ['scheme', 'code'],
	columns: [
		scheme,
		needed('code', words, 'code van de uitspraak'),
		needed('position', whole(1, 1_000), 'volgorde'),
		needed('says', words, 'wat er gezegd is'),
		...untilWhen,
		needed('verified', flag, 'of na te gaan was of het zo gegaan is'),
		needed('certainty', oneOf(LAW_CERTAINTIES), 'hoe zeker de bron is')
	]
};

export const OBJECTIVES: RuleTable = {
	table: 'objective',
	title: 'Objectieven van gemeenten',
	counted: ['objective', 'objectives'],
	marks: ['scheme', 'nis_code', 'component'],
	key: ['scheme', 'nis_code', 'component'],
	columns: [
		scheme,
		municipality,
		needed('component', oneOf(OBJECTIVE_PARTS), 'onderdeel'),
		maybe('value', DWELLINGS, 'aantal woningen'),
		needed('status', oneOf(PUBLISHED_STATUSES), 'status'),
		maybe('attested_on', day, 'dag waarop de bron het zegt'),
		note
	]
};

export const REGION_OBJECTIVES: RuleTable = {
	table: 'region_objective',
	title: 'Objectieven van Vlaanderen, provincies en regio’s',
	counted: ['objective of a region', 'objectives of regions'],
	marks: ['scheme', 'region', 'component'],
	key: ['scheme', 'region', 'component'],
	columns: [
		scheme,
		region,
		needed('component', oneOf(['total', 'stated', 'voluntary']), 'onderdeel'),
		needed('value', COUNT, 'aantal woningen'),
		maybe('value_up_to', COUNT, 'bovenkant van een bereik'),
		note
	]
};

export const MENTIONS: RuleTable = {
	table: 'mention',
	title: 'Vermeldingen die geen reeks zijn',
	counted: ['mention', 'mentions'],
	marks: ['places', 'mention_kind'],
	key: ['code'],
	columns: [
		needed('code', slug, 'naam van de vermelding binnen de publicatie'),
		needed(
			'places',
			places,
			'NIS-codes met een spatie ertussen: van die gemeenten samen; of een regio: haar naam in adressen'
		),
		needed('mention_kind', oneOf(MENTION_KINDS), 'soort', 'kind'),
		maybe('value', amount, 'getal; leeg: de bron zegt het in woorden'),
		maybe('unit', oneOf(MENTION_UNITS), 'eenheid van het getal'),
		maybe(
			'true_on',
			partialDay,
			'dag, maand of jaar waarover het gaat; leeg: de bron noemt er geen'
		),
		provisional('voorlopig: true als er twijfel is, die erbij staat'),
		needed('says', words, 'wat de bron telt, van wie, en wat er twijfelachtig aan is')
	]
};

export const GROUP_PARTS: RuleTable = {
	table: 'target_group_part',
	title: 'Objectieven, doelen en woningen per doelgroep',
	counted: ['part for a target group', 'parts for target groups'],
	marks: ['target_group', 'part_of'],
	key: ['nis_code', 'region', 'target_group', 'kind', 'part_of', 'reference_date'],
	columns: [
		maybe('nis_code', nis, 'gemeente: haar NIS-code; leeg bij een regio'),
		maybe('region', slug, 'regio: haar naam in adressen; leeg bij een gemeente'),
		needed(
			'target_group',
			oneOf(TARGET_GROUPS),
			'doelgroep: homeless (dak- en thuislozen), large_families (grote gezinnen) of elderly (ouderen)'
		),
		needed(
			'group_kind',
			oneOf(PART_KINDS),
			'soort: objective (opgelegd), goal (nagestreefd) of stock (wat er is)',
			'kind'
		),
		needed(
			'part_of',
			oneOf(PARTS_OF),
			'wat geteld wordt: dwellings (woningen), of een deel van stock (de woningen), new_dwellings (de nieuwe) of allocations (de toewijzingen)'
		),
		needed('day', day, 'dag waarop het zo is, of waarop de bron het zegt', 'reference_date'),
		maybe('value', DWELLINGS, 'aantal woningen (bij dwellings)'),
		maybe('share', part(), 'deel, als breuk (0.04)', 'share_basis_points'),
		maybe('scheme', words, 'code van de regeling waarvan het objectief een deel is'),
		maybe('deadline', day, 'laatste dag om het te halen'),
		certainty,
		note
	]
};

export const CALENDAR: RuleTable = {
	table: 'release_calendar',
	title: 'Verwachte publicaties',
	counted: ['expected date', 'expected dates'],
	marks: ['series', 'expected_by'],
	key: ['series', 'reference_date'],
	columns: [
		needed(
			'series',
			oneOf(['measurement', 'baseline', 'households', 'progress_test']),
			'reeks: measurement, baseline, households of progress_test'
		),
		needed('reference_date', day, 'dag van de cijfers'),
		needed('expected_by', day, 'dag waarop ze er moeten zijn'),
		needed('basis', oneOf(['law', 'decision', 'pattern', 'expectation']), 'waarop dat steunt'),
		needed('source', words, 'wie dat zegt')
	]
};

export const COOPERATION: RuleTable = {
	table: 'cooperation',
	title: 'Samenwerking',
	counted: ['fact of cooperation', 'facts of cooperation'],
	marks: ['cooperation_kind', 'item'],
	key: ['nis_code', 'region', 'kind', 'item', 'as_of'],
	columns: [
		maybe('nis_code', nis, 'NIS-code van de gemeente; leeg: het gaat over een regio'),
		maybe('region', slug, 'regio: haar naam in adressen; leeg: het gaat over een gemeente'),
		needed(
			'cooperation_kind',
			oneOf(['actor', 'instrument', 'goal']),
			'soort: actor (speler), instrument of goal (doel)',
			'kind'
		),
		needed('item', words, 'wie of wat'),
		needed('status', words, 'hoe het ermee staat, in een of twee woorden'),
		maybe('detail', words, 'uitleg voor de lezer van de site'),
		needed('as_of', day, 'dag waarop het zo is'),
		maybe('section', words, 'plaats in de bron')
	]
};

/** Every table of rules, in an order in which each row finds what it refers to. */
export const RULE_TABLES: readonly RuleTable[] = [
	REGIMES,
	REGIME_RULES,
	REGIME_DATES,
	LAW_STATEMENTS,
	REGIONS,
	MEMBERS,
	GOALS,
	ROUNDS,
	CATEGORIES,
	COUNTS,
	OBJECTIVES,
	REGION_OBJECTIVES,
	MENTIONS,
	GROUP_PARTS,
	CALENDAR,
	COOPERATION
];
