import type { Database } from '../database/database.ts';
import type { ExportTable } from '#lib/tables/column.ts';
import { replacedParts, type ReplacedPart } from '../desk/review/replaced.ts';
import type { Reader } from '../database/schema.ts';
import { today } from '../today.ts';
import { noFindings } from '../desk/findings/findings.ts';
import {
	acceptedFindings,
	keptPublications,
	publicationCounts,
	type KeptPublication
} from '../queries/publications.ts';
import { contentsOf } from '../queries/changes.ts';
import type { TaskResult } from './task-result.ts';

/** Where a publication is in its life. */
export type LifeState = 'draft' | 'planned' | 'released' | 'superseded' | 'withdrawn';

/** A publication with its state, and how much of it later ones replaced; null: nothing, or it was not asked. */
export interface WithState extends KeptPublication {
	state: LifeState;
	part: ReplacedPart | null;
}

/** Every publication, drafts too, with its state; superseded is one of which nothing is left. */
export async function withStates(db: Reader): Promise<WithState[]> {
	const all = await keptPublications(db);
	const replaced = all.filter(({ id }) => isReplaced(id, all)).map(({ id }) => id);
	const parts = await replacedParts(db, replaced, today());
	return all.map((one) => {
		const part = parts.get(one.id) ?? null;
		return { ...one, state: stateOf(one, replaced.includes(one.id), part), part };
	});
}

function stateOf(one: KeptPublication, replaced: boolean, part: ReplacedPart | null): LifeState {
	if (one.withdrawnOn !== null) return 'withdrawn';
	if (one.releaseAt !== null) return 'planned';
	if (one.draft) return 'draft';
	return replaced && part?.replaced === part?.figures ? 'superseded' : 'released';
}

/** Whether one that counts took its place; also when what stood between the two was withdrawn. */
const isReplaced = (id: number, all: readonly KeptPublication[]): boolean =>
	all.some(
		(other) =>
			other.supersedes === id &&
			((!other.draft && other.withdrawnOn === null) || isReplaced(other.id, all))
	);

/** Every publication, drafts too, with its state and its numbers. */
export async function listing(database: Database): Promise<ExportTable> {
	const [issued, counts] = await Promise.all([
		withStates(database.read),
		publicationCounts(database.read)
	]);
	return {
		columns: [
			'id',
			'kind',
			'known from',
			'figures',
			'areas',
			'publisher',
			'title',
			'state',
			'withdrawn'
		],
		rows: issued.map((one) => [
			one.id,
			one.kind,
			knownFrom(one),
			counts.get(one.id)?.figures ?? 0,
			counts.get(one.id)?.areas ?? 0,
			one.publisher,
			one.title,
			one.state,
			one.withdrawnOn && `${one.withdrawnOn}: ${one.withdrawnWhy}`
		])
	};
}

const knownFrom = ({ draft, knownFrom, releaseAt }: KeptPublication): string =>
	draft ? (releaseAt ?? '-') : knownFrom;

/** All that is known of one publication: its data, what it brought, what was accepted. */
export async function showing(database: Database, id: number): Promise<TaskResult> {
	const all = await withStates(database.read);
	const one = all.find((other) => other.id === id);
	const nothing = { findings: [], counts: noFindings(), table: null, sections: [] };
	if (!one) {
		const line = `There is no publication ${id}; \`list\` shows all.`;
		return { ...nothing, exitCode: 1, lines: [line] };
	}
	const [contents, accepted] = await Promise.all([
		contentsOf(database.read, id),
		acceptedFindings(database.read, id)
	]);
	const facts = factsOf(one).filter(([, value]) => value !== null);
	const sections = [
		{
			title: 'What it brought',
			table: {
				columns: ['what', 'code', 'figures', 'areas', 'first', 'last'],
				rows: contents.map((row) => [
					row.part,
					row.code,
					row.figures,
					row.areas,
					row.first,
					row.last
				])
			}
		},
		{
			title: 'Findings that were accepted',
			table: {
				columns: ['code', 'findings', 'because'],
				rows: accepted.map((row) => [row.code, row.findings, row.because])
			}
		}
	];
	return {
		...nothing,
		exitCode: 0,
		lines: [],
		table: { columns: ['publication', String(id)], rows: facts },
		sections: sections.filter(({ table }) => table.rows.length > 0)
	};
}

const factsOf = (one: WithState): [string, string | number | null][] => [
	['title', one.title],
	['publisher', one.publisher],
	['state', one.state],
	['replaced', one.part && `${one.part.replaced} of ${one.part.figures}`],
	['kind', one.kind],
	['reason', one.reason],
	['supersedes', one.supersedes],
	['known from', one.draft ? null : one.knownFrom],
	['release at', one.releaseAt],
	['published on', one.publishedOn],
	['reference date', one.referenceDate],
	['structure', one.structureOn],
	['licence', one.licence],
	['address', one.url],
	['file', one.fileName],
	['sha256', one.sha256],
	['withdrawn', one.withdrawnOn && `${one.withdrawnOn}: ${one.withdrawnWhy}`]
];
