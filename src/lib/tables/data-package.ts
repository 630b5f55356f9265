import { fieldsOf, type Column } from './column.ts';
import { contradictions } from './contradictions.ts';
import { type Field } from './field.ts';
import { mentions } from './mentions.ts';
import { municipalities } from './municipalities.ts';
import {
	figures,
	goals,
	indicators,
	objectives,
	placesOfAll,
	regionFigures,
	regionMembers,
	regionObjectiveColumns,
	schemes,
	testRounds
} from './open-data.ts';
import { publishedCounts, tests } from './progress-tests.ts';
import { publications } from './publications.ts';
import { regions } from './regions.ts';
import { knownReplies } from './replies.ts';
import { targetGroups } from './target-groups.ts';

/** Fields whose cells together stand in the key of another table, or of the same one. */
export interface Reference {
	columns: readonly string[];
	table: string;
	to: readonly string[];
}

/** A table of the data package: what it is called, what a row is, what tells a row from all others, what it refers to. */
interface OpenTable {
	title: string;
	about: string;
	/** Its rows are known where they are read. */
	columns: readonly Column<never, never, never>[];
	key: readonly string[];
	references: readonly Reference[];
}

const toPlace = (column = 'nis') => ({ columns: [column], table: 'places', to: ['nis'] }) as const;
const toRegion = { columns: ['region'], table: 'regions', to: ['slug'] } as const;
const toScheme = { columns: ['scheme'], table: 'schemes', to: ['code'] } as const;
const toIndicator = (column = 'indicator') =>
	({ columns: [column], table: 'indicators', to: ['code'] }) as const;
const toPublication = (column = 'publication') =>
	({ columns: [column], table: 'publications', to: ['id'] }) as const;

