import {
	catalogued,
	definitionOf,
	isIndicator,
	regimeName,
	type Indicator
} from '#lib/domain/indicators.ts';
import type { Attainment, Measure } from '#lib/domain/measures.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { CheckKind } from '#lib/domain/build-up.ts';
import type { MentionKind } from '#lib/domain/mention.ts';
import type { LeverOutcome, LeverReason } from '#lib/domain/levers.ts';
import type { RegimeStatus } from '#lib/domain/regime.ts';
import type { Status } from '#lib/domain/status.ts';
import type { ObjectiveStatus } from '#lib/domain/objective.ts';
import { count, decimal, figure, NBSP } from './format.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** A word of the screen with a plural and a short explanation. */
export interface Term {
	one: string;
	many: string;
	about: string;
}

/** A word that also stands in addresses: `?status=niet-begonnen`. */
interface Named {
	slug: string;
}

/** What has this slug; undefined when nothing has. */
export const bySlug = <Key extends string>(
	words: Readonly<Record<Key, Named>>,
	slug: string | null
): Key | undefined => (Object.keys(words) as Key[]).find((key) => words[key].slug === slug);

/** What a map can show: its name on a button, the title of the map, and what exactly is measured. */
export const MEASURE_WORDS: Record<Measure, Named & { name: string; title: string; base: string }> =
	{
		share: {
			slug: 'aandeel',
			name: 'aandeel',
			title: 'Sociale huur per 100 huishoudens',
			base: 'sociale huurwoningen per 100 huishoudens'
		},
		progress: {
			slug: 'voortgang',
			name: 'voortgang',
			title: 'Hoeveel van het objectief is gerealiseerd?',
			base: 'gerealiseerd in procent van het bindend sociaal objectief'
		},
		short: {
			slug: 'tekort',
			name: 'nog te gaan',
			title: 'Hoeveel woningen zijn er nog te gaan?',
			base: 'woningen tussen gerealiseerd en objectief'
		}
	};

/** Where a municipality stands against its objective, in the order in which a list names them. */
export const ATTAINMENT_WORDS: Record<Attainment, Named & { name: string }> = {
	reached: { slug: 'gehaald', name: 'gehaald' },
	on_the_way: { slug: 'onderweg', name: 'onderweg' },
	not_begun: { slug: 'niet-begonnen', name: 'nog niets gerealiseerd' },
	no_objective: { slug: 'geen-objectief', name: 'geen objectief of vrijgesteld' },
	unknown: { slug: 'onbekend', name: 'niet bekend' }
};

/** The kinds of region, in the order in which a reader looks for them. */
export const REGION_KINDS: Record<RegionKind, Term> = {
	stadsregio: {
		one: 'stadsregio',
		many: 'Stadsregio’s',
		about: 'Een stad met de gemeenten eromheen, zoals in het onderzoek van 2013 naar samenwerking.'
	},
	referentieregio: {
		one: 'referentieregio',
		many: 'Referentieregio’s',
		about: 'De vijftien vaste regio’s waarin Vlaamse gemeenten samenwerken.'
	},
	woonmaatschappij: {
		one: 'werkingsgebied van een woonmaatschappij',
		many: 'Woonmaatschappijen',
		about: 'De gemeenten waarin één woonmaatschappij sociale woningen verhuurt.'
	},
	igs: {
		one: 'intergemeentelijk project lokaal woonbeleid',
		many: 'Intergemeentelijke projecten lokaal woonbeleid (IGS)',
		about: 'Gemeenten die samen een gesubsidieerd project voor hun woonbeleid hebben.'
	},
	intercommunale: {
		one: 'intercommunale',
		many: 'Intercommunales',
		about: 'Een streekvereniging van gemeenten.'
	},
	welzijnsvereniging: {
		one: 'welzijnsvereniging',
		many: 'Welzijnsverenigingen',
		about: 'Gemeenten en OCMW’s die samen welzijn organiseren.'
	},
	centrumsteden: {
		one: 'groep steden',
		many: 'Centrumsteden',
		about: 'De dertien Vlaamse centrumsteden samen.'
	},
	gewest: { one: 'gewest', many: 'Vlaanderen', about: 'Het Vlaams Gewest.' },
	provincie: { one: 'provincie', many: 'Provincies', about: 'De vijf Vlaamse provincies.' },
	arrondissement: {
		one: 'arrondissement',
		many: 'Arrondissementen',
		about: 'De administratieve arrondissementen.'
	},
	vervoerregio: {
		one: 'vervoerregio',
		many: 'Vervoerregio’s',
		about: 'De vijftien vervoerregio’s.'
	},
	gebied: {
		one: 'gebied',
		many: 'Andere gebieden',
		about: 'Gebieden waarvoor een bron één cijfer gaf.'
	},
	eigen: {
		one: 'eigen lijst van gemeenten',
		many: 'Eigen lijsten van gemeenten',
		about: 'Gemeenten die iemand zelf koos: de lijst staat in het adres van de pagina.'
	}
};

