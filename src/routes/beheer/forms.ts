/** The forms for small things. Each says what a file of one row would say, and goes the way of such a file. */
import { endOfYear, isDay } from '#lib/domain/dates.ts';
import type { Answers } from '#lib/server/intake/answers.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import type { FormTable } from '#lib/server/formats/form-file.ts';
import { GROUP_WORDS, KIND_WORDS, PART_OF_WORDS } from '#lib/text/target-groups.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import { FIRST_FIGURES, OTHER_FIGURES } from './choices.ts';

/** One question of a form. */
export interface Field {
	/** Its name in the form: the head of its column in the file, where it has one. */
	name: string;
	label: string;
	about?: string;
	kind:
		'text' | 'long' | 'number' | 'year' | 'day' | 'town' | 'towns' | 'choice' | 'share' | 'region';
	options?: readonly Option[];
	required?: true;
	/** What stands in it before anything was said. */
	preset?: string;
	/** Whether most leave it as it is, so that it is folded. */
	extra?: true;
}

/** An answer that can be chosen, maybe with what it stands under. */
interface Option {
	value: string;
	words: string;
	group?: string;
}

export type Values = Readonly<Record<string, string>>;

/** The answers to the questions of a form alone; null where there is none. */
type Answered = Readonly<Record<string, string | null>>;

/** A form, and the file that it makes. */
export interface SmallForm {
	title: string;
	/** What comes of it, in a sentence. */
	lead: string;
	fields: readonly Field[];
	/** A title for what comes of it. @param said what was answered, in words */
	titled(said: (name: string) => string): string;
	/** How it asks whose word it is, where it is said here and now and not a decision or publication of another day. */
	whose?: string;
	/** The tables of its file; without it a row with the answers as its columns. */
	tables?(values: Answered, facts: Reference): FormTable[];
	/** What was answered, by what its tables say, where they say more. */
	said?(values: Values): Values;
	/** What is said of the file besides who published it, and when. */
	answers?(values: Values): Partial<Answers>;
}

/** A question with an answer of a kind; `more` says what it must have besides. */
const ask =
	(kind: Field['kind']) =>
	(name: string, label: string, more: Partial<Field> = {}): Field => ({
		name,
		label,
		kind,
		...more
	});
const [text, number, day] = [ask('text'), ask('number'), ask('day')];
const [town, region] = [ask('town'), ask('region')];
const required = { required: true } as const;
const extra = { extra: true } as const;

/** How a year is written. */
const YEAR = 'Vier cijfers, zoals 2026.';

const share = (name: string, label: string): Field =>
	ask('share')(name, label, { about: 'In procent.' });

/** A question of which the answers are given. */
const choice = (name: string, label: string, words: Readonly<Record<string, string>>): Field =>
	ask('choice')(name, label, {
		...required,
		options: Object.entries(words).map(([value, words]) => ({ value, words }))
	});

const under = (group: string, options: readonly Option[]): Option[] =>
	options.map((one) => ({ ...one, group }));

const note = text('note', 'Opmerking voor de lezer', extra);
const certainty: Field = {
	...choice('certainty', 'Hoe zeker is het?', {
		stated: 'het staat letterlijk in de bron',
		secondary: 'een andere bron zegt het',
		inferred: 'het is afgeleid'
	}),
	preset: 'stated',
	...extra
};
/** Of whom it is said: of a municipality or of a region. */
const whose = [
	town('nis_code', 'Gemeente', { about: 'Leeg: het gaat over een regio.' }),
	region('region', 'Regio', { about: 'Leeg: het gaat over een gemeente.' })
];

