import type { Day } from '#lib/domain/dates.ts';
import type { Tenure } from '#lib/domain/regime.ts';
import type { ColumnMeaning } from './import-map.ts';
import { plainName } from '../bytes/plain-name.ts';
import { statedDays, withoutDays } from './stated-days.ts';

/** What a header of a table for people means. */
export interface HeaderMeaning {
	is: ColumnMeaning | 'date' | 'percentage' | 'area' | 'landlord' | 'part' | 'status';
	/** Code of the regime, when the mapping file says it. */
	scheme?: string;
	/** What an objective asks for, when the header says that it is not about rental homes. */
	tenure?: Tenure;
	/** The day that the header itself names. */
	date: Day | null;
}

/**
 * The names by which columns of the yearly measurement and of the progress tests are recognised. Days, years, marks of
 * footnotes, accents and the words in `EMPTY_WORDS` do not matter: «Aantal gerealiseerde sociale huurwoningen (31/12/2021)»
 * is `gerealiseerde`. A header that is not here is settled by the mapping file.
 */
const COLUMN_NAMES: Readonly<Partial<Record<HeaderMeaning['is'], readonly string[]>>> = {
	nis: [
		'nis',
		'niscode',
		'nis code',
		'nisnummer',
		'nis nummer',
		'nisnr',
		'nis nr',
		'refnis',
		'nis gemeente',
		'gemeente nis',
		'gemeentecode',
		'code gemeente',
		'gemeente code',
		'gemeente niscode',
		'gemeente nis code',
		'code',
		'code nis'
	],
	municipality: [
		'gemeente',
		'gemeenten',
		'gemeentenaam',
		'naam gemeente',
		'gemeente naam',
		'naam',
		'stad gemeente',
		'stad of gemeente',
		'gemeente stad',
		'lokaal bestuur',
		'municipality',
		'commune',
		'woonplaats',
		'administratieve eenheid'
	],
	stock_a: [
		'nulmeting',
		'nulmeting huur',
		'nulmeting bso',
		'bso nulmeting',
		'nulmeting bindend objectief',
		'baseline',
		'nulmeting huurpatrimonium'
	],
	stock_b: [
		'huurwoningen',
		'huurwoningen totaal',
		'totaal huurwoningen',
		'huurpatrimonium',
		'huuraanbod',
		'bestaand huuraanbod',
		'huidig huuraanbod',
		'meting',
		'stock',
		'stock huurwoningen',
		'huurwoningen meting'
	],
	households: ['huishoudens', 'private huishoudens', 'particuliere huishoudens', 'households'],
	realised: [
		'gerealiseerd',
		'gerealiseerde',
		'gerealiseerd huur',
		'gerealiseerde huur',
		'realisatie',
		'realisaties',
		'realised',
		'netto toename',
		'nettotoename',
		'netto aangroei',
		'netto gerealiseerd',
		'gerealiseerd netto',
		'gerealiseerd bso',
		'bso gerealiseerd',
		'totaal gerealiseerd',
		'gerealiseerd totaal',
		'toename nulmeting',
		'netto toename nulmeting'
	],
	in_execution: [
		'uitvoering',
		'in uitvoering',
		'in uitvoering huur',
		'in aanbouw',
		'in opbouw',
		'in execution'
	],
	planned: [
		'gepland',
		'geplande',
		'gepland huur',
		'planning',
		'in planning',
		'op planning',
		'planned',
		'totaal gepland',
		'gepland totaal',
		'meerjarenplanning en kortetermijnplanning',
		'meerjaren en kortetermijnplanning',
		'gepland meerjarenplanning en kortetermijnplanning'
	],
	to_build: ['te bouwen'],
	purchase: ['koopwoningen', 'nulmeting koop', 'koop nulmeting'],
	purchase_realised: [
		'gerealiseerd koop',
		'gerealiseerde koop',
		'gerealiseerde koopwoningen',
		'koop gerealiseerd'
	],
	purchase_planned: ['gepland koop', 'geplande koop', 'geplande koopwoningen', 'koop gepland'],
	objective: [
		'bso',
		'bso huur',
		'huur bso',
		'bindend objectief',
		'bindend objectief huur',
		'bindend objectief bso',
		'objectief',
		'objectief huur',
		'objectief bso',
		'doelstelling',
		'doelstelling huur',
		'doelstelling bso',
		'target',
		'objective',
		'te realiseren bso',
		'bso te realiseren',
		'totaal bso',
		'bso totaal',
		'totaal objectief',
		'objectief totaal'
	],
	'objective:steps_1_2': [
		'bso zonder inhaalbeweging',
		'objectief zonder inhaalbeweging',
		'verplichte toename'
	],
	'objective:catch_up': [
		'inhaalbeweging',
		'specifieke inhaalbeweging',
		'bso inhaalbeweging',
		'objectief inhaalbeweging',
		'bso specifieke inhaalbeweging'
	],
	'objective:covenant': [
		'convenant',
		'woonbeleidsconvenant',
		'bso convenant',
		'objectief convenant'
	],
	'objective:remaining': [
		'nog te realiseren',
		'nog te realiseren bso',
		'resterend bso',
		'resterend objectief',
		'resterend',
		'bso teller'
	],
	category: [
		'categorie',
		'cat',
		'category',
		'categorie voortgangstoets',
		'categorie toets',
		'voortgangstoets',
		'voortgangstoets categorie',
		'resultaat',
		'resultaat voortgangstoets',
		'resultaat toets',
		'voortgangstoets resultaat',
		'beoordeling',
		'eindcategorie',
		'definitieve categorie',
		'categorie definitief'
	],
	note: ['opmerking', 'opmerkingen', 'noot', 'toelichting', 'note'],
	date: ['datum', 'peildatum', 'referentiedatum', 'reference date'],
	area: [
		'provincie',
		'arrondissement',
		'regio',
		'gewest',
		'referentieregio',
		'werkingsgebied',
		'igs',
		'postcode',
		'nr',
		'volgnummer',
		'rang'
	],
	/** Homes of one sort of landlord: a part of the column of all. */
	part: [
		'shm',
		'svk',
		'woonmaatschappijen',
		'wm',
		'gemeente en ocmw',
		'ocmw',
		'gemeentes en ocmws',
		'lokale besturen',
		'vlaams woningfonds',
		'woningfonds',
		'vwf',
		'vmsw'
	],
	landlord: [
		'woonmaatschappij',
		'verhuurder',
		'actor',
		'initiatiefnemer',
		'naam shm',
		'huisvestingsmaatschappij',
		'eigenaar'
	],
	percentage: [
		'aandeel',
		'realisatiegraad',
		'bereikt',
		'bso bereikt',
		'groeipad',
		'gerealiseerd bso percentage'
	]
};

