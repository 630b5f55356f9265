import { expect, test } from 'vitest';
import { validityHeaders } from './validity.ts';

const TODAY = '2026-11-24';
const data = { version: 7, changedAt: '2026-11-20T10:11:12.500Z' };
const headers = (asked: Record<string, unknown>, settledBy: string | null = 'known', now = data) =>
	validityHeaders({ settledBy }, asked, { data: now }, TODAY);

test('what was known on a day that is past was changed with the data, and may be kept for a day', () => {
	expect(headers({ known: '2024-01-31', structure: 'then' })).toEqual({
		'last-modified': 'Fri, 20 Nov 2026 10:11:12 GMT',
		'cache-control': 'public, max-age=86400',
		'data-version': '7'
	});
});

test.for([
	[{}, 'nothing asked'],
	[{ known: TODAY }, 'known today'],
	[{ known: '2027-01-01' }, 'known tomorrow'],
	[{ known: '2024-01-31', structure: 'today' }, 'the municipalities of today']
] as const)(
	'what is told of today changed at midnight in Brussels at the latest: %j',
	([asked]) => {
		expect(headers(asked)).toMatchObject({
			'last-modified': 'Mon, 23 Nov 2026 23:00:00 GMT',
			'cache-control': 'public, no-cache'
		});
	}
);

test('a change of the data since then counts, and the moment of the request never does', () => {
	const later = { version: 8, changedAt: '2026-11-24T08:00:00.000Z' };
	expect(headers({}, 'known', later)['last-modified']).toBe('Tue, 24 Nov 2026 08:00:00 GMT');
});

test('a version is settled, also one of today; changes up to today are not, whatever the version', () => {
	expect(headers({ version: 138, known: TODAY })['cache-control']).toContain('max-age');
	expect(headers({ version: 138 }, 'to')['cache-control']).toBe('public, no-cache');
	expect(headers({ version: 138, structure: 'today' })['cache-control']).toBe('public, no-cache');
});

test('changes are settled by their later day, not by the knowledge date', () => {
	expect(headers({ to: '2024-01-31' }, 'to')['cache-control']).toContain('max-age');
	expect(headers({ known: '2024-01-31' }, 'to')['cache-control']).toBe('public, no-cache');
});

test('what also tells what became of things since is asked again each time', () => {
	expect(headers({ known: '2024-01-31' }, null)).toMatchObject({
		'last-modified': 'Fri, 20 Nov 2026 10:11:12 GMT',
		'cache-control': 'public, no-cache'
	});
});
