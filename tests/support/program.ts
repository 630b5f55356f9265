import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SPARING } from '../../src/cli/sparing.js';

/** A running program of ours: what it printed so far, and how to end it. */
export interface Program {
	readonly process: ChildProcess;
	readonly output: string;
	/** Asks it to stop and waits until it has; gives its exit code. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The site while it is served, reached at `address`. */
export interface ServedSite extends Program {
	address: string;
}

/** What still runs when a test fails half-way ends with the process of the tests. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a file of the project with this Node; `environment` comes on top of our own. */
export function start(
	command: readonly string[],
	environment: Record<string, string> = {}
): Program {
	const child = spawn(process.execPath, command, {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	}
	return {
		process: child,
		get output() {
			return output;
		},
		async stop(signal = 'SIGTERM') {
			if (child.exitCode === null && child.signalCode === null) {
				const gone = once(child, 'exit');
				child.kill(signal);
				await gone;
			}
			return child.exitCode;
		}
	};
}

/** Waits until a program ends by itself; gives its exit code and all that it printed. */
export async function end(program: Program): Promise<{ code: number | null; output: string }> {
	const [code] = (await once(program.process, 'close')) as [number | null];
	return { code, output: program.output };
}

/**
 * Starts the site on a free port and waits until it is ready; only the database that `environment` names is touched.
 * @throws Error with all that the program printed when it ends before it is ready
 */
export async function serveSite(environment: Record<string, string>): Promise<ServedSite> {
	const own = { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: '', DATABASE_READ_URL: '', ORIGIN: '' };
	const command = [...SPARING.flags, 'src/cli/main.ts', 'serve'];
	const program = start(command, { ...own, ...SPARING.environment, ...environment });
	const address = await new Promise<string>((resolve, reject) => {
		program.process.stdout?.on('data', () => {
			const found = /ready: (http:\S+)/.exec(program.output)?.[1];
			if (found) resolve(found);
		});
		program.process.once('close', (code) =>
			reject(new Error(`The site ended with code ${code}:\n${program.output}`))
		);
	});
	return Object.assign(program, { address });
}