/** Objectives for purchase homes and plots, told by the same names with a word more. */
const TENURES: readonly (readonly [RegExp, Tenure])[] = [
	[/ (koop|koopwoningen)$/, 'purchase'],
	[/ kavels?$/, 'plots']
];

/** Words that tell columns of these tables nothing apart. */
const EMPTY_WORDS = new Set(
	'aantal het de een van voor op per tem tot en met tegen sinds sociale sociaal woning woningen bijkomend bijkomende gemeentelijk gemeentelijke som toestand'.split(
		' '
	)
);

const BY_NAME = new Map(
	Object.entries(COLUMN_NAMES).flatMap(([is, names]) =>
		names.map((name) => [name, is as HeaderMeaning['is']] as const)
	)
);

/** How files of this site head the status of the column before it, and the CSV of its API. */
export const STATUS_HEAD = /(:\s*|_)status$/i;

/** What a header means; null when no documented name fits. */
export function meaningOf(header: string): HeaderMeaning | null {
	if (STATUS_HEAD.test(header)) return { is: 'status', date: null };
	const days = statedDays(header);
	const date = days.length === 1 ? (days[0] ?? null) : null;
	if (/[%]|\bpct\b|percent/i.test(header)) return { is: 'percentage', date };
	const plain = plainName(
		withoutDays(header)
			.replace(/\(\s*(\d{1,2}|[a-z])?\s*\)|[*¹²³⁴⁵⁶⁷⁸⁹:;"]/g, ' ')
			.replace(/[()+]/g, ' ')
	);
	for (const name of [plain, coreOf(plain)]) {
		const is = BY_NAME.get(name);
		if (is) return { is, date };
		for (const [form, tenure] of TENURES) {
			const rest = form.test(name) ? BY_NAME.get(name.replace(form, '')) : undefined;
			if (rest?.startsWith('objective')) return { is: rest, tenure, date };
		}
	}
	return null;
}

const coreOf = (plain: string): string => {
	const words = plain.split(' ');
	const core = words.filter((word) => !EMPTY_WORDS.has(word));
	const [only, second] = core;
	if (only === undefined) return '';
	// «gerealiseerde huurwoningen»: the homes are the measure, not the meaning
	return second !== undefined &&
		core.at(-1) === 'huurwoningen' &&
		BY_NAME.has(core.slice(0, -1).join(' '))
		? core.slice(0, -1).join(' ')
		: core.join(' ');
};
