import { expect, test } from 'vitest';
import { isCostly } from './costly.ts';

test.for([
	'/uitvoer/regios/kortrijk/leden.xlsx',
	'/uitvoer/deelbeeld/regios',
	'/vergadering/kortrijk/bestand?op=2022-12-31',
	'/cijfers/download/nu',
	'/cijfers/feed.atom',
	'/dcat.ttl',
	'/regios/eigen?gemeenten=34022',
	'/api/v1/regions/eigen.csv',
	'/api/v1/versions/1900-01-01/2026-11-29'
])('%s is made in its turn, on a thread of its own', (address) => {
	expect(isCostly(address)).toBe(true);
});

test.for([
	'/',
	'/regios/kortrijk',
	'/cijfers',
	'/gemeenten?x=/uitvoer/',
	'/api/v1/versions',
	'/api/health'
])('%s is made at once', (address) => {
	expect(isCostly(address)).toBe(false);
});