/** The tables in the order in which each refers to those before it, and then to itself. */
export const OPEN_TABLES = {
	publications: {
		title: 'Publicaties',
		about:
			'Een rij is een publicatie die op die dag bekend was. Elk cijfer noemt het nummer van zijn publicatie.',
		columns: publications,
		key: ['id'],
		references: [toPublication('supersedes')]
	},
	indicators: {
		title: 'Reeksen',
		about: 'Een rij is een reeks cijfers: wat geteld wordt, in welke eenheid.',
		columns: indicators,
		key: ['code'],
		references: []
	},
	places: {
		title: 'Gemeenten van elke indeling',
		about:
			'Een rij is een gemeente in één rechtsvorm, met de code van het gebied in de indelingen gemeente2018, gemeente2024 en gemeente.',
		columns: placesOfAll,
		key: ['nis'],
		references: ['successor', 'gemeente2018', 'gemeente2024', 'gemeente'].map(toPlace)
	},
	figures: {
		title: 'Cijfers van gemeenten',
		about:
			'Een rij is één cijfer van één gemeente: elke reeks, elke datum, zoals gepubliceerd of geraamd. Staan er twee rijen voor dezelfde gemeente, reeks en datum, dan komen ze uit publicaties voor een andere indeling van gemeenten.',
		columns: figures,
		key: ['nis', 'indicator', 'reference_date', 'publication'],
		references: [toPlace(), toIndicator(), toPublication()]
	},
	municipalities: {
		title: 'Stand per gemeente',
		about:
			'Een rij is een gemeente op de laatste datum met een woningtelling: woningen, huishoudens, aandeel en objectief, met hun status.',
		columns: municipalities,
		key: ['nis'],
		references: [toPlace()]
	},
	regions: {
		title: 'Stand per regio',
		about:
			'Een rij is een regio op dezelfde datum: sommen van de leden, het gepubliceerde totaal, het streefcijfer en wat er nog aan ontbreekt.',
		columns: regions,
		key: ['slug'],
		references: []
	},
	'region-members': {
		title: 'Leden van regio’s',
		about: 'Een rij is een gemeente die van een dag tot een dag bij een regio hoort.',
		columns: regionMembers,
		key: ['region', 'nis', 'from'],
		references: [toRegion, toPlace()]
	},
	'region-figures': {
		title: 'Cijfers die voor een gebied als geheel gepubliceerd zijn',
		about:
			'Een rij is één totaal dat een bron voor een regio, provincie of heel Vlaanderen gaf. Het is geen som van ons.',
		columns: regionFigures,
		key: ['region', 'indicator', 'reference_date'],
		references: [toRegion, toIndicator(), toPublication()]
	},
	goals: {
		title: 'Streefcijfers van regio’s',
		about: 'Een rij is een doel dat een regio zichzelf stelde.',
		columns: goals,
		key: ['region', 'kind', 'publication', 'sequence'],
		references: [toRegion, toIndicator('numerator'), toIndicator('denominator'), toPublication()]
	},
	schemes: {
		title: 'Regelingen',
		about: 'Een rij is een wettelijke regeling met een objectief, met haar dagen en verwijzing.',
		columns: schemes,
		key: ['code'],
		references: [toPublication()]
	},
	objectives: {
		title: 'Objectieven van gemeenten',
		about: 'Een rij is een onderdeel van het objectief van een gemeente in één regeling.',
		columns: objectives,
		key: ['scheme', 'nis', 'component'],
		references: [toScheme, toPlace(), toPublication()]
	},
	'region-objectives': {
		title: 'Objectieven van gebieden als geheel',
		about: 'Een rij is een aantal dat voor een provincie of voor Vlaanderen gold of genoemd werd.',
		columns: regionObjectiveColumns,
		key: ['scheme', 'region', 'component', 'publication'],
		references: [toScheme, toRegion, toPublication()]
	},
	mentions: {
		title: 'Vermeldingen die geen reeks zijn',
		about:
			'Een rij is wat een publicatie van een gemeente of regio zegt en dat geen cijfer van een reeks is: een deel van een totaal, één project, een voornemen, een getal zonder dag. Tel ze niet op.',
		columns: mentions,
		key: ['publication', 'code'],
		references: [toPublication()]
	},
	'target-groups': {
		title: 'Objectieven, doelen en woningen per doelgroep',
		about:
			'Een rij is een deel van een objectief, doel of aantal woningen, voor een doelgroep. Het telt in geen totaal mee.',
		columns: targetGroups,
		key: ['area', 'target_group', 'kind', 'part_of', 'reference_date'],
		references: [toPlace(), toRegion, toScheme, toPublication()]
	},
	'test-rounds': {
		title: 'Rondes van de voortgangstoets',
		about: 'Een rij is een ronde met haar twee drempels.',
		columns: testRounds,
		key: ['year'],
		references: [toPublication()]
	},
	'test-counts': {
		title: 'Gepubliceerde uitkomsten van rondes',
		about: 'Een rij is wat één bron van een hele ronde zei: hoeveel gemeenten in elke categorie.',
		columns: publishedCounts,
		key: ['year', 'publication'],
		references: [{ columns: ['year'], table: 'test-rounds', to: ['year'] }, toPublication()]
	},
	'progress-tests': {
		title: 'Voortgangstoetsen, nagerekend',
		about:
			'Een rij is een gemeente in een ronde van de voortgangstoets: de cijfers, de nagerekende categorie en de gepubliceerde.',
		columns: tests,
		key: ['round', 'nis'],
		references: [
			{ columns: ['round'], table: 'test-rounds', to: ['year'] },
			toPlace(),
			toPublication('entered_publication')
		]
	},
	contradictions: {
		title: 'Cijfers die elkaar tegenspreken of rechtzetten',
		about:
			'Een rij is een paar gepubliceerde cijfers van één gebied dat verschilt, met wat het verschil verklaart en wat niet.',
		columns: contradictions,
		key: ['id'],
		references: [toPlace(), toRegion]
	},
	replies: {
		title: 'Weerwoorden van gemeenten',
		about:
			'Een rij is wat een gemeente zegt of zei over een cijfer van haarzelf. Het cijfer zelf verandert er niet door.',
		columns: knownReplies,
		key: ['id'],
		references: [toPlace()]
	}
} satisfies Record<string, OpenTable>;

export type OpenTableName = keyof typeof OPEN_TABLES;

/** The tables in the order in which a reader finds them. */
export const READING_ORDER: readonly OpenTableName[] = [
	'figures',
	'region-figures',
	'municipalities',
	'regions',
	'progress-tests',
	'test-rounds',
	'test-counts',
	'objectives',
	'region-objectives',
	'mentions',
	'target-groups',
	'schemes',
	'goals',
	'places',
	'contradictions',
	'replies',
	'region-members',
	'indicators',
	'publications'
];

/** What the description of a table says of a field: all but its value. */
export type Described = Omit<Field<never, never>, 'value'>;

export const describedFields = (name: OpenTableName): readonly Described[] =>
	fieldsOf<never, never>(OPEN_TABLES[name].columns);
