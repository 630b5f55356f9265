/** The forms for small things. Each says what a file of one row would say, and goes the way of such a file. */
import { isDay } from '#lib/domain/dates.ts';
import type { Answers } from '#lib/server/intake/answers.ts';
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
	kind: 'text' | 'long' | 'day' | 'town' | 'towns' | 'choice' | 'share' | 'region';
	options?: readonly { value: string; words: string }[];
	required?: true;
}

export type Values = Readonly<Record<string, string>>;

/** A form, and the file that it makes. */
export interface SmallForm {
	title: string;
	/** What comes of it, in a sentence. */
	lead: string;
	fields: readonly Field[];
	tables(values: Values): FormTable[];
	/** What is said of the file besides who published it, and when. */
	answers?(values: Values): Partial<Answers>;
}

const note: Field = { name: 'note', label: 'Opmerking voor de lezer', kind: 'text' };
const certainty: Field = {
	name: 'certainty',
	label: 'Hoe zeker is het?',
	kind: 'choice',
	required: true,
	options: [
		{ value: 'stated', words: 'het staat letterlijk in de bron' },
		{ value: 'secondary', words: 'een andere bron zegt het' },
		{ value: 'inferred', words: 'het is afgeleid' }
	]
};
const optionsOf = (words: Readonly<Record<string, string>>) =>
	Object.entries(words).map(([value, words]) => ({ value, words }));
const share = (name: string, label: string, required?: true): Field => ({
	name,
	label,
	about: 'In procent, zoals 79,52.',
	kind: 'share',
	...(required && { required })
});

/** A row of one table, made of the fields that are its columns. */
const oneRow = (sheet: string, heads: readonly string[]) => (values: Values) => [
	{ sheet, heads, rows: [heads.map((head) => values[head] ?? null)] }
];

