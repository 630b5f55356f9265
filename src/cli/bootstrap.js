/**
 * First step of `npm start`, `npm test`, `npm run data`, `bench` and `faults`: brings a fresh clone to the point where
 * the program can run, then hands over to Node 24. Plain JavaScript, because any Node from version 20 must run it.
 *
 * Usage: node src/cli/bootstrap.js serve|data|test|bench|faults|build [arguments]
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SPARING } from './sparing.js';

const NODE = 24;
/** What the built site is made of; tests aside. */
const BUILT_FROM = [
	'src',
	'db',
	'static',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const STAMP = join('build', '.stamp');

/** @type {Record<string, { run: string[], build: boolean, how?: typeof SPARING }>} */
const COMMANDS = {
	serve: { run: ['src/cli/main.ts', 'serve'], build: true, how: SPARING },
	data: { run: ['src/cli/main.ts', 'data'], build: false },
	test: { run: ['tests/run.ts'], build: false },
	bench: { run: ['tests/bench/run.ts'], build: true },
	faults: { run: ['tests/faults/run.ts'], build: true },
	build: { run: [], build: true }
};

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const [name = '', ...given] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) stop(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.`, 2);

if (!isInstalled()) install();
const node = findNode();
if (command.build) build(node);
const [program, ...fixed] = command.run;
if (program) await handOver(node, program, [...fixed, ...given], command.how);

/** Whether node_modules holds what package-lock.json asks for: npm keeps its own record of what it installed. */
function isInstalled() {
	const record = join('node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const wanted = packages('package-lock.json');
	const found = packages(record);
	return Object.entries(wanted).every(
		([path, { version, integrity, optional, extraneous }]) =>
			path === '' ||
			extraneous ||
			(optional && !found[path]) ||
			(found[path]?.version === version && found[path]?.integrity === integrity)
	);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, extraneous?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packages(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install() {
	if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) {
		stop(
			'The packages do not fit package-lock.json, and node_modules is a link: installing here would empty the ' +
				'folder it leads to. Remove the link, or install in that folder.'
		);
	}
	step('Installing packages', () =>
		spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
			encoding: 'utf8',
			env: { ...process.env, PATH: pathWithoutModules() },
			shell: process.platform === 'win32'
		})
	);
}

/** The search path without node_modules/.bin, whose Node disappears while npm replaces the folder. */
function pathWithoutModules() {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return folders.filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder)).join(delimiter);
}

/** The Node 24 that was installed as a package; else the running one when it is new enough. */
function findNode() {
	const [system, file] =
		process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
	const installed = join('node_modules', `node-${system}-${process.arch}`, 'bin', file);
	if (existsSync(installed)) return installed;
	if (Number(process.versions.node.split('.')[0]) >= NODE) return process.execPath;
	return stop(
		`Node ${NODE} was not installed with the packages, and this is Node ${process.versions.node}. ` +
			`Install with optional packages (npm ci --include=optional), or start with Node ${NODE} or newer.`
	);
}

/** @param {string} node */
function build(node) {
	const stamp = fingerprint();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
	step('Building the site', () =>
		spawnSync(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
			encoding: 'utf8',
			env: { ...process.env, NODE_ENV: 'production' }
		})
	);
	writeFileSync(STAMP, stamp);
}

/** One hash over every file that the build reads. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const file of BUILT_FROM.flatMap(filesIn)) {
		const content = readFileSync(file);
		hash.update(`\0${file}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return path.endsWith('.test.ts') ? [] : [path];
	return readdirSync(path)
		.sort()
		.flatMap((entry) => filesIn(join(path, entry)));
}

/**
 * Runs one step of preparation; its output is shown only when it fails.
 * @param {string} what
 * @param {() => import('node:child_process').SpawnSyncReturns<string>} run
 */
function step(what, run) {
	const started = Date.now();
	say(`${what} …`);
	const { status, error, stdout, stderr } = run();
	if (status !== 0) {
		say(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`);
		stop(`${what} failed; the lines above say why.`);
	}
	say(`${what}: done in ${Math.ceil((Date.now() - started) / 1000)} s.`);
}

/**
 * Continues in this process when it is the right Node and runs as it must, else in a child that gets our signals and gives
 * its exit code.
 * @param {string} node
 * @param {string} program
 * @param {string[]} args
 * @param {typeof SPARING} [how] flags of Node and settings with which it starts
 */
async function handOver(node, program, args, how) {
	// Every program of ours that starts, and each of their threads, finds its files compiled already.
	process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');
	if (!how && Number(process.versions.node.split('.')[0]) >= NODE) {
		module.enableCompileCache?.();
		process.argv.splice(1, process.argv.length, program, ...args);
		await import(pathToFileURL(program).href);
		return;
	}
	const child = spawn(node, [...(how?.flags ?? []), program, ...args], {
		stdio: 'inherit',
		env: { ...process.env, ...how?.environment }
	});
	/** @type {NodeJS.Signals[]} */
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => {
		for (const each of signals) process.removeAllListeners(each);
		if (signal) process.kill(process.pid, signal);
		else process.exit(code ?? 1);
	});
}

/** @param {string} line */
function say(line) {
	process.stderr.write(`${line}\n`);
}

/**
 * @param {string} why
 * @returns {never}
 */
function stop(why, code = 1) {
	say(why);
	process.exit(code);
}