export const FORMS: Readonly<Record<string, SmallForm>> = {
	cijfer: {
		title: 'Eén cijfer verbeteren',
		lead: 'Wat er vroeger stond, blijft op te vragen.',
		fields: [
			town('nis_code', 'Gemeente', required),
			{
				...choice('indicator', 'Welk cijfer?', {}),
				options: [...under('Meest gevraagd', FIRST_FIGURES), ...under('Andere', OTHER_FIGURES)]
			},
			day('reference_date', 'Van welke dag is het?', required),
			number('value', 'Het juiste getal', required),
			ask('long')('waarom', 'Waarom verandert het?', {
				about: 'Lezers zien dit bij de herkomst van het cijfer.',
				...required
			})
		],
		titled: (said) => `${said('indicator')} van ${said('nis_code')} op ${said('reference_date')}`,
		whose: 'Van wie komt de verbetering?',
		tables: ({ waarom: _why, ...values }) => [
			rowOf('cijfer', {
				...values,
				value: (values['value'] ?? '').replace(/[\s.](?=\d{3}\b)/g, '').replace(',', '.'),
				status: 'normal'
			})
		],
		answers: ({ waarom = '' }) => ({ kind: 'correction', why: waarom })
	},
	ronde: {
		title: 'Drempels van een voortgangstoets',
		lead: 'Daarmee berekent de site de categorie van elke gemeente.',
		fields: [
			ask('year')('round', 'Jaar van de toets', { about: YEAR, ...required }),
			day('measured_on', 'Dag van de cijfers', {
				about: 'Leeg: 31 december van het jaar ervoor.',
				...extra
			}),
			share('threshold_realised', 'Drempel voor gerealiseerd'),
			share('threshold_with_planned', 'Drempel samen met gepland'),
			text('legal_reference', 'Waar staat de regel?', required),
			note
		],
		titled: (said) => `Voortgangstoets ${said('round')}: dag en drempels`,
		tables: (values) => [
			rowOf('ronde', {
				...values,
				measured_on: values['measured_on'] || endOfYear(Number(values['round']) - 1)
			})
		]
	},
	streefcijfer: {
		title: 'Een streefcijfer',
		lead: 'Welk aandeel sociale huurwoningen een regio of gemeente wil, zoals «12 % tegen 2035».',
		fields: [
			...whose,
			{
				...choice('goal_kind', 'Soort', {
					reach_share: 'een aandeel bereiken',
					hold_share: 'een aandeel behouden',
					new_building: 'een norm voor wat nieuw gebouwd wordt'
				}),
				preset: 'reach_share'
			},
			share('share', 'Aandeel'),
			day('holds_from', 'Geldt vanaf', { about: 'Leeg: de bron noemt geen dag.' }),
			day('deadline', 'Te halen tegen'),
			day('base_date', 'Bij behouden: aandeel van welke dag?', extra),
			day('adopted_on', 'Beslist op', extra),
			certainty,
			note
		],
		titled: (said) => `Streefcijfer van ${placeOf(said)}: ${said('share') || said('goal_kind')}`,
		tables: ({ nis_code: nis = null, ...values }, facts) => {
			const town = nis === null ? undefined : facts.places.byCode.get(nis);
			const alone = town && aloneOf(town);
			const isNew = alone && !facts.regions.has(alone.region);
			return [
				...(isNew ? regionTables(alone, [alone.nis], alone.from) : []),
				rowOf('streefcijfer', {
					...values,
					region: alone?.region ?? values['region'] ?? null,
					holds_from: values['holds_from'] || 'unknown'
				})
			];
		},
		said: (values) => (values['nis_code'] ? { ...values, region: '' } : values)
	},
	doelgroep: {
		title: 'Woningen voor een doelgroep',
		lead: 'Wat er is, moet of gewild is voor ouderen, grote gezinnen of wie dak- of thuisloos is. Het staat apart bij de gemeente of regio, en telt in geen enkel totaal mee.',
		fields: [
			...whose,
			choice('target_group', 'Voor wie?', GROUP_WORDS),
			choice('group_kind', 'Soort', KIND_WORDS),
			{
				...choice('part_of', 'Wat wordt geteld?', PART_OF_WORDS),
				about: 'Een aantal woningen, of een aandeel van iets.'
			},
			number('value', 'Aantal woningen'),
			{ ...share('share', 'Aandeel'), about: 'In procent.' },
			day('day', 'Van welke dag is het?', {
				about: 'De dag waarop het zo is, of waarop de bron het zegt.',
				...required
			}),
			day('deadline', 'Te halen tegen'),
			certainty,
			note
		],
		titled: (said) => `Voor ${said('target_group')} in ${placeOf(said)}`
	},
	regio: {
		title: 'Een regio met haar gemeenten',
		lead: 'De regio krijgt haar eigen pagina, bestanden en vergadering vanaf de vrijgave.',
		fields: [
			text('name', 'Naam', required),
			text('region', 'Naam in het adres', {
				about: 'Kleine letters, cijfers en koppeltekens: «regio-proef».',
				...required
			}),
			choice(
				'kind',
				'Soort',
				Object.fromEntries(
					Object.entries(REGION_KINDS)
						.filter(([value]) => value !== 'eigen')
						.map(([value, { one }]) => [value, one])
				)
			),
			day('valid_from', 'Leden vanaf', required),
			ask('towns')('nis_code', 'Gemeenten', required),
			note
		],
		titled: (said) => `${said('name')} en haar gemeenten`,
		tables: ({ valid_from = null, nis_code, ...values }) =>
			regionTables(values, (nis_code ?? '').split(' '), valid_from)
	},
	samenwerking: {
		title: 'Een feit over samenwerking',
		lead: 'Geen aandeel of aantal: een speler, een instrument of een doel van een gemeente of een regio. Het staat op haar pagina, met de bron en de dag.',
		fields: [
			...whose,
			choice('cooperation_kind', 'Soort', {
				actor: 'een speler',
				instrument: 'een instrument',
				goal: 'een doel'
			}),
			text('item', 'Wie of wat?', {
				about: 'Zoals «woonmaatschappij» of «woonoverleg».',
				...required
			}),
			text('status', 'Hoe staat het ermee?', {
				about: 'In een of twee woorden, zoals «aanwezig» of «in voorbereiding».',
				...required
			}),
			text('detail', 'Uitleg', extra),
			day('as_of', 'Op welke dag is dat zo?', required),
			text('section', 'Plaats in de bron', extra)
		],
		titled: (said) => `Samenwerking in ${placeOf(said)}: ${said('item')}`
	},
	'verwachte-datum': {
		title: 'Een verwachte publicatie',
		lead: 'De kalender zegt dan tegen wanneer het cijfer er moet zijn, en wanneer het te laat is.',
		fields: [
			choice('series', 'Wat komt er?', {
				measurement: 'de jaarlijkse meting',
				baseline: 'de nulmeting',
				households: 'de huishoudens',
				progress_test: 'de voortgangstoets'
			}),
			day('reference_date', 'Van welke dag?', required),
			day('expected_by', 'Verwacht tegen', required),
			choice('basis', 'Waarop steunt dat?', {
				law: 'een regel',
				decision: 'een beslissing',
				pattern: 'zoals het vroeger ging',
				expectation: 'een verwachting'
			}),
			text('source', 'Wie zegt dat?', required)
		],
		titled: (said) => `Verwacht: ${said('series')} van ${said('reference_date')}`
	}
};

