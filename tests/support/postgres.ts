import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram, installPackage } from './programs.ts';

const DEBIAN = '/usr/lib/postgresql';
const ADMIN = 'tester';

/** A PostgreSQL server of our own, reachable from this machine only and gone when it is stopped. */
export interface Cluster {
	/** Address of the administrative database. */
	url: string;
	/** Ends it at once, with its data as they lie on the disk. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

/** The server may lose data on a power cut (`quick`), or writes as it would in earnest (`durable`). */
type Care = 'quick' | 'durable';

/**
 * Starts a throw-away PostgreSQL in a temporary folder on a free port.
 * Installs Debian's package when the programs are missing and this process is root.
 * @returns null when no PostgreSQL can be had.
 * @throws Error with the server's own words when it does not start.
 */
export async function startPostgres(care: Care = 'quick'): Promise<Cluster | null> {
	const find = () => findPostgresProgram('initdb');
	const initdb = find() ?? (installPackage('postgresql') ? find() : null);
	if (!initdb) return null;
	return serveFolder(care, (folder, owner) => initialise(initdb, folder, owner));
}

/**
 * Starts a standby of a running cluster: a copy of all its data that follows it from then on.
 * @throws Error with the words of PostgreSQL when it cannot be copied or does not start
 */
export const startStandby = ({ url }: Cluster): Promise<Cluster> =>
	serveFolder('quick', async (folder, owner) => {
		const data = ['--pgdata', join(folder, 'data'), '--write-recovery-conf', '--no-sync'];
		const from = ['--checkpoint=fast', '--dbname', url];
		await asOwner(folder, owner, needed('pg_basebackup'), [...data, ...from]);
		return new URL(url).password;
	});

/** Serves a new folder. @param fill makes its data, and gives the password of their owner */
async function serveFolder(
	care: Care,
	fill: (folder: string, owner?: Owner) => Promise<string>
): Promise<Cluster> {
	const folder = mkdtempSync(join(tmpdir(), 'woonobjectief-pg-'));
	const owner = unprivileged();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		const password = await fill(folder, owner);
		const port = await freePort();
		const server = launch(needed('postgres'), join(folder, 'data'), port, care, owner);
		const url = `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;
		await answering(url, server);
		return {
			url,
			kill: () => stop(server, 'SIGQUIT'),
			stop: () => stop(server, 'SIGINT').then(remove)
		};
	} catch (error) {
		remove();
		throw error;
	}
}

/** Makes a database in a cluster, empty or as a copy of one that nobody uses, and gives its address. */
export async function createDatabase(
	clusterUrl: string,
	template = 'template1',
	name = `test_${randomBytes(6).toString('hex')}`
): Promise<string> {
	const client = new pg.Client(clusterUrl);
	await client.connect();
	await client.query(`create database ${name} template ${template}`);
	await client.end();
	return clusterUrl.replace(/\/postgres$/, `/${name}`);
}

function needed(name: string): string {
	const program = findPostgresProgram(name);
	if (!program) throw new Error(`PostgreSQL's program ${name} is not on this machine.`);
	return program;
}

/** A program of the newest PostgreSQL of this machine, or null. */
export function findPostgresProgram(name: string): string | null {
	const versions = readFolder(DEBIAN).sort((a, b) => Number(b) - Number(a));
	return findProgram([...versions.map((version) => join(DEBIAN, version, 'bin', name)), name]);
}

function readFolder(path: string): string[] {
	try {
		return readdirSync(path);
	} catch {
		return [];
	}
}

interface Owner {
	uid: number;
	gid: number;
}

/** PostgreSQL refuses to run as root; then another user of the machine runs it. */
function unprivileged(): Owner | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const found = ['postgres', 'nobody'].map((name) => users.find(([user]) => user === name));
	const user = found.find((each) => each);
	if (!user)
		throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody.');
	return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function initialise(initdb: string, folder: string, owner?: Owner): Promise<string> {
	const password = randomBytes(12).toString('hex');
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (owner) chownSync(passwordFile, owner.uid, owner.gid);
	const options = ['--no-sync', '--encoding=UTF8', '--locale=C', `--username=${ADMIN}`];
	const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
	await asOwner(folder, owner, initdb, [...options, ...access, '-D', join(folder, 'data')]);
	return password;
}

/** Runs a program of PostgreSQL in a folder, as who owns that. */
const asOwner = (folder: string, owner: Owner | undefined, program: string, options: string[]) =>
	promisify(execFile)(program, options, { ...owner, cwd: folder });

function launch(program: string, data: string, port: number, care: Care, owner?: Owner) {
	const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
	const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
	const all = Object.entries({ ...settings, ...(care === 'quick' ? careless : {}) });
	const server = spawn(
		program,
		['-D', data, ...all.flatMap(([name, to]) => ['-c', `${name}=${to}`])],
		{
			...owner,
			cwd: data,
			stdio: ['ignore', 'ignore', 'pipe']
		}
	);
	process.once('exit', () => server.kill('SIGINT'));
	return server;
}

/** A port of this machine that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	await new Promise((closed) => probe.close(closed));
	return port;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
	let words = '';
	server.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk).slice(-4_000)));
	for (let attempt = 0; attempt < 200; attempt++) {
		if (server.exitCode !== null) break;
		const client = new pg.Client(url);
		try {
			await client.connect();
			await client.end();
			return;
		} catch {
			await new Promise((later) => setTimeout(later, 50));
		}
	}
	server.kill('SIGKILL');
	throw new Error(`PostgreSQL did not start:\n${words}`);
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (server.exitCode !== null) return;
	const gone = once(server, 'exit');
	server.kill(signal);
	await gone;
}
