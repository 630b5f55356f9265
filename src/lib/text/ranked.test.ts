import { expect, test } from 'vitest';
import type { Status } from '#lib/domain/status.ts';
import { towns } from './ranked.ts';

const town = (name: string, value: number | null, status: Status = 'normal') => ({
	municipality: { name },
	share: { value, status }
});

test('who has a published figure is ranked, the highest first; an estimate or nothing known stands by name, after them', () => {
	const rows = [
		town('Zele', null, 'missing'),
		town('Genk', 0.09, 'estimated'),
		town('Bree', 0.02),
		town('Asse', 0.01, 'estimated'),
		town('Peer', 0.05, 'forecast'),
		town('Alken', 0.02)
	];
	const names = rows.toSorted(towns((row) => row.share)).map((row) => row.municipality.name);
	expect(names).toEqual(['Peer', 'Alken', 'Bree', 'Asse', 'Genk', 'Zele']);
});
