import { expect, test } from 'vitest';
import { addressOfDesk } from './gate.ts';

test.for([
	'/beheer',
	'/beheer/logboek/logboek.csv?wat=release',
	'/beheer/formulieren/cijfer?nis_code=34022&reference_date=2024-12-31'
])('%s is reached after signing in, with all that it asks', (address) =>
	expect(addressOfDesk(address)).toBe(address)
);

test.for([
	null,
	'',
	'/',
	'/gemeenten/34022',
	'/beheerder',
	'//elders.example/beheer',
	'/\\elders.example/beheer',
	'https://elders.example/beheer',
	'javascript:alert(1)',
	'/beheer/../gemeenten',
	'/beheer/%2e%2e/gemeenten',
	'http://'
])('%s is no address of the desk, and leads to its first page', (address) =>
	expect(addressOfDesk(address)).toBe('/beheer')
);
