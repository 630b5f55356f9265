import { readSettings } from '#lib/server/settings.ts';

/**
 * The program: `main.ts serve` serves the site, `main.ts data …` works on the data. Exit code 0 done, 1 not done, 2 asked
 * in a way that cannot be understood.
 */
const [command, ...given] = process.argv.slice(2);

try {
	switch (command) {
		case 'serve':
			await (await import('./serve.ts')).serve(readSettings(process.env));
			break;
		case 'data':
			process.exitCode = await (await import('./data.ts')).data(given);
			break;
		default:
			console.error(`Unknown command "${command ?? ''}". Known: serve, data.`);
			process.exitCode = 2;
	}
} catch (error) {
	console.error(explain(error));
	process.exitCode = 1;
}

/** What went wrong in one line; a refused connection has its reason inside. */
function explain(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
	return error instanceof Error ? error.message || error.name : String(error);
}
