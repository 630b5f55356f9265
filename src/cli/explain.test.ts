import { expect, test } from 'vitest';
import { explain } from './explain.ts';

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });
const ADDRESS = 'postgres://site:s%40cret@db.example:5432/wonen';

test.for([
	[
		coded('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'),
		/db\.example:5432\/wonen.*Start PostgreSQL/
	],
	[
		coded('password authentication failed for user "site"', '28P01'),
		/Correct the user or the password/
	],
	[coded('database "wonen" does not exist', '3D000'), /createdb/],
	[coded('too many connections for role "site"', '53300'), /DATABASE_POOL/],
	[coded('could not extend file: No space left on device', '53100'), /disk is full.*make room/],
	[coded('cannot execute LISTEN during recovery', '25006'), /only reads.*primary/],
	[
		new Error('corrupted migrations: previously executed migration 0011-replies is missing'),
		/newer version.*0011-replies.*restore/
	],
	[coded('relation "publication" already exists', '42P07'), /something else.*database of its own/],
	[
		coded('duplicate key value violates unique constraint "chain_entry_pkey"', '23505'),
		/damaged.*restore a backup/
	],
	[
		new Error('Client has encountered a connection error and is not queryable'),
		/connection .* broke.*list/
	],
	[new Error('Aborted(). Build with -sASSERTIONS for more info.'), /damaged.*restore a backup/],
	[new Error('aborted'), /ended under way.*list/],
	[
		new AggregateError([coded('connect ECONNREFUSED ::1:1', 'ECONNREFUSED'), new Error('x')]),
		/ECONNREFUSED ::1:1.*Start/
	]
] as const)('%s is told with what to do', ([error, words]) => {
	const line = explain(error, ADDRESS);
	expect(line).toMatch(words);
	expect(line).toMatch(/\.$/);
	expect(line).not.toContain('\n');
});

test('no password is ever told, as it is written or as it is meant', () => {
	for (const said of [ADDRESS, 'the word s@cret', 'the word s%40cret']) {
		expect(explain(new Error(`wrong: ${said}`), ADDRESS)).not.toMatch(/s(@|%40)cret/);
	}
});
