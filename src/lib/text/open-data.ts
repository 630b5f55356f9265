import type { Status } from '#lib/domain/status.ts';
import { count, decimal, NBSP } from './format.ts';

/** A table of the open data: what it is called, and what a row is. */
interface TableWords {
	title: string;
	about: string;
}

/** The tables of the open data, in the order in which a reader finds them. */
export const TABLE_WORDS = {
	figures: {
		title: 'Cijfers van gemeenten',
		about:
			'Een rij is één cijfer van één gemeente: elke reeks, elke datum, zoals gepubliceerd of geraamd. Staan er twee rijen voor dezelfde gemeente, reeks en datum, dan komen ze uit publicaties voor een andere indeling van gemeenten.'
	},
	'region-figures': {
		title: 'Cijfers die voor een gebied als geheel gepubliceerd zijn',
		about:
			'Een rij is één totaal dat een bron voor een regio, provincie of heel Vlaanderen gaf. Het is geen som van ons.'
	},
	municipalities: {
		title: 'Stand per gemeente',
		about:
			'Een rij is een gemeente op de laatste datum met een woningtelling: woningen, huishoudens, aandeel en objectief, met hun status.'
	},
	regions: {
		title: 'Stand per regio',
		about:
			'Een rij is een regio op dezelfde datum: sommen van de leden, het gepubliceerde totaal, het streefcijfer en wat er nog aan ontbreekt.'
	},
	'progress-tests': {
		title: 'Voortgangstoetsen, nagerekend',
		about:
			'Een rij is een gemeente in een ronde van de voortgangstoets: de cijfers, de nagerekende categorie en de gepubliceerde.'
	},
	'test-rounds': {
		title: 'Rondes van de voortgangstoets',
		about: 'Een rij is een ronde met haar twee drempels.'
	},
	'test-counts': {
		title: 'Gepubliceerde uitkomsten van rondes',
		about: 'Een rij is wat één bron van een hele ronde zei: hoeveel gemeenten in elke categorie.'
	},
	objectives: {
		title: 'Objectieven van gemeenten',
		about: 'Een rij is een onderdeel van het objectief van een gemeente in één regeling.'
	},
	'region-objectives': {
		title: 'Objectieven van gebieden als geheel',
		about: 'Een rij is een aantal dat voor een provincie of voor Vlaanderen gold of genoemd werd.'
	},
	schemes: {
		title: 'Regelingen',
		about: 'Een rij is een wettelijke regeling met een objectief, met haar dagen en verwijzing.'
	},
	goals: {
		title: 'Streefcijfers van regio’s',
		about: 'Een rij is een doel dat een regio zichzelf stelde.'
	},
	places: {
		title: 'Gemeenten van elke indeling',
		about:
			'Een rij is een gemeente in één rechtsvorm, met de code van het gebied in de indelingen gemeente2018, gemeente2024 en gemeente.'
	},
	replies: {
		title: 'Weerwoorden van gemeenten',
		about:
			'Een rij is wat een gemeente zegt of zei over een cijfer van haarzelf. Het cijfer zelf verandert er niet door.'
	},
	'region-members': {
		title: 'Leden van regio’s',
		about: 'Een rij is een gemeente die van een dag tot een dag bij een regio hoort.'
	},
	indicators: {
		title: 'Reeksen',
		about: 'Een rij is een reeks cijfers: wat geteld wordt, in welke eenheid.'
	},
	publications: {
		title: 'Publicaties',
		about:
			'Een rij is een publicatie die op die dag bekend was. Elk cijfer noemt het nummer van zijn publicatie.'
	}
} as const satisfies Record<string, TableWords>;

export type OpenTableName = keyof typeof TABLE_WORDS;

