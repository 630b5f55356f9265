import { explain } from './explain.ts';
import { complain, type ExitCode, type Shell } from './shell.ts';

/**
 * The program: `serve` serves the site, `data …` works on the data. What a command needs is loaded when it is asked for.
 * @returns the exit code: 0 done, 1 not done, 2 asked in a way that cannot be understood
 */
export async function program(
	[command = '', ...given]: readonly string[],
	shell: Shell
): Promise<ExitCode> {
	try {
		switch (command) {
			case 'serve': {
				const { readSettings } = await import('#lib/server/settings.ts');
				const { serve } = await import('./serve.ts');
				await serve(readSettings(shell.env));
				return 0;
			}
			case 'data':
				return await (await import('./data.ts')).data(given, shell);
			default:
				complain(shell, `Unknown command "${command}". Known: serve, data.`);
				return 2;
		}
	} catch (error) {
		const { DATABASE_URL, DATA_DIR = '.data' } = shell.env;
		complain(shell, explain(error, DATABASE_URL, DATABASE_URL ? '' : DATA_DIR));
		return 1;
	}
}
