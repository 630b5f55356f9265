import type { Day } from '#lib/domain/dates.ts';
import type { WriteTransaction } from '../../database/schema.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { Shapes } from './shapes.ts';
import type { Vintage } from './vintages.ts';

type Pair = readonly [string, string];

/** How the neighbours of a file differ from those known. */
export interface NeighbourChange {
	/** The structure as the table `neighbour` names it. */
	structureOn: Day;
	pairs: readonly Pair[];
	added: readonly Pair[];
	removed: readonly Pair[];
}

/** Holds the neighbours of each structure of a file against those known; a structure is named as it is in the table. */
export async function neighbourChanges(
	transaction: WriteTransaction,
	vintages: readonly (Pick<Vintage, 'from' | 'to'> & Pick<Shapes, 'neighbours'>)[]
): Promise<NeighbourChange[]> {
	const rows = await transaction
		.selectFrom('neighbour')
		.select(['structure_on', 'nis_a', 'nis_b'])
		.execute();
	const known = Map.groupBy(rows, (row) => row.structure_on);
	const newest = [...known.keys()].sort().at(-1);
	return vintages.flatMap(({ from, to, neighbours }) => {
		const named = [...known.keys()].find((day) => day >= from && (to === null || day <= to));
		if (named === undefined && newest !== undefined && from < newest) return [];
		const structureOn = named ?? from;
		const pairs = neighbours();
		const before = (known.get(structureOn) ?? []).map((row): Pair => [row.nis_a, row.nis_b]);
		return [{ structureOn, pairs, added: without(pairs, before), removed: without(before, pairs) }];
	});
}

function without(pairs: readonly Pair[], others: readonly Pair[]): Pair[] {
	const left = new Set(others.map(String));
	return pairs.filter((pair) => !left.has(String(pair)));
}

/** Lists each pair that a file adds or no longer has. */
export function reportNeighbours(changes: readonly NeighbourChange[], findings: Findings): void {
	for (const { structureOn, added, removed } of changes) {
		const report = (pair: Pair, words: string) =>
			findings.info('other_neighbours', WHOLE_FILE, {
				value: pair.join(' '),
				message: `${pair.join(' and ')} ${words} in the structure of ${structureOn}.`
			});
		for (const pair of added)
			report(pair, 'share a border in the file, and are not known as neighbours');
		for (const pair of removed)
			report(pair, 'are known as neighbours, and share no border in the file');
	}
}

/** Replaces the neighbours of the structures of a file. */
export async function replaceNeighbours(
	transaction: WriteTransaction,
	changes: readonly NeighbourChange[]
): Promise<void> {
	for (const { structureOn, pairs, added, removed } of changes) {
		if (added.length + removed.length === 0) continue;
		await transaction.deleteFrom('neighbour').where('structure_on', '=', structureOn).execute();
		const rows = pairs.map(([nis_a, nis_b]) => ({ structure_on: structureOn, nis_a, nis_b }));
		if (rows.length > 0) await transaction.insertInto('neighbour').values(rows).execute();
	}
}