const FIGURE_WORDS: Readonly<Record<string, string>> = {
	households: 'private huishoudens op 1 januari na de datum',
	stock: 'sociale huurwoningen op de datum',
	share: 'woningen gedeeld door huishoudens, als breuk',
	target: 'objectief: bijkomende woningen',
	baseline: 'sociale huurwoningen bij de nulmeting',
	realised: 'gerealiseerd sinds de nulmeting',
	in_execution: 'woningen in uitvoering',
	planned: 'geplande woningen',
	realised_share: 'deel van het objectief dat gerealiseerd is, als breuk',
	sum_of_members: 'woningen van de leden samen',
	published: 'woningen zoals voor de regio als geheel gepubliceerd',
	short: 'woningen die leden tekortkomen voor hun objectief, samen',
	goal: 'aandeel dat de regio vraagt, als breuk',
	gap: 'woningen tot het streefcijfer'
};

const MARK_WORDS: Readonly<Record<string, string>> = {
	status: 'status',
	composed: 'waar: een som van de gemeenten voor een fusie',
	reason: 'waarom het onbekend is',
	missing: 'codes van wat in de som ontbreekt, met een spatie ertussen',
	publications: 'nummers van de publicaties waarop het rust, met een spatie ertussen'
};

const COLUMN_WORDS: Readonly<Record<string, string>> = {
	additive: 'waar: mag over gemeenten opgeteld worden',
	adopted_on: 'dag waarop het beslist is',
	area_km2: 'oppervlakte',
	areas: 'gebieden waarvoor de publicatie iets bracht',
	arrondissement: 'NIS-code van het arrondissement',
	attested_on: 'dag waarvoor de bron het stelt',
	base_date: 'datum waarvan het aandeel behouden moet blijven',
	baseline_on: 'dag van de nulmeting',
	bound: 'leden met een verplicht objectief',
	cap: 'aandeel waarboven een gemeente vrijgesteld is, als breuk',
	catch_up: 'aandeel waaronder een inhaalbeweging kan, als breuk',
	category_1: 'gemeenten in categorie 1',
	category_2: 'gemeenten in categorie 2',
	category_2a: 'gemeenten in categorie 2a',
	category_2b: 'gemeenten in categorie 2b',
	certainty: 'hoe zeker: stated (letterlijk), secondary (tweede bron), inferred (afgeleid)',
	code: 'code',
	component: 'onderdeel van het objectief',
	computed: 'nagerekende categorie, 1 of 2',
	deadline: 'laatste dag',
	definition: 'letter van de telwijze van een woningvoorraad',
	definition_means: 'wat de letter betekent',
	denominator: 'reeks waardoor gedeeld wordt',
	differs: 'waar: de gepubliceerde categorie spreekt de nagerekende tegen',
	entered: 'gepubliceerde categorie',
	entered_publication: 'publicatie van die categorie',
	estimated: 'waar: rust op een raming (oefencijfer)',
	figure: 'grootheid of reeks waarover de gemeente iets zegt',
	figures: 'cijfers die de publicatie bracht',
	file_name: 'naam van het ingeladen bestand',
	from: 'eerste dag',
	gemeente: 'code van het gebied in de indeling van deze dag',
	gemeente2018: 'code van het gebied in de indeling tot en met 2018',
	gemeente2024: 'code van het gebied in de indeling van 2019 tot en met 2024',
	given_by: 'functie of orgaan dat voor de woorden instaat',
	given_on: 'dag van de nota van de gemeente',
	goal_denominator: 'reeks waardoor het streefcijfer deelt',
	goal_kind: 'soort streefcijfer: reach_share (bereiken), hold_share (behouden)',
	ground: 'waarop de nagerekende categorie rust',
	households_date: 'datum van de huishoudens',
	households_on: 'dag van de huishoudens waarmee de regeling rekent',
	id: 'nummer',
	indicator: 'code van de reeks',
	kind: 'soort',
	known: 'bekend op: alleen wat op die dag bekend was',
	known_from: 'dag vanaf wanneer het telt',
	latitude: 'breedte van het midden (WGS 84)',
	legal_reference: 'verwijzing naar de regel',
	licence: 'licentie van de uitgever, als ze bekend is',
	longitude: 'lengte van het midden (WGS 84)',
	measured_on: 'meetdatum',
	members: 'leden',
	missing: 'NIS-codes van leden zonder woningcijfer, met een spatie ertussen',
	name: 'naam',
	nis: 'NIS-code van de gemeente',
	note: 'opmerking van of over de bron',
	notes: 'wat de bron in woorden zei',
	numerator: 'reeks die gedeeld wordt',
	objective_status: 'of het objectief bindt',
	on: 'datum van de toestand',
	province: 'NIS-code van de provincie',
	provisional: 'waar: voorlopig',
	publication: 'nummer van de publicatie',
	published_on: 'dag van publicatie, als ze bekend is',
	publisher: 'uitgever',
	reached: 'leden die hun objectief halen',
	reason: 'waarom de publicatie een vorige herziet of rechtzet',
	reference_date: 'datum waarop het cijfer waar is',
	reference: 'kenmerk van de brief of de beslissing',
	region: 'naam van de regio in adressen',
	replies: 'weerwoord van de gemeente bij cijfers in de rij',
	round: 'jaar van de ronde',
	scheme: 'code van de regeling',
	sha256: 'SHA-256 van het ingeladen bestand',
	short_realised: 'woningen tekort voor de eerste drempel',
	short_with_planned: 'woningen tekort voor de tweede drempel, met gepland erbij',
	slug: 'naam in adressen',
	starts_on: 'eerste dag van de regeling',
	state: 'shown (staat bij het cijfer), replaced (vervangen), withdrawn (ingetrokken)',
	status: 'status',
	stock_definition: 'letter van de telwijze van de woningen',
	structure: 'indeling van de gemeentecode: gemeente2018, gemeente2024 of gemeente',
	structure_on: 'dag van de indeling die de publicatie voor al haar cijfers volgt',
	successor: 'gemeente waarin deze opging',
	superseded: 'waar: een latere bron gaf de definitieve uitkomst',
	supersedes: 'nummer van de publicatie die ze vervangt',
	surplus: 'woningen boven het streefcijfer',
	tenure: 'wat de regeling vraagt: huur, koop, kavels …',
	tested: 'getoetste gemeenten',
	threshold_realised: 'drempel voor gerealiseerd, als deel van het objectief',
	threshold_with_planned: 'drempel met gepland erbij, als deel van het objectief',
	tie: 'waar: precies op een drempel',
	title: 'titel',
	to: 'laatste dag; leeg: nog altijd',
	unit: 'eenheid van de waarde',
	url: 'adres bij de uitgever',
	valid_from: 'eerste dag van deze vorm',
	valid_to: 'laatste dag van deze vorm; leeg: bestaat nog',
	value: 'waarde, in de eenheid die ernaast staat',
	value_up_to: 'bovenkant van een bereik dat bij de waarde begint',
	withdrawn_on: 'dag van intrekking',
	withdrawn_why: 'waarom ze ingetrokken is',
	words: 'wat de gemeente zegt',
	year: 'jaar van de ronde'
};