/** Statuses of a figure. */
export const STATUS_WORDS: Record<Status, string> = {
	normal: 'gepubliceerd',
	provisional: 'voorlopig',
	estimated: 'raming (oefencijfer)',
	forecast: 'vooruitzicht',
	break: 'gepubliceerd, na een breuk in de reeks',
	missing: 'onbekend',
	suppressed: 'niet vrijgegeven',
	not_applicable: 'niet van toepassing'
};

/** How an objective binds. */
export const OBJECTIVE_WORDS: Record<ObjectiveStatus, string> = {
	compulsory: 'verplicht',
	exempt: 'vrijgesteld (grens al bereikt bij de nulmeting)',
	none: 'geen verplichting',
	provisional: 'voorlopig',
	unknown: 'niet bekend'
};

/** Whether a regime binds. */
export const REGIME_WORDS: Record<RegimeStatus, string> = {
	in_force: 'van kracht',
	ended: 'afgelopen',
	in_preparation: 'in voorbereiding',
	unknown: 'niet bekend'
};

/** How sure a component of an objective is. */
export const ORIGIN_WORDS = {
	published: 'gepubliceerd',
	derived: 'berekend uit gepubliceerde cijfers',
	estimated: 'raming',
	unknown: 'niet bekend'
} as const;

/** What a check of an entered objective found. */
export const CHECK_WORDS: Record<CheckKind, string> = {
	sum: 'De onderdelen zijn samen niet het objectief',
	formula: 'Stap 1 en 2 geven een ander aantal',
	room: 'Meer dan de ruimte tot de grens',
	catch_up: 'Een inhaalbeweging boven de grens waaronder die kan'
};

/** Whether a municipality can use a lever of the law. */
export const OUTCOME_WORDS: Record<LeverOutcome, string> = {
	yes: 'ja',
	no: 'nee',
	depends: 'niet zeker',
	unknown: 'niet bekend',
	over: 'niet meer'
};

/** Why a municipality can use a lever or not. */
export const LEVER_REASONS: Record<LeverReason, string> = {
	met: 'aan de voorwaarde is voldaan',
	partly_met:
		'aan de twee voorwaarden die we kunnen nagaan, is voldaan; er zijn er meer, en die kunnen we niet nagaan',
	term_over: 'de termijn is voorbij',
	homes_left: 'er zijn nog woningen te gaan, ook als alles in uitvoering en gepland klaar is',
	share_reached: 'het aandeel sociale huur zit niet meer onder de grens',
	pipeline_unclear:
		'er is alleen niets meer te gaan als woningen in uitvoering en gepland al meetellen, en dat zegt de bron niet',
	remaining_unknown: 'hoeveel woningen er nog te gaan zijn, is niet bekend',
	share_unknown: 'het aandeel sociale huur is niet bekend',
	nothing_asked: 'er is geen inhaalbeweging om vrijstelling van te krijgen',
	within_limit: 'wat gevraagd is, blijft onder de grens, ook als het in één jaar moet',
	period_unclear:
		'wat gevraagd is, ligt boven de grens van één jaar, en de bron zegt niet over hoeveel jaar het telt',
	objective_unknown: 'het objectief met de inhaalbeweging is niet bekend',
	permits_unknown: 'het aantal vergunde woningen van de laatste vijf jaar is niet ingevoerd'
};

