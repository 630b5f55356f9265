import { spawnSync } from 'node:child_process';

/** Builds the site when it is older than its sources. */
export function setup(): void {
	const command = ['src/cli/bootstrap.js', 'build'];
	const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
	if (status !== 0) throw new Error('The site could not be built.');
}
