import { resolve } from 'node:path';

/** Where a command runs: the environment that it finds, and where it writes. `process` is one. */
export interface Shell {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** How a command ended: done, not done, or not understood. */
export type ExitCode = 0 | 1 | 2;

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

export const print = ({ stdout }: Shell, line: string): void => void stdout.write(`${line}\n`);
export const complain = ({ stderr }: Shell, line: string): void => void stderr.write(`${line}\n`);

/** A path as seen from where the user stands: npm changes the folder and keeps the first one in INIT_CWD. */
export const pathFrom = ({ env }: Shell, path: string): string =>
	resolve(env['INIT_CWD'] ?? process.cwd(), path);