/** Kinds of publication. */
export const PUBLICATION_WORDS = {
	first: 'eerste publicatie',
	revision: 'herziening',
	correction: 'rechtzetting',
	practice: 'oefencijfers'
} as const;

/** The word in an address for a kind of publication. */
export const PUBLICATION_SLUGS: Record<keyof typeof PUBLICATION_WORDS, Named> = {
	first: { slug: 'eerste' },
	revision: { slug: 'herziening' },
	correction: { slug: 'rechtzetting' },
	practice: { slug: 'oefencijfers' }
};

/** How sure a regional goal is. */
export const CERTAINTY_WORDS = {
	stated: 'letterlijk in de bron',
	secondary: 'via een tweede bron',
	inferred: 'afgeleid'
} as const;

/** The ways in which social rental dwellings are counted. */
export const DEFINITION_WORDS = {
	A: 'nulmeting: woningen van sociale huisvestingsmaatschappijen en sociale verhuurkantoren, ook leegstaande',
	B: 'jaarlijkse meting: alle sociale huurwoningen, ook van gemeente, OCMW en Vlaams Woningfonds',
	C: 'Statistiek Vlaanderen: verhuurde hoofdverblijven',
	D: 'alleen woningen van sociale huisvestingsmaatschappijen',
	E: 'Antwerpen, Stad in Cijfers: ook arbeidershuizen en Vlaams Woningfonds',
	W: 'alleen woningen die de woonmaatschappijen bezitten of inhuren',
	X: 'telling zonder vermelde definitie of datum'
} as const;

/** Names of the indicators on screen. */
const INDICATOR_WORDS: Record<ReturnType<typeof catalogued>, string> = {
	households: 'private huishoudens',
	households_census: 'huishoudens volgens de volkstelling van 2011',
	stock_a: 'sociale huurwoningen bij de nulmeting',
	stock_b: 'sociale huurwoningen (jaarlijkse meting)',
	stock_c: 'sociale huurwoningen (Statistiek Vlaanderen)',
	stock_d: 'woningen van sociale huisvestingsmaatschappijen',
	stock_e: 'sociale huurwoningen (Stad in Cijfers)',
	stock_w: 'sociale huurwoningen van woonmaatschappijen (eigendom en ingehuurd)',
	stock_x: 'sociale huurwoningen (definitie of datum niet vermeld)',
	stock_part: 'sociale huurwoningen van sommige verhuurders, een deel van het totaal',
	stock_let: 'verhuurde sociale huurwoningen, zonder wat leegstaat',
	stock_svk: 'woningen van sociale verhuurkantoren',
	stock_vwf: 'woningen van het Vlaams Woningfonds',
	stock_municipal: 'woningen van gemeente of OCMW',
	stock_owned: 'woningen in eigendom van woonmaatschappijen',
	stock_rented_in: 'woningen die woonmaatschappijen inhuren',
	stock_vacant: 'leegstaande sociale huurwoningen',
	realised: 'gerealiseerd sinds de nulmeting',
	in_execution: 'in uitvoering',
	planned: 'gepland',
	to_build: 'nog te bouwen voor het objectief',
	flow_net: 'netto toename tijdens het jaar',
	flow_new_build: 'nieuw gebouwd tijdens het jaar',
	flow_purchase: 'aangekocht tijdens het jaar',
	flow_taken_in: 'ingehuurd of erbij gekomen in het stelsel tijdens het jaar',
	flow_sale: 'verkocht tijdens het jaar',
	flow_demolition: 'gesloopt tijdens het jaar',
	flow_left_system: 'uit het stelsel tijdens het jaar',
	permitted_dwellings: 'vergunde woningen tijdens het jaar, van alle soorten',
	flow_delivered: 'opgeleverd tijdens de bestuursperiode',
	purchase: 'sociale koopwoningen',
	purchase_planned: 'geplande sociale koopwoningen',
	purchase_realised: 'gerealiseerde sociale koopwoningen',
	plots: 'sociale kavels',
	social_all: 'sociale woningen, huur en koop',
	social_realised: 'gerealiseerde sociale woningen, huur en koop',
	social_in_execution: 'sociale woningen in aanbouw, huur en koop',
	dwellings: 'woningen in totaal',
	candidates: 'kandidaat-huurders',
	share_households: 'sociale huur per 100 huishoudens, zoals gepubliceerd',
	share_households_baseline:
		'sociale huur per 100 huishoudens bij de nulmeting, zoals gepubliceerd',
	share_dwellings: 'sociale woningen per 100 woningen, zoals gepubliceerd',
	share_purchase: 'sociale koop per 100 huishoudens, zoals gepubliceerd',
	realised_share: 'percentage van het objectief gerealiseerd, zoals gepubliceerd',
	realised_or_planned: 'gerealiseerd of gepland, samen',
	realised_or_planned_share:
		'percentage van het objectief gerealiseerd of gepland, zoals gepubliceerd'
};

