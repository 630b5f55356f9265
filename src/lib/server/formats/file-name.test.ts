import { describe, expect, test } from 'vitest';
import { fileName } from './file-name.ts';

const byCode = new Map([['71020', { name: 'Hamont-Achel' }]]);
const facts = { places: { byCode }, regions: new Map() } as unknown as Parameters<
	typeof fileName
>[2]['facts'];

describe('the name of a file says area, what is shown, and date', () => {
	test.for<[address: string, id: string, on: string | null, name: string]>([
		['/', 'kaartcijfers', '2024-12-31', 'vlaanderen-kaartcijfers-2024-12-31'],
		['/?maat=voortgang', 'kaart', '2024-12-31', 'vlaanderen-voortgang-kaart-2024-12-31'],
		['/regios/kortrijk', 'leden', '2024-12-31', 'kortrijk-leden-2024-12-31'],
		['/regios/kortrijk/weg?doel=11', 'koers', '2024-12-31', 'kortrijk-weg-koers-2024-12-31'],
		['/regios/eigen?gemeenten=1,2&naam=Süd Öst', 'leden', '2024-12-31', 'sud-ost-leden-2024-12-31'],
		['/regios/eigen?gemeenten=1,2', 'leden', '2024-12-31', 'eigen-regio-leden-2024-12-31'],
		['/gemeenten/71020', 'toetsen', '2024-12-31', 'hamont-achel-toetsen-2024-12-31'],
		['/gemeenten?regio=kortrijk', 'lijst', '2024-12-31', 'gemeenten-kortrijk-lijst-2024-12-31'],
		[
			'/voortgangstoets/2022',
			'gemeenten',
			'2021-12-31',
			'voortgangstoets-2022-gemeenten-2021-12-31'
		],
		['/voortgangstoets', 'rondes', null, 'voortgangstoets-rondes-2026-01-01'],
		['/?bekend=2026-01-01', 'kaart', '2024-12-31', 'vlaanderen-kaart-2024-12-31-bekend-2026-01-01']
	])('%s %s', ([address, id, on, name]) => {
		const { pathname, searchParams } = new URL(address, 'http://site');
		const part = { path: pathname, query: searchParams, id };
		expect(fileName(part, { on, known: '2026-01-01' }, { scenario: false, facts })).toBe(name);
	});

	test('a scenario says so', () => {
		const part = { path: '/regios/genk/weg', query: new URLSearchParams(), id: 'koers' };
		const days = { on: '2024-12-31', known: '2026-01-01' };
		expect(fileName(part, days, { scenario: true, facts })).toBe(
			'genk-weg-koers-scenario-2024-12-31'
		);
	});

	test('whatever stands in the address, only letters, digits and hyphens stand in the name', () => {
		const query = new URLSearchParams({ regio: '../../x"; filename="y', naam: '\r\n' });
		const part = { path: '/regios/eigen', query, id: 'leden' };
		const days = { on: null, known: '2026-01-01' };
		expect(fileName(part, days, { scenario: false, facts })).toMatch(/^[a-z\d-]+$/);
	});
});