export const FORMS: Readonly<Record<string, SmallForm>> = {
	cijfer: {
		title: 'Eén cijfer verbeteren',
		lead: 'Het nieuwe cijfer vervangt het oude vanaf de vrijgave; wat er vroeger stond, blijft op te vragen.',
		fields: [
			{ name: 'nis_code', label: 'Gemeente', kind: 'town', required: true },
			{
				name: 'indicator',
				label: 'Welk cijfer?',
				kind: 'choice',
				required: true,
				options: [...FIRST_FIGURES, ...OTHER_FIGURES]
			},
			{ name: 'reference_date', label: 'Van welke dag is het?', kind: 'day', required: true },
			{ name: 'value', label: 'Het juiste getal', kind: 'text', required: true },
			{
				name: 'waarom',
				label: 'Waarom verandert het?',
				about: 'Dit komt bij het cijfer op de site.',
				kind: 'long',
				required: true
			}
		],
		tables: (values) =>
			oneRow('cijfer', ['nis_code', 'reference_date', 'indicator', 'value', 'status'])({
				...values,
				value: (values['value'] ?? '').replace(/[\s.](?=\d{3}\b)/g, '').replace(',', '.'),
				status: 'normal'
			}),
		answers: ({ waarom = '' }) => ({ kind: 'correction', why: waarom })
	},
	ronde: {
		title: 'Een ronde van de voortgangstoets',
		lead: 'Met de drempels berekent de site van elke gemeente de categorie, naast wat gepubliceerd is.',
		fields: [
			{ name: 'round', label: 'Jaar van de toets', kind: 'text', required: true },
			{
				name: 'measured_on',
				label: 'Dag van de cijfers',
				about: '31 december van het jaar ervoor.',
				kind: 'day',
				required: true
			},
			share('threshold_realised', 'Drempel voor gerealiseerd'),
			share('threshold_with_planned', 'Drempel samen met gepland'),
			{ name: 'legal_reference', label: 'Waar staat de regel?', kind: 'text', required: true },
			note
		],
		tables: oneRow('ronde', [
			'round',
			'measured_on',
			'threshold_realised',
			'threshold_with_planned',
			'legal_reference',
			'note'
		])
	},
	streefcijfer: {
		title: 'Een streefcijfer van een regio',
		lead: 'Het geldt vanaf de dag die u opgeeft; daarvoor verandert er niets.',
		fields: [
			{
				name: 'region',
				label: 'Regio',
				kind: 'region',
				required: true
			},
			{
				name: 'goal_kind',
				label: 'Soort',
				kind: 'choice',
				required: true,
				options: [
					{ value: 'reach_share', words: 'een aandeel bereiken' },
					{ value: 'hold_share', words: 'een aandeel behouden' },
					{ value: 'new_building', words: 'een norm voor wat nieuw gebouwd wordt' }
				]
			},
			share('share', 'Aandeel'),
			{
				name: 'holds_from',
				label: 'Geldt vanaf',
				about: 'Leeg: de bron noemt geen dag.',
				kind: 'day'
			},
			{ name: 'deadline', label: 'Te halen tegen', kind: 'day' },
			{ name: 'base_date', label: 'Bij behouden: aandeel van welke dag?', kind: 'day' },
			{ name: 'adopted_on', label: 'Beslist op', kind: 'day' },
			certainty,
			note
		],
		tables: (values) =>
			oneRow('streefcijfer', [
				'region',
				'goal_kind',
				'holds_from',
				'share',
				'base_date',
				'deadline',
				'adopted_on',
				'certainty',
				'note'
			])({ ...values, holds_from: values['holds_from'] || 'unknown' })
	},
	doelgroep: {
		title: 'Een objectief, doel of aantal voor een doelgroep',
		lead: 'Het staat apart bij de gemeente of regio, en telt in geen enkel totaal mee.',
		fields: [
			{ name: 'nis_code', label: 'Gemeente', about: 'Leeg bij een regio.', kind: 'town' },
			{ name: 'region', label: 'Regio', about: 'Leeg bij een gemeente.', kind: 'region' },
			{
				name: 'target_group',
				label: 'Voor wie?',
				kind: 'choice',
				required: true,
				options: optionsOf(GROUP_WORDS)
			},
			{
				name: 'group_kind',
				label: 'Soort',
				kind: 'choice',
				required: true,
				options: optionsOf(KIND_WORDS)
			},
			{
				name: 'part_of',
				label: 'Wat wordt geteld?',
				about: 'Een aantal woningen, of een aandeel van iets.',
				kind: 'choice',
				required: true,
				options: optionsOf(PART_OF_WORDS)
			},
			{ name: 'value', label: 'Aantal woningen', kind: 'text' },
			{ ...share('share', 'Aandeel'), about: 'In procent, zoals 4.' },
			{
				name: 'day',
				label: 'Van welke dag is het?',
				about: 'De dag waarop het zo is, of waarop de bron het zegt.',
				kind: 'day',
				required: true
			},
			{ name: 'deadline', label: 'Te halen tegen', kind: 'day' },
			certainty,
			note
		],
		tables: oneRow('doelgroep', [
			'nis_code',
			'region',
			'target_group',
			'group_kind',
			'part_of',
			'day',
			'value',
			'share',
			'deadline',
			'certainty',
			'note'
		])
	},
	regio: {
		title: 'Een regio met haar gemeenten',
		lead: 'De regio krijgt haar eigen pagina, bestanden en vergadering vanaf de vrijgave.',
		fields: [
			{ name: 'name', label: 'Naam', kind: 'text', required: true },
			{
				name: 'region',
				label: 'Naam in het adres',
				about: 'Kleine letters, cijfers en koppeltekens: «regio-proef».',
				kind: 'text',
				required: true
			},
			{
				name: 'kind',
				label: 'Soort',
				kind: 'choice',
				required: true,
				options: Object.entries(REGION_KINDS)
					.filter(([value]) => value !== 'eigen')
					.map(([value, { one }]) => ({ value, words: one }))
			},
			{ name: 'valid_from', label: 'Leden vanaf', kind: 'day', required: true },
			{ name: 'nis_code', label: 'Gemeenten', kind: 'towns', required: true },
			note
		],
		tables: (values) => [
			...oneRow('regio', ['region', 'name', 'kind', 'note'])(values),
			{
				sheet: 'leden',
				heads: ['region', 'nis_code', 'valid_from'],
				rows: (values['nis_code'] ?? '')
					.split(' ')
					.map((nis) => [values['region'] ?? '', nis, values['valid_from'] ?? ''])
			}
		]
	},
	samenwerking: {
		title: 'Een feit over samenwerking',
		lead: 'Een speler, een instrument of een doel van een gemeente of een regio. Het staat op haar pagina, met de bron en de dag.',
		fields: [
			{
				name: 'nis_code',
				label: 'Gemeente',
				about: 'Leeg: het gaat over een regio.',
				kind: 'town'
			},
			{
				name: 'region',
				label: 'Regio',
				about: 'Leeg: het gaat over een gemeente.',
				kind: 'region'
			},
			{
				name: 'cooperation_kind',
				label: 'Soort',
				kind: 'choice',
				required: true,
				options: [
					{ value: 'actor', words: 'een speler' },
					{ value: 'instrument', words: 'een instrument' },
					{ value: 'goal', words: 'een doel' }
				]
			},
			{
				name: 'item',
				label: 'Wie of wat?',
				about: 'Zoals «woonmaatschappij» of «woonoverleg».',
				kind: 'text',
				required: true
			},
			{
				name: 'status',
				label: 'Hoe staat het ermee?',
				about: 'In een of twee woorden, zoals «aanwezig» of «in voorbereiding».',
				kind: 'text',
				required: true
			},
			{ name: 'detail', label: 'Uitleg', kind: 'text' },
			{ name: 'as_of', label: 'Op welke dag is dat zo?', kind: 'day', required: true },
			{ name: 'section', label: 'Plaats in de bron', kind: 'text' }
		],
		tables: oneRow('samenwerking', [
			'nis_code',
			'region',
			'cooperation_kind',
			'item',
			'status',
			'detail',
			'as_of',
			'section'
		])
	},
	'verwachte-datum': {
		title: 'Een verwachte publicatie',
		lead: 'De kalender zegt dan tegen wanneer het cijfer er moet zijn, en wanneer het te laat is.',
		fields: [
			{
				name: 'series',
				label: 'Wat komt er?',
				kind: 'choice',
				required: true,
				options: [
					{ value: 'measurement', words: 'de jaarlijkse meting' },
					{ value: 'baseline', words: 'de nulmeting' },
					{ value: 'households', words: 'de huishoudens' },
					{ value: 'progress_test', words: 'de voortgangstoets' }
				]
			},
			{ name: 'reference_date', label: 'Van welke dag?', kind: 'day', required: true },
			{ name: 'expected_by', label: 'Verwacht tegen', kind: 'day', required: true },
			{
				name: 'basis',
				label: 'Waarop steunt dat?',
				kind: 'choice',
				required: true,
				options: [
					{ value: 'law', words: 'een regel' },
					{ value: 'decision', words: 'een beslissing' },
					{ value: 'pattern', words: 'zoals het vroeger ging' },
					{ value: 'expectation', words: 'een verwachting' }
				]
			},
			{ name: 'source', label: 'Wie zegt dat?', kind: 'text', required: true }
		],
		tables: oneRow('kalender', ['series', 'reference_date', 'expected_by', 'basis', 'source'])
	}
};

