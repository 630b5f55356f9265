import { describe, expect, test } from 'vitest';
import { describedFields, OPEN_TABLES, READING_ORDER, type OpenTableName } from './data-package.ts';

const NAMES = Object.keys(OPEN_TABLES) as OpenTableName[];

describe('the tables of the data package', () => {
	test.for(NAMES)('every field of %s says what it holds, under a name of its own', (name) => {
		const fields = describedFields(name);
		expect(fields.filter(({ about }) => about === '')).toEqual([]);
		expect(new Set(fields.map((one) => one.name)).size).toBe(fields.length);
	});

	test.for(NAMES)('key and references of %s are fields that exist', (name) => {
		const namesOf = (of: OpenTableName) => describedFields(of).map((one) => one.name);
		expect(namesOf(name)).toEqual(expect.arrayContaining([...OPEN_TABLES[name].key]));
		for (const { columns, table, to } of OPEN_TABLES[name].references) {
			expect(namesOf(name)).toEqual(expect.arrayContaining([...columns]));
			expect(OPEN_TABLES[table as OpenTableName].key).toEqual(to);
		}
	});

	test('a reader finds each of them once', () => {
		expect([...READING_ORDER].sort()).toEqual([...NAMES].sort());
	});
});