/** Columns whose value has no unit beside it. */
const VALUE_IN_DWELLINGS = 'aantal woningen';

/**
 * What a column of the open data holds, in words.
 * @throws Error for a column that nobody described
 */
export function columnAbout(table: OpenTableName, column: string): string {
	if (column === 'value' && (table === 'objectives' || table === 'region-objectives'))
		return VALUE_IN_DWELLINGS;
	const [, figure = '', mark = ''] =
		/^(.+)_(status|composed|reason|missing|publications)$/.exec(column) ?? [];
	const about =
		FIGURE_WORDS[figure] && MARK_WORDS[mark]
			? `${figure}: ${MARK_WORDS[mark]}`
			: (FIGURE_WORDS[column] ?? COLUMN_WORDS[column]);
	if (column === 'share' && table === 'goals') return 'gevraagd aandeel, als breuk';
	if (about === undefined) throw new Error(`Nobody said what ${table}.${column} holds.`);
	return about;
}

/** Units of columns, as they stand beside a column. */
export const UNIT_WORDS = {
	dwellings: 'woningen',
	households: 'huishoudens',
	municipalities: 'gemeenten',
	share: 'breuk (0,11 is 11 %)',
	ratio: 'breuk van het objectief',
	km2: 'vierkante kilometer',
	degrees: 'graden'
} as const;

