import { describe, expect, test } from 'vitest';
import { filePath } from '#lib/text/addresses.ts';
import { DRAWING_ENDINGS, readAskedFile, TABLE_ENDINGS } from './asked.ts';

describe('an address of a file is that of its page, its name and its ending', () => {
	test.for(['/', '/regios/kortrijk', '/gemeenten/34022/sinds?van=2024-01-01&tot=2025-01-01'])(
		'%s',
		(page) => {
			for (const ending of [...TABLE_ENDINGS, ...DRAWING_ENDINGS]) {
				const address = new URL(filePath(page, 'leden', ending), 'http://site');
				const asked = readAskedFile(address.pathname.replace('/uitvoer/', ''));
				expect(`${asked?.path}${address.search}`).toBe(page);
				expect(asked).toMatchObject({ id: 'leden', ending });
			}
		}
	);

	test.for([
		'',
		'leden',
		'leden.exe',
		'.csv',
		'../leden.csv',
		'regios/../../etc/passwd.csv',
		'/example.org/leden.csv',
		'regios//leden.csv',
		'http://example.org/leden.csv',
		'uitvoer/leden.csv',
		'UITVOER/leden.csv',
		'api/v1/municipalities.csv',
		'regios/kor trijk/leden.csv',
		'regios/kortrijk/"]leden.csv',
		'regios/kortrijk/leden.csv/x'
	])('%j asks for nothing', (asked) => {
		expect(readAskedFile(asked)).toBeNull();
	});
});
