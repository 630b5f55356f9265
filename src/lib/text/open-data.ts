import type { Status } from '#lib/domain/status.ts';
import { count, decimal, NBSP } from './format.ts';

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
