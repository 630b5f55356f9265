import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that exists and can be run; a bare name is looked up in the search path. */
export function findProgram(names: readonly string[]): string | null {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const places = names.flatMap((name) =>
		name.includes('/') ? [name] : folders.map((folder) => join(folder, name))
	);
	return places.find(canRun) ?? null;
}

function canRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** Installs a package of Debian or Ubuntu when this process may; false when it may not or it failed. */
export function installPackage(name: string): boolean {
	if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) return false;
	console.error(`Installing the system package ${name} for the tests …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (...args: string[]) =>
		spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	run('update');
	return run('install', '-y', '--no-install-recommends', name).status === 0;
}
