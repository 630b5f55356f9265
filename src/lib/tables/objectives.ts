import type { OwnRegime } from '#lib/server/standing/build-up.ts';
import { field, figure, type Column } from './column.ts';
import { maybeWord, word } from './field.ts';
import { moment, town, type AtMoment } from './quantities.ts';

/** A component of what a regime asks of a municipality; of a merger of each of its parts. */
interface ComponentRow {
	scheme: OwnRegime['scheme'];
	part: OwnRegime['parts'][number];
	line: OwnRegime['parts'][number]['lines'][number];
}

/** The components of what every regime asks of a municipality, one row each; of a merger those of every part. */
export const componentRows = (regimes: readonly OwnRegime[]): ComponentRow[] =>
	regimes.flatMap(({ scheme, parts }) =>
		parts.flatMap((part) => part.lines.map((line) => ({ scheme, part, line })))
	);

export const components: readonly Column<ComponentRow, AtMoment>[] = [
	field('scheme', 'text', 'Code of the regime.', (row) => row.scheme.code),
	...town<ComponentRow>((row) => row.part.municipality),
	field('component', 'text', 'Code of the rule.', (row) => row.line.code),
	field('kind', word('ComponentKind'), 'What it is in the objective.', (row) => row.line.kind),
	field(
		'objective_status',
		word('ObjectiveStatus'),
		'How the objective binds.',
		(row) => row.part.status
	),
	field('origin', word('Origin'), 'Where the number comes from.', (row) => row.line.origin),
	figure(
		{ name: 'value', unit: 'dwellings', about: '', meaning: 'Dwellings.' },
		(row) => row.line.figure
	),
	field('value_date', 'date', 'Reference date.', (row) => row.line.figure.date),
	field(
		'reason',
		maybeWord('Reason'),
		'Why the value is unknown; else blank.',
		(row) => row.line.figure.reason
	),
	field('legal_reference', 'text', 'The article that says so.', (row) => row.line.legalReference),
	field(
		'rule_publication',
		'whole',
		'Number of the publication of the rule.',
		(row) => row.line.rule
	),
	field(
		'note',
		'text?',
		'What the source says beside it; blank when nothing.',
		(row) => row.line.note
	),
	...moment
];
