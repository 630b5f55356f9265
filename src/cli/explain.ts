/** What a failure of the database means for whoever keeps it, by its SQLSTATE or the code of the system. */
const MEANING: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'Nobody answers there. Start PostgreSQL, or correct DATABASE_URL.',
	ENOTFOUND: 'There is no machine of that name. Correct DATABASE_URL.',
	ETIMEDOUT: 'Nobody answers there. Look at the network and the firewall, or correct DATABASE_URL.',
	ECONNRESET: 'The connection broke. Nothing of this command was kept; try again.',
	'28P01': 'Correct the user or the password in DATABASE_URL.',
	'28000': 'Correct the user in DATABASE_URL, or let it in (pg_hba.conf).',
	'3D000': 'Make that database (createdb), or name another one in DATABASE_URL.',
	'53300': 'Raise max_connections, or the limit of the role, or lower DATABASE_POOL.',
	'53100': 'The disk of the database is full. Nothing was written; make room and try again.',
	'25006':
		'That server only reads: it is a standby, or its keeper made it so. Name the primary in DATABASE_URL.',
	'57P01': 'Its keeper ended the connection. Nothing of this command was kept; try again.',
	'57P03': 'PostgreSQL is starting or stopping; try again in a moment.',
	'42501': 'Give the user of DATABASE_URL the rights on this database.'
};

/** What it means when it is the message that says it. */
const SAID: readonly (readonly [RegExp, (found: RegExpExecArray, folder: string) => string])[] = [
	[
		/corrupted migrations: previously executed migration (\S+) is missing/,
		([, step]) =>
			`The database was made by a newer version of this program (it has the step ${step}, which this one does not know). ` +
			'Nothing was changed. Start that version or a newer one, or restore a backup from before.'
	],
	[
		/relation "(\w+)" already exists/,
		([, table]) =>
			`The database holds tables of something else (such as ${table}). Nothing was changed. ` +
			'Make a database of its own for this program, and name it in DATABASE_URL.'
	],
	[
		/Client has encountered a connection error|Connection terminated|Query read timeout/,
		([words]) =>
			`The connection to the database broke (${words}). A change that was under way was not kept; ` +
			'`npm run data -- list` shows what is there. Try again when the database answers.'
	],
	[
		/timeout exceeded when trying to connect/,
		() => 'The database did not answer within 5 s. Start PostgreSQL, or correct DATABASE_URL.'
	],
	[
		/duplicate key value violates unique constraint "(\w+)"/,
		([, constraint]) =>
			`The database contradicts itself: ${constraint} finds what its table does not hold, so a table is damaged. ` +
			'Nothing was changed. Put the database aside and restore a backup.'
	],
	[
		/invalid page in block|could not read blocks|unexpected data beyond EOF|Aborted\(\)/,
		([words], folder) =>
			`The database${folder && ` in ${folder}`} is damaged (${words}). Put it aside and restore a backup; \`npm run data -- verify\` proves one whole.`
	],
	[
		/ENOSPC|No space left on device/,
		([words]) => `The disk is full (${words}). Nothing was written; make room and try again.`
	],
	[
		/^aborted$|socket hang up|read ECONNRESET/,
		([words]) =>
			`The process that holds the database ended under way (${words}). ` +
			'Start it again; `npm run data -- list` then shows whether the work was kept.'
	]
];

/**
 * What went wrong in one line: what happened, where, and what to do. Never with a password.
 * @param address of the database, if one was set
 * @param folder of the embedded database, if that is used
 */
export function explain(error: unknown, address = '', folder = ''): string {
	if (error instanceof AggregateError) {
		// A name with several addresses was tried at each: the first says enough.
		return explain(error.errors[0] ?? error.message, address, folder);
	}
	if (!(error instanceof Error)) return withoutPassword(String(error), address);
	const message = error.message || error.name;
	for (const [words, meaning] of SAID) {
		const found = words.exec(message);
		if (found) return withoutPassword(meaning(found, folder), address);
	}
	const meaning = MEANING[(error as { code?: string }).code ?? ''];
	return withoutPassword(meaning ? `${message}${place(address)}. ${meaning}` : message, address);
}

/** Where the database is, as far as may be said. */
function place(address: string): string {
	const url = URL.parse(address);
	return url?.host ? ` (database ${url.host}${url.pathname})` : '';
}

function withoutPassword(line: string, address: string): string {
	const password = URL.parse(address)?.password ?? '';
	const written = [address, password, decodeURIComponent(password)].filter((part) => part !== '');
	return written.reduce((said, part) => said.replaceAll(part, '…'), line).replace(/\s*\n\s*/g, ' ');
}
