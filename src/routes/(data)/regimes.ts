import type { Publication } from '#lib/server/queries/publications.ts';
import type { ObjectiveLine, RegimePart } from '#lib/server/standing/build-up.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type About, type Line, type Table } from '#lib/tables/table.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import { count, day } from '#lib/text/format.ts';
import { CHECK_WORDS, COMPONENT_WORDS, OBJECTIVE_WORDS, ORIGIN_WORDS } from '#lib/text/words.ts';

/** A component of an objective, of a municipality before a merger. */
interface ComponentRow {
	line: ObjectiveLine;
	part: RegimePart;
	/** Whether it is of the first municipality, which says what the components mean. */
	first: boolean;
}

type Publications = ReadonlyMap<number, Publication>;

const isComponent = (code: string): code is keyof typeof COMPONENT_WORDS => code in COMPONENT_WORDS;

const nameOf = ({ name, code }: ObjectiveLine): string =>
	name || (isComponent(code) ? COMPONENT_WORDS[code] : code);

/** What a line is in the objective, where that is not plain. */
const KIND_NOTES: Partial<Record<ObjectiveLine['kind'], string>> = {
	limit: 'een grens, geen deel',
	apart: 'telt niet mee als objectief',
	beside: 'staat apart: we rekenen er niet mee'
};

function certainty({ line, part }: ComponentRow): Cell {
	const note = line.kind === 'total' ? OBJECTIVE_WORDS[part.status] : KIND_NOTES[line.kind];
	return [ORIGIN_WORDS[line.origin], note ? { words: note, look: 'note' } : null];
}

function sources({ line }: ComponentRow, publications: Publications): Cell {
	const { figure, origin, legalReference, rule, note } = line;
	const isPractice = figure.publications.some((id) => publications.get(id)?.kind === 'practice');
	const published = figure.publications.flatMap((id) => [
		' Cijfer: ',
		{ words: publications.get(id)?.publisher ?? '', href: publicationPath(id) },
		`, ${day(figure.date)}.`
	]);
	return [
		`${legalReference} (`,
		{ words: 'bron van de regel', href: publicationPath(rule) },
		').',
		...(origin === 'published' ? published : isPractice ? [' Cijfer: oefencijfer.'] : []),
		note ? ` ${note}` : ''
	];
}

const columns: readonly Column<ComponentRow, unknown, Publications>[] = [
	onPage('Onderdeel', ({ line, first }) => [
		nameOf(line),
		line.about && first ? { words: line.about, look: 'note' } : null
	]),
	onPage('Woningen', ({ line }) => ({ figure: line.figure, format: count }), { numeric: true }),
	onPage('Hoe zeker', certainty),
	onPage('Rechtsgrond en bron', sources)
];

/** The components of one regime, of each municipality before a merger apart. */
export function regimeTable(
	about: Pick<About, 'id' | 'title' | 'notes'>,
	parts: readonly RegimePart[],
	publications: Publications
): Table {
	const rows = parts.flatMap((part, place): Line<ComponentRow>[] => [
		...(parts.length > 1
			? [{ heading: `${part.municipality.name}: ${OBJECTIVE_WORDS[part.status]}` }]
			: []),
		...part.lines.map((line) => ({ line, part, first: place === 0 })),
		...part.check.findings.map(({ kind, entered, expected }): { across: Cell } => ({
			across: [
				{ words: CHECK_WORDS[kind], look: 'strong' },
				`: ingevoerd ${count(entered)}, volgens de regel ${count(expected)}. We tonen wat gepubliceerd is.`
			]
		}))
	]);
	return tableOf(
		columns,
		rows,
		publications,
		{ ...about, look: 'regime' },
		{
			lookOf: ({ line: { kind } }) =>
				kind === 'total' ? { look: 'sum' } : kind === 'beside' ? { look: 'beside' } : {}
		}
	);
}
