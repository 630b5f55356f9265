import { expect, test } from 'vitest';
import { categoryWords } from './changes.ts';

test('of a round it is told how many municipalities get which category', () => {
	const effect = (municipality: string, before: string | null, after: string | null) => ({
		...{ municipality, round: 2026 },
		...({ before, after } as unknown as { before: number | null; after: number | null })
	});
	expect(
		categoryWords([effect('Kuurne', null, '2'), effect('Gent', null, '1'), effect('As', '1', '2')])
	).toEqual([
		expect.stringMatching(
			/^In de voortgangstoets van 2026 .*: 1\sgemeente categorie 1 en 2\sgemeenten categorie 2\.$/
		)
	]);
});
