import type * as v from 'valibot';
import { day, decimal, listOf, maybe, nis, shape, text, whole } from './fields.ts';
import { figure } from './figure.ts';

/** What was agreed, by whom and for when. */
const agreementEntries = {
	id: whole('Number of the proposal that was agreed on.'),
	name: text('Name, Dutch.'),
	organisation: text('Who kept it.'),
	agreedOn: day('Day of the decision.'),
	knownFrom: day('Day from which this site shows it.'),
	goal: decimal('Share to reach, a fraction.'),
	on: day('Day of the stock from which it is reckoned.'),
	by: day('Day by which.'),
	because: maybe(text('Words.'), 'Where it stands, or why, Dutch; null when not said.'),
	predecessor: maybe(whole('Number.'), 'The proposal that it took the place of; null for none.')
};

/** What was agreed for a municipality, and what came of it. */
const numberEntries = {
	part: figure('Dwellings that are its part.'),
	dwellings: figure('Dwellings that rise there, after what it builds for others.'),
	since: figure('Net dwellings since `on`.'),
	due: figure('Dwellings that an even pace asked by the reference date.'),
	left: figure('Signed: `dwellings` less `since`; negative is beyond.')
};

export const Agreement = shape(
	{
		...agreementEntries,
		parts: listOf(
			shape(
				{ nis: nis('NIS code.'), name: text('Name, Dutch.'), ...numberEntries },
				'What was agreed for a municipality.'
			),
			'By NIS code.'
		)
	},
	'What a region agreed on for itself: no law and no objective.'
);
export type Agreement = v.InferOutput<typeof Agreement>;

/** What of it is for one municipality. */
export const OwnAgreement = shape(
	{
		region: text('Slug of the region, as in `/regions/{slug}`.'),
		...agreementEntries,
		...numberEntries
	},
	'What a region agreed on for the municipality: no law and no objective.'
);
export type OwnAgreement = v.InferOutput<typeof OwnAgreement>;
