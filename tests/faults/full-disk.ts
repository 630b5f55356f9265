/** A disk that is full: what was written stays, each command ends with words, and with room all goes on. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, NotMeasuredError } from '../bench/stage.ts';
import { end, start } from '../support/program.ts';
import { hold, type Trial } from './fault.ts';
import { figuresFile, municipalities, startImport } from './figures.ts';

/** Longest (ms) that a command may take to end. */
const LONGEST = 60_000;

export const fullDisk: Trial = async (ground) => {
	const place = await ground.copy('embedded');
	const codes = await municipalities(place);
	const disk = mkdtempSync(join(ground.folder, 'disk-'));
	mount(disk, 'size=400m');
	try {
		const dataDir = join(disk, 'data');
		cpSync(place.dataDir, dataDir, { recursive: true });
		const full = { databaseUrl: null, dataDir };
		writeFileSync(join(disk, 'ballast'), Buffer.alloc(roomIn(disk) - 3 * 1024 * 1024));
		const told = await untilFull(full, (number) => figuresFile(ground.folder, codes, number));
		const closed = await command(full, 'list');
		hold(closed.code === 0 || /disk .*is full|No space left/i.test(closed.output), closed.output);
		rmSync(join(disk, 'ballast'));
		const verified = await command(full, 'verify');
		hold(verified.code === 0, verified.output);
		const next = await end(startImport(full, figuresFile(ground.folder, codes, 0)));
		hold(next.code === 0, next.output);
		return `refused with words after ${told}; a start on it ends with ${closed.code}; with room the chain holds`;
	} finally {
		spawnSync('umount', [disk]);
	}
};

function mount(folder: string, options: string): void {
	const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
	if (status !== 0) throw new NotMeasuredError('this user may not mount a small disk');
}

const roomIn = (folder: string): number => {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
};

/** Imports until one is refused. @returns how many were written, in words */
async function untilFull(
	place: { databaseUrl: null; dataDir: string },
	file: (number: number) => string
): Promise<string> {
	for (let number = 1; number < 40; number++) {
		const { code, output } = await end(startImport(place, file(number)));
		if (code === 0) continue;
		hold(/disk .*is full|No space left/i.test(output), `refused with other words: ${output}`);
		return `${number - 1} imports`;
	}
	throw new Error('the disk never was full');
}

/** A command, ended when it takes too long. @throws Error when it has to be */
async function command(place: { databaseUrl: null; dataDir: string }, name: string) {
	const program = start(['src/cli/main.ts', 'data', name], environment(place));
	const timer = setTimeout(() => void program.stop('SIGKILL'), LONGEST);
	const ended = await end(program);
	clearTimeout(timer);
	hold(ended.code !== null, `\`${name}\` did not end`);
	return ended;
}
