import { program } from '../../src/cli/program.ts';

/** What a command left behind. */
export interface Ended {
	code: number;
	/** All that it printed, to both outputs, in order. */
	output: string;
}

/** Runs a command of the program in this process. @param environment comes on top of our own */
export async function runHere(
	command: readonly string[],
	environment: Record<string, string> = {}
): Promise<Ended> {
	let output = '';
	const stream = { write: (text: string) => (output += text) };
	const env = { ...process.env, ...environment };
	const code = await program(command, { env, stdout: stream, stderr: stream });
	return { code, output };
}
