import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { number, optional, readTable, readWide, word } from './table.ts';

const ROUND = {
	round: number,
	measured_on: word,
	threshold_realised: optional(number),
	threshold_with_planned: optional(number),
	legal_reference: word,
	note: optional(word),
	publication_id: number
};

test('an empty cell is null, a number is a number', async () => {
	const rounds = await readTable('test-rounds', ROUND);
	expect(rounds[0]).toMatchObject({ round: 2012, threshold_realised: null });
});

test('a cell that its reader refuses is named by file, line and column', async () => {
	const reading = readTable('test-rounds', { ...ROUND, measured_on: number });
	await expect(reading).rejects.toThrow(
		'test-rounds, line 2, measured_on: "2011-12-31" is not a number'
	);
	await expect(readTable('test-rounds', { ...ROUND, threshold_realised: word })).rejects.toThrow(
		'test-rounds, line 2, threshold_realised: is empty'
	);
});

test('a table whose columns are not those that are read is refused', async () => {
	await expect(readTable('test-rounds', { round: number })).rejects.toThrow(
		/^test-rounds: expected the columns round, found round,measured_on/
	);
});

test('a wide table gives one number for each filled cell, by the day at its head', async () => {
	const cells = await readWide('households-register');
	const file = await readFile(new URL('facts/households-register.csv', import.meta.url), 'utf8');
	const filled = file.match(/(?<=,)[^,\n]+/g) ?? [];
	const days = file.split('\n', 1)[0]?.match(/(?<=,)[^,\n]+/g) ?? [];
	expect(cells).toHaveLength(filled.length - days.length);
	expect(cells[0]).toEqual({ key: '11001', day: '2010-01-01', value: 5796 });
});
