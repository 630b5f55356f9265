import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test.for([
	[
		'DATABASE_URL',
		'mysql://u:secret@h/d',
		/^Setting DATABASE_URL = "mysql:…" is not usable: expected postgres/
	],
	['DATABASE_URL', 'u:secret@h/d', /^Setting DATABASE_URL = "u:…" is not usable/],
	['DATABASE_READ_URL', 'postgres://u:secret@h/d', /without DATABASE_URL: set that to the primary/],
	['DATABASE_POOL', '0', /^Setting DATABASE_POOL = "0" is not usable: expected a whole number/],
	['DATA_MUST_EXIST', 'ja', /^Setting DATA_MUST_EXIST = "ja" is not usable: expected yes or no/],
	['PORT', 'tachtig', /^Setting PORT = "tachtig" is not usable/]
] as const)('%s cannot be %s, which is said without a password', ([name, value, words]) => {
	const read = () => readSettings({ [name]: value });
	expect(read).toThrow(words);
	expect(read).not.toThrow(/secret/);
});

test('every setting has a default, and what is given is read', () => {
	expect(readSettings({})).toMatchObject({ pool: 8, mustExist: false, databaseUrl: null });
	expect(readSettings({ DATABASE_POOL: '3', DATA_MUST_EXIST: 'yes' })).toMatchObject({
		pool: 3,
		mustExist: true
	});
});