/** The forms, each with where it stands. */
export const formLinks = Object.entries(FORMS).map(([slug, { title, lead }]) => ({
	...{ title, lead },
	path: `/beheer/formulieren/${slug}`
}));

/** What every form asks besides: whose word it is, and since when. */
export const SOURCE_FIELDS: readonly Field[] = [
	{ name: 'uitgever', label: 'Wie besliste of publiceerde dit?', kind: 'text', required: true },
	{ name: 'titel', label: 'Titel van de bron', kind: 'text', required: true },
	{ name: 'adres', label: 'Adres van de bron', about: 'https://…', kind: 'text' },
	{ name: 'op', label: 'Op welke dag verscheen dit?', kind: 'day', required: true }
];

/** What is missing or cannot be read; null when nothing is. */
export function problemOf({ fields }: SmallForm, values: Values): string | null {
	for (const { name, label, kind, required } of [...fields, ...SOURCE_FIELDS]) {
		const value = values[name] ?? '';
		if (required && value === '') return `«${label}» is nog leeg.`;
		if (kind === 'day' && value !== '' && !isDay(value)) return `«${label}» is geen dag.`;
	}
	return null;
}

/** The name of the file that a form makes. */
export const fileNameOf = (form: string, day: string): string => `${form}-${day}.xlsx`;

/** The form that made a file, by its name; undefined when none did. */
export const formOfFile = (name: string): string | undefined =>
	Object.keys(FORMS).find((form) => {
		const day = name.slice(form.length + 1, -'.xlsx'.length);
		return isDay(day) && name === fileNameOf(form, day);
	});
