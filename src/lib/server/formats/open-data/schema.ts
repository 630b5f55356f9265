import {
	OPEN_TABLES,
	type Described,
	type OpenTableName,
	type Reference
} from '#lib/tables/data-package.ts';

/** What a cell of a column holds, by the names that Table Schema and CSVW share. */
type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** Which cells a field refuses. */
export interface Constraints {
	type: CellType;
	values?: readonly string[];
	pattern?: string;
	minimum?: number;
}

const KINDS: Record<Extract<Described['kind'], string>, Constraints> = {
	text: { type: 'string' },
	nis: { type: 'string', pattern: '[0-9]{5}' },
	slug: { type: 'string', pattern: '[a-z0-9]+(-[a-z0-9]+)*' },
	list: { type: 'string', pattern: '[0-9]+( [0-9]+)*' },
	sha256: { type: 'string', pattern: '[0-9a-f]{64}' },
	date: { type: 'date' },
	flag: { type: 'boolean' },
	whole: { type: 'integer' },
	count: { type: 'integer', minimum: 0 },
	number: { type: 'number' },
	size: { type: 'number', minimum: 0 }
};

/** What the cells of a field can hold. */
export const constraintsOf = ({ kind }: Described): Constraints =>
	typeof kind === 'string'
		? KINDS[kind]
		: { type: 'string', ...(kind.values && { values: kind.values }) };

/** What a table refers to. */
export const referencesOf = (name: OpenTableName): readonly Reference[] =>
	OPEN_TABLES[name].references;