/** What is published of a place beside the figures of a series, by kind. */
export const MENTION_WORDS: Record<MentionKind, string> = {
	stock: 'sociale woningen, zonder dag',
	share: 'aandeel, niet te vergelijken',
	progress: 'gerealiseerd of op komst, zonder vaste telling',
	part: 'een deel van de sociale woningen',
	project: 'één project',
	expected: 'verwacht aantal',
	objective: 'objectief van een groter gebied',
	aim: 'plan of voornemen',
	norm: 'norm voor nieuwbouw',
	flow: 'verandering in een periode',
	built: 'ooit gebouwd',
	outcome: 'uitspraak over objectief of toets'
};

/** Parts of an objective. */
export const COMPONENT_WORDS = {
	total: 'objectief: bijkomende woningen',
	steps_1_2: 'objectief, stap 1 en 2 van de formule',
	catch_up: 'inhaalbeweging (deel van het objectief)',
	covenant: 'sociaal woonbeleidsconvenant (bovenop het objectief)',
	total_supply: 'totaal dat een bron noemt (niet zonder meer het objectief)',
	remaining: 'nog te realiseren',
	stated: 'plan of uitspraak',
	voluntary: 'vrijwillig deel van het objectief'
} as const;

/** The name of an indicator on screen. */
export function indicatorName(code: Indicator): string {
	const regime = regimeName(code);
	const name = INDICATOR_WORDS[catalogued(code)];
	return regime === null ? name : `${name}, voor ${regime.replace('_', '-')}`;
}

/** What a publication brought, in words: an indicator, a part of an objective or a round of the test. */
export function contentsName({ part, code }: { part: string; code: string }): string {
	if (part === 'test_result') return `voortgangstoets ${code}: categorie`;
	if (part === 'mention') return MENTION_WORDS[code as MentionKind];
	const name = isIndicator(code)
		? indicatorName(code)
		: COMPONENT_WORDS[code as keyof typeof COMPONENT_WORDS];
	return part.startsWith('region_')
		? `${name ?? code}, voor een gebied als geheel`
		: (name ?? code);
}

/** How a published number is written, with the sign of its unit. */
export const indicatorFormat = (indicator: Indicator): NumberFormat =>
	definitionOf(indicator).unit === 'percent' ? PUBLISHED_PERCENT : count;

const PUBLISHED_PERCENT = numberFormat((value) => `${decimal(value, 2)}${NBSP}%`, {
	unit: '%',
	decimals: 2
});

/** A published number with the sign of its unit, or the word for its status when there is none. */
export function indicatorValue(one: {
	indicator: Indicator;
	value: number | null;
	status: Status;
}): string {
	if (one.value === null) return STATUS_WORDS[one.status];
	const text = figure(one, indicatorFormat(one.indicator));
	return one.status === 'provisional' ? `${text} (voorlopig)` : text;
}