/** The municipality or the region that it is about. */
const placeOf = (said: (name: string) => string): string => said('nis_code') || said('region');

/** The region that is one municipality alone: a goal is always of a region. */
const aloneOf = ({ nis, name, validFrom }: Municipality) => ({
	...{ nis, from: validFrom, region: `${ALONE}${nis}` },
	...{ name: `Gemeente ${name}`, kind: 'gebied' }
});

const ALONE = 'gemeente-';

/** The municipality that is a region alone, by the slug of the region; null for any other. */
export const townOf = (slug: string): string | null =>
	slug.startsWith(ALONE) ? slug.slice(ALONE.length) : null;

/** A region and its members, all from the same day. */
const regionTables = (
	{ region = null, name = null, kind = null, note = null }: Answered,
	members: readonly string[],
	from: string | null
): FormTable[] => [
	rowOf('regio', { name, region, kind, note }),
	{
		sheet: 'leden',
		heads: ['region', 'nis_code', 'valid_from'],
		rows: members.map((nis) => [region, nis, from])
	}
];

/** The tables of the file that a form makes. */
export function tablesOf(
	slug: string,
	{ fields, tables }: SmallForm,
	values: Values,
	facts: Reference
): FormTable[] {
	const own = Object.fromEntries(fields.map(({ name }) => [name, values[name] || null]));
	return tables?.(own, facts) ?? [rowOf(slug, own)];
}

const rowOf = (sheet: string, values: Answered): FormTable => ({
	sheet,
	heads: Object.keys(values),
	rows: [Object.values(values)]
});

/** The forms, each with where it stands. */
export const formLinks = Object.entries(FORMS).map(([slug, { title, lead }]) => ({
	...{ title, lead },
	path: `/beheer/formulieren/${slug}`
}));

/** All that a form asks: its own questions, then whose word it is, and since when. */
export const allFields = ({ fields, whose }: SmallForm): readonly Field[] => [
	...fields,
	text('uitgever', whose ?? 'Wie besliste of publiceerde dit?', required),
	text('titel', 'Titel op de site', {
		about: 'Leeg: we maken er een van wat u invulde.',
		...extra
	}),
	text('adres', 'Adres van de bron', { about: 'https://…', ...extra }),
	day('op', 'Op welke dag verscheen dit?', required)
];

/** What is wrong with the answer to a question. */
export interface Problem {
	/** The name of the field. */
	at: string;
	problem: string;
}

const ONE_OF_BOTH = 'Kies een gemeente of een regio.';
const NOT_BOTH = 'Kies een gemeente of een regio, niet allebei.';

/** The first answer that is missing or cannot be read; null when there is none. */
export function problemOf(form: SmallForm, values: Values): Problem | null {
	for (const field of allFields(form)) {
		const wrong = wrongWith(field, values[field.name] ?? '');
		if (wrong) return { at: field.name, problem: `«${field.label}» ${wrong}` };
	}
	const isAsked = whose.every((field) => form.fields.includes(field));
	const said = whose.filter(({ name }) => values[name]).length;
	return isAsked && said !== 1
		? { at: 'nis_code', problem: said > 1 ? NOT_BOTH : ONE_OF_BOTH }
		: null;
}

function wrongWith({ kind, required }: Field, value: string): string | null {
	if (value === '') return required ? 'is nog leeg.' : null;
	if (kind === 'day' && !isDay(value)) return 'is geen dag.';
	return kind === 'year' && !/^(19|20)\d\d$/.test(value) ? `is geen jaar. ${YEAR}` : null;
}

/** The name of the file that a form makes. */
export const fileNameOf = (form: string, day: string): string => `${form}-${day}.xlsx`;

/** The form that made a file, by its name; undefined when none did. */
export const formOfFile = (name: string): string | undefined =>
	Object.keys(FORMS).find((form) => {
		const day = name.slice(form.length + 1, -'.xlsx'.length);
		return isDay(day) && name === fileNameOf(form, day);
	});

/** What a file that was handed in is called at the desk: the form that made it, else its own name. */
export const nameOfFile = (name: string): string => FORMS[formOfFile(name) ?? '']?.title ?? name;
