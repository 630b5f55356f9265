import * as v from 'valibot';
import { REPLY_FIGURES } from '#lib/domain/reply.ts';
import {
	day,
	explained,
	listOf,
	mark,
	maybe,
	nis,
	of,
	oneOf,
	shape,
	text,
	whole
} from './fields.ts';
import { DEFINITION_MEANINGS, REASON_MEANINGS, STATUS_MEANINGS } from './words.ts';

export const Status = oneOf(
	STATUS_MEANINGS,
	'How sure a figure is (SDMX code list CL_OBS_STATUS).'
);
export const Reason = oneOf(REASON_MEANINGS, 'Why a figure has no value. Zero is a value.');
export const Definition = oneOf(
	DEFINITION_MEANINGS,
	'By which rule social rental dwellings were counted.'
);

/** A publication as the source of something. */
export const SourceOne = shape(
	{
		publication: whole('Number of the publication, as in `/publications/{id}`.'),
		title: text('Its title.'),
		url: maybe(v.string(), 'Where it was published; null when it has no address.')
	},
	'A publication.'
);

/** Where a figure comes from. */
export const Source = shape(
	{
		...SourceOne.pipe[0].entries,
		publications: v.optional(
			listOf(v.number(), 'Numbers of all publications that it rests on, when there are several.')
		)
	},
	'The publication that a figure comes from: the first when there are several.'
);

const source = maybe(
	Source,
	'Where it comes from; null for an unknown figure, and for one that is computed without a publication.'
);

/** What tells how sure a value is and whom it leaves out. */
export const markEntries = {
	status: of(Status, 'How sure it is: as sure as the least sure figure in it.'),
	composed: mark('Summed over the municipalities before a merger.'),
	reason: v.optional(of(Reason, 'Why it is unknown; only then.')),
	missing: v.optional(
		listOf(nis('NIS code.'), 'Municipalities that belong in it and have no figure, by NIS code.')
	)
};

export const ReplyFigureName = v.pipe(
	v.picklist(REPLY_FIGURES),
	v.description('Code of the quantity or indicator that a reply is about.')
);

/** What tells of a reply. */
export const replyEntries = {
	id: whole('Number of the reply.'),
	nis: nis('NIS code of the municipality whose figure it is, in the form in which it replied.'),
	name: text('Name of that municipality.'),
	figure: of(ReplyFigureName, 'What the reply is about.'),
	date: day('Reference date of that figure.'),
	words: text('What it says: Dutch, plain text, at most 280 characters.'),
	given: day('Day of the note of the municipality.'),
	knownFrom: day('First day on which it counts.'),
	by: text('The role or office that stands for it.'),
	reference: maybe(v.string(), 'Of the letter or decision; null when none was given.')
};

export const Reply = shape(
	replyEntries,
	'What a municipality says of a figure of its own. It alters no number.'
);
export type Reply = v.InferOutput<typeof Reply>;

const figureEntries = {
	value: maybe(v.number(), 'The number, in the unit of the field; null when unknown.'),
	date: day('The day on which it was so: the reference date.'),
	...markEntries,
	definition: v.optional(
		of(Definition, 'By which rule the dwellings were counted; only of social rental dwellings.')
	),
	source,
	replies: v.optional(
		listOf(
			of(Reply, 'A reply.'),
			'What the municipality replied to this number, or to one of its own that it was computed from; only then.'
		)
	)
};

/** A number with everything that must travel with it. */
export const Figure = explained(
	'value',
	figureEntries,
	'A number with its date, how sure it is, and its source. Unknown is null with a reason.'
);
export type Figure = v.InferOutput<typeof Figure>;

/** A figure whose counting rule is always named: null when it is unknown. */
export const StockFigure = explained(
	'value',
	{
		...figureEntries,
		definition: maybe(
			Definition,
			'By which rule the dwellings were counted; null when nobody counted.'
		)
	},
	'A figure that rests on social rental dwellings.'
);
export type StockFigure = v.InferOutput<typeof StockFigure>;

/** A figure with more fields beside it. */
export const figureWith = <const Entries extends v.ObjectEntries>(
	entries: Entries,
	about: string
) => explained('value', { ...entries, ...figureEntries }, about);

/** A figure in its place, with its unit. */
export const figure = (about: string) => of(Figure, about);

/** Dwellings short of a goal and above it. */
export const gapEntries = {
	gap: maybe(
		v.number(),
		'Dwellings short of the goal, rounded up; 0 when it is reached. Null without a goal (`gapStatus` is null too) or when unknown (`gapReason`).'
	),
	surplus: maybe(
		v.number(),
		'Dwellings above the goal; 0 when it is not reached. Null exactly when `gap` is.'
	),
	gapStatus: maybe(Status, 'How sure the gap is; null when there is no goal.'),
	gapComposed: mark('The gap rests on a sum over the municipalities before a merger.'),
	gapReason: v.optional(of(Reason, 'Why the gap is unknown; only then.'))
};

/** The situation and the knowledge that an answer is about. */
export const momentEntries = {
	on: day('Reference date of the situation.'),
	known: day('Knowledge date: only what was known by this day counts.')
};
