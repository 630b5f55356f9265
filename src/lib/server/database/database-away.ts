/** Classes of SQLSTATE that say that the database, not the question, is the trouble: connection, resources, operator. */
const AWAY_CLASSES = ['08', '53', '57', '58', 'XX'];
/** Of a database that only reads, as a standby does until it is promoted. */
const READ_ONLY = '25006';
const AWAY_CODES = [READ_ONLY, 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'];
const AWAY_WORDS =
	/connection terminated|query read timeout|timeout exceeded when trying to connect|PGlite (is|instance is) (already )?closed/i;

/** Whether an error means that the database is away, slow, read-only or refuses to work, so that trying again later makes sense. */
export function isDatabaseAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return (
		AWAY_CODES.includes(code) ||
		(code.length === 5 && AWAY_CLASSES.includes(code.slice(0, 2))) ||
		AWAY_WORDS.test(error.message) ||
		(error.cause !== undefined && isDatabaseAway(error.cause))
	);
}
