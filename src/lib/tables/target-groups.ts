import { CERTAINTIES } from '#lib/domain/certainty.ts';
import {
	areaOf,
	PART_KINDS,
	PARTS_OF,
	TARGET_GROUPS,
	type TargetGroupPart
} from '#lib/domain/target-groups.ts';
import { fraction } from '#lib/domain/share.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { dwellings } from '#lib/text/format.ts';
import { GROUP_WORDS, GROUPS_NOTE, KIND_WORDS, PART_OF_WORDS } from '#lib/text/target-groups.ts';
import { thresholdCell, type Cell } from './cell.ts';
import { field, given, onPage, type Column } from './column.ts';
import { both, word } from './field.ts';
import { tableOf, type Table } from './table.ts';

/** What a page tells of the areas and sources of its rows. */
interface Around {
	/** The name of a municipality or region by its code, with where it leads. */
	placeOf: (area: string) => { words: string; href: string };
	publisherOf: (publication: number) => string;
	/** Whether the rows are of one area only, which the page is about. */
	isOne: boolean;
}

type GroupColumn = Column<TargetGroupPart, unknown, Around>;

/** How much, and by when where a day was named. */
const amount = ({ value, basisPoints, partOf, deadline }: TargetGroupPart): Cell => [
	...(basisPoints === null ? [] : [thresholdCell(basisPoints), ` ${PART_OF_WORDS[partOf]}`]),
	value === null ? null : { amount: value, format: dwellings },
	deadline ? { words: ['tegen ', { day: deadline }], look: 'note' } : null
];

const source = ({ publication, note }: TargetGroupPart, { publisherOf }: Around): Cell => [
	{ words: publisherOf(publication), href: publicationPath(publication) },
	note ? `. ${note}` : ''
];

/** What was published for target groups, a row each. */
export const targetGroups: readonly GroupColumn[] = [
	{
		...onPage<TargetGroupPart, Around>('Waar', (row, { placeOf }) => placeOf(areaOf(row)), {
			when: ({ isOne }) => !isOne
		}),
		...field<TargetGroupPart>(
			'area',
			'text',
			both(
				'NIS-code van de gemeente, of naam van de regio in adressen',
				'NIS code or slug of the area.'
			),
			areaOf
		)
	},
	given('nis', 'nis?', both('NIS-code; leeg bij een regio', 'NIS code; blank for a region.')),
	given(
		'region',
		'slug?',
		both('naam van de regio in adressen; leeg bij een gemeente', 'Slug; blank for a municipality.')
	),
	{
		...onPage<TargetGroupPart, Around>('Doelgroep', ({ targetGroup }) => GROUP_WORDS[targetGroup], {
			names: true
		}),
		...given(
			'target_group',
			word('TargetGroup', TARGET_GROUPS),
			both('doelgroep', 'For whom it is.')
		)
	},
	{
		...onPage<TargetGroupPart, Around>('Soort', ({ kind }) => KIND_WORDS[kind]),
		...given('kind', word('PartKind', PART_KINDS), both('soort', 'What it is a part of.'))
	},
	{
		...onPage<TargetGroupPart, Around>('Hoeveel', amount),
		fields: [
			...given(
				'part_of',
				word('PartOf', PARTS_OF),
				both(
					'wat geteld wordt, of waarvan het een deel is',
					'What is counted, or what it is a share of.'
				)
			).fields,
			...given(
				'value',
				'count?',
				both('aantal woningen; leeg bij een aandeel', 'Dwellings; blank for a share.'),
				'dwellings'
			).fields,
			...field<TargetGroupPart>(
				'share',
				'number?',
				both('aandeel, als breuk; leeg bij een aantal', 'A fraction; blank for dwellings.'),
				(row) => fraction(row.basisPoints),
				'share'
			).fields
		]
	},
	{
		...onPage<TargetGroupPart, Around>('Datum', ({ date }) => ({ day: date })),
		...field<TargetGroupPart>(
			'reference_date',
			'date',
			both(
				'dag waarop het zo is, of waarop de bron het zegt',
				'Day on which it is so, or the source says it.'
			),
			(row) => row.date
		)
	},
	given(
		'deadline',
		'date?',
		both('laatste dag om het te halen', 'Last day to reach it; blank when none was named.')
	),
	given(
		'scheme',
		'text?',
		both(
			'code van de regeling waarvan het een deel is',
			'Code of the regime that it is a part of; blank for none.'
		)
	),
	given(
		'certainty',
		word('Certainty', CERTAINTIES),
		both(
			'hoe zeker: stated (letterlijk), secondary (tweede bron), inferred (afgeleid)',
			'How sure it is.'
		)
	),
	given('publication', 'whole', both('nummer van de publicatie', 'Number of the publication.')),
	{
		...onPage<TargetGroupPart, Around>('Bron en opmerking', source),
		...given(
			'note',
			'text?',
			both('opmerking van of over de bron', 'What is said beside it, Dutch; blank for nothing.')
		)
	}
];

/** The same on a page; null where nothing was published. */
export const targetGroupTable = (rows: readonly TargetGroupPart[], around: Around): Table | null =>
	rows.length === 0
		? null
		: tableOf(targetGroups, rows, around, {
				id: 'doelgroepen',
				title: 'Per doelgroep',
				reflow: true,
				notes: [GROUPS_NOTE]
			});
