/** The faults that were found, each with the rule that must hold instead and what proves it: a trial, or a test of the suite. */
import { lyingWorkbook } from './bomb.ts';
import type { Fault, Proof, Trial } from './fault.ts';
import { fullDisk } from './full-disk.ts';
import { killedImports } from './kills.ts';
import { silentConnection } from './listening.ts';
import { costlyAtOnce, feedOfMany, fewConnections, poolOfOne } from './many.ts';
import { slowHeaders } from './slow.ts';
import { startedAtOnce } from './starting.ts';

/** A trial that is quick enough to go with the tests. */
const short = (trial: Trial): Proof => ({ trial, isShort: true });
const long = (trial: Trial): Proof => ({ trial, isShort: false });
const test =
	(file: string) =>
	(name: string): Proof => ({ file, test: name });

const owner = test('tests/database/owner.test.ts');
const database = test('tests/database/database.test.ts');
const away = test('tests/database/away.test.ts');
const site = test('src/lib/server/web/site.test.ts');
const hooks = test('src/hooks.server.test.ts');
const standby = test('tests/database/standby.test.ts');
const explain = test('src/cli/explain.test.ts');
const packages = test('tests/support/packages.test.ts');
const damaged = test('tests/import/damaged-files.test.ts');
const archive = test('src/lib/server/desk/bytes/archive.test.ts');
const signed = test('tests/database/signed.test.ts');

const rows: [number: number | null, rule: string, proof: Proof][] = [
	[
		null,
		'an import that is killed is there whole or not at all, embedded',
		short(killedImports('embedded'))
	],
	[
		null,
		'an import that is killed is there whole or not at all, PostgreSQL',
		short(killedImports('postgresql'))
	],
	[
		1,
		'a second owner of the folder is refused',
		owner('a second opening is refused with who holds the folder')
	],
	[
		1,
		'by a link, `data/.` or another path too',
		owner('a second opening is refused by whatever path it comes')
	],
	[1, 'from another container too', owner('a process that sees other process ids')],
	[
		2,
		'a LISTEN connection that dies silently keeps nothing old on screen',
		short(silentConnection('listen '))
	],
	[2, 'nor does it when every connection dies silently', long(silentConnection())],
	[
		2,
		'what passed unheard is heard of at the next pulse',
		database('a change that passed unheard')
	],
	[
		3,
		'twenty of the costliest requests at once: a seen page stays quick, memory bounded',
		long(costlyAtOnce)
	],
	[4, 'the feed after many revisions holds nobody up', long(feedOfMany)],
	[5, 'with 4 connections every page is shown, and health says so', short(fewConnections)],
	[5, 'with a pool of one too', long(poolOfOne)],
	[6, 'nobody else can enter the data folder', owner('only the owner can enter the folder')],
	[7, 'a workbook that lies of its size holds nobody up', short(lyingWorkbook)],
	[7, 'an archive is counted while it unpacks', archive('a part that grows beyond what it may')],
	[8, 'a standby is named as one, with what to do', standby('a server that knows the standby')],
	[
		9,
		'a folder without PG_VERSION is refused and stays as it is',
		owner('a database that lost its version file')
	],
	[9, 'a folder of other files is refused', owner('a folder with other files')],
	[
		9,
		'a mount that is missing is refused where a database must exist',
		owner('where a database must exist')
	],
	[10, 'a full disk ends with words, and with room all goes on', long(fullDisk)],
	[
		11,
		'a frozen import gives way, and is named',
		database('a change that waits too long for another')
	],
	[
		12,
		'a question on a frozen connection ends',
		database('a question on a connection that is silent')
	],
	[12, 'a slow database: the last known state with a line', away('when the database is slow')],
	[
		13,
		'what was told as written is flushed to its files',
		owner('what was told as written is in the files')
	],
	[
		14,
		'Node comes with a hash, and no package runs a script',
		packages('each package is held to a hash')
	],
	[15, 'servers that start at once on an empty database all start', short(startedAtOnce)],
	[16, 'no password is told', explain('no password is ever told')],
	[
		17,
		'uploads of a dead process are removed at the next start',
		owner('what a dead process was handed is removed')
	],
	[18, 'slow headers are cut off, and hold nobody up', long(slowHeaders)],
	[
		19,
		'https is held to where the site is reached by it',
		site('a site that is reached by https says so')
	],
	[19, 'letters and keeping are said with every answer, no framework', hooks('an answer')],
	[
		20,
		'a damaged folder says so, what to do, and ends with 1',
		owner('a start on a damaged folder')
	],
	[20, 'each failure of the database says what to do', explain('')],
	[21, 'two Host headers are refused', site('a request with two hosts')],
	[
		21,
		'health tells the truth when the database is away',
		away('a page that was seen keeps its last good state')
	],
	[21, 'damaged files are refused with words', damaged('')],
	[
		null,
		'a link of the chain that was forged is found',
		signed('a link that was signed for somebody else')
	],
	[null, 'a chain that was signed anew is found', signed('a chain that was signed anew')],
	[
		null,
		'a server without the key only reads',
		signed('a server without the key reads and refuses')
	]
];

export const FAULTS: readonly Fault[] = rows.map(([number, rule, proof]) => ({
	number,
	rule,
	proof
}));