/** Types of cells, as they stand beside a column. */
export const TYPE_WORDS = {
	string: 'tekst',
	integer: 'geheel getal',
	number: 'getal',
	boolean: 'true of false',
	date: 'datum (JJJJ-MM-DD)'
} as const;

/** What each status in a column `status` says of the number beside it. */
export const STATUS_ABOUT: Record<Status, string> = {
	normal: 'gepubliceerd en niet betwist',
	provisional:
		'gepubliceerd, maar afgerond, zonder juiste dag of door de bron zelf voorlopig genoemd',
	estimated: 'een oefencijfer: een raming van ons, geen meting; op de site met ≈',
	forecast: 'een vooruitzicht van de uitgever; op de site met v',
	break: 'gepubliceerd, maar anders geteld dan de jaren ervoor',
	missing: 'onbekend: het vak is leeg',
	suppressed: 'de bron toont het niet: het vak is leeg',
	not_applicable: 'niet van toepassing: het vak is leeg'
};

export const LICENCE = {
	id: 'https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0',
	title: 'Modellicentie Gratis Hergebruik Vlaanderen, v1.0'
} as const;

/** Who must be named by whoever uses the data again. */
export const CREDITS =
	'Statbel (Algemene Directie Statistiek), Statistiek Vlaanderen en Digitaal Vlaanderen, Federaal Planbureau, Provincies in Cijfers, en de bronnen van losse cijfers in publications.csv';

/** What the open data are, in one sentence. */
export const OPEN_DATA_ABOUT =
	'Sociale huurwoningen, objectieven, voortgangstoetsen en huishoudens van alle Vlaamse gemeenten en hun regio’s, met de bron van elk cijfer.';

export const OPEN_DATA_TITLE = 'Woonobjectief: sociale huurwoningen en objectieven in Vlaanderen';

/** `351 kB`, `1,2 MB`: thousands of bytes. */
export const fileSize = (bytes: number): string =>
	bytes < 1_000_000
		? `${count(Math.max(1, Math.round(bytes / 1_000)))}${NBSP}kB`
		: `${decimal(bytes / 1_000_000, 1)}${NBSP}MB`;

export const OPEN_DATA_KEYWORDS = [
	'sociale huisvesting',
	'bindend sociaal objectief',
	'voortgangstoets',
	'gemeenten',
	'huishoudens'
] as const;

/** What the catalogue of open data says of its parts. */
export const CATALOGUE_WORDS = {
	catalogue: {
		title: 'Catalogus van Woonobjectief',
		about:
			'De open data van Woonobjectief. Woonobjectief zet gepubliceerde cijfers over sociale huur naast elkaar en is geen site van de Vlaamse overheid.'
	},
	package: {
		title: 'Alle tabellen in één pakket (zip), bekend op',
		about:
			'CSV-bestanden met hun beschrijving als Frictionless Data Package en CSV on the Web, en controlegetallen. Verandert nooit.'
	},
	feed: {
		title: 'Nieuws over publicaties (Atom)',
		about: 'Elke publicatie, herziening, rechtzetting en intrekking, en wat nog verwacht wordt.'
	},
	version: {
		title: 'bekend op',
		about: 'Alle open data zoals ze op het einde van die dag bekend waren. Verandert nooit.'
	},
	api: {
		title: 'API van Woonobjectief',
		about:
			'Dezelfde cijfers als JSON en CSV, per gemeente en regio, ook zoals op een eerdere dag bekend.'
	},
	provenance:
		'Overgenomen uit publicaties van anderen, met de bron bij elk cijfer. Waar niemand een cijfer publiceerde, staat een oefencijfer: een raming met status «estimated», geen meting.',
	profile: 'Toepassingsprofiel voor catalogi van open data in Vlaanderen.'
} as const;
