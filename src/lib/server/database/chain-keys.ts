/** The keys with which links of the chain are signed, and the file that keeps them. */
import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	randomBytes,
	sign,
	verify
} from 'node:crypto';
import {
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Name of the file of keys in a data folder, where no setting names another. */
export const KEY_FILE = 'chain-key.json';

/** A key as JWK (RFC 7517, RFC 8037); `x` is its public part, `d` the private one. */
interface Jwk {
	kty: 'OKP';
	crv: 'Ed25519';
	x: string;
	d?: string;
}

/**
 * The file of keys: a set of JWK. The first has its private part and signs; the others signed before it, or sign elsewhere.
 * From the entry `from` on each link is signed.
 */
interface KeyFile {
	from: number;
	keys: [Jwk & { d: string }, ...Jwk[]];
}

/** What may be told of the keys, without the private one; a public key is 43 characters of base64url. */
export interface KnownKeys {
	/** Where the file is or should be; null: the keys are in memory only. */
	path: string | null;
	/** The key that signs; null: nothing can be sealed here. */
	own: string | null;
	/** Every key that may have signed. */
	known: readonly string[];
	/** The first entry that must be signed. */
	from: number;
	/** Why none signs, and what to do. */
	why: string | null;
}

/** Nothing is known of keys: whatever key signed is taken. */
export const NO_KEYS: KnownKeys = { path: null, own: null, known: [], from: Infinity, why: null };

/** Code of an error that says that a link cannot be signed here. */
export const KEYLESS = 'NO_CHAIN_KEY';

/** A change that needs an entry of the chain, where none can be signed. */
class KeylessError extends Error {
	readonly code = KEYLESS;
}

/** How a link is signed: by which key, for whom. */
export interface Signed {
	signed_by: string;
	made_by: string;
	signature: string;
}

/** What the chain says of its keys. */
export interface ChainKeys {
	/** Position of its last entry; 0: it has none. */
	last: number;
	/** The keys that signed, that of the last signature first. */
	signers: readonly string[];
}

/** What can be signed with at the moment: a file, or why there is none that fits the chain. */
type Fitting = { file: KeyFile; why: null } | { file: KeyFile | null; why: string };

/** The keys of one database. Their file is read each time: another process may have taken a new one. */
export class Keys {
	readonly #path: string | null;
	#inMemory: KeyFile | null = null;
	/** Why no file could be made. */
	#unmade: string | null = null;

	private constructor(path: string | null) {
		this.#path = path;
	}

	/**
	 * The keys in a file; it is made where there is none and the chain has no signature yet. Where no key can be had that
	 * fits the chain, the data can be read all the same.
	 */
	static open(file: string, { last, signers }: ChainKeys): Keys {
		const path = resolve(file);
		const keys = new Keys(path);
		if (existsSync(path) || signers.length > 0) return keys;
		try {
			make(path, newFile(last + 1));
		} catch (error) {
			keys.#unmade = (error as Error).message;
		}
		return keys;
	}

	/** Keys that nobody keeps, for a database in memory. */
	static inMemory(): Keys {
		const keys = new Keys(null);
		keys.#inMemory = newFile(1);
		return keys;
	}

	told({ signers }: ChainKeys): KnownKeys {
		const { file, why } = this.#fitting(signers[0]);
		const keys = file?.keys ?? [];
		return {
			path: this.#path,
			own: why === null ? (keys[0]?.x ?? null) : null,
			known: keys.map(({ x }) => x),
			from: file?.from ?? Infinity,
			why
		};
	}

	/**
	 * Signs links for somebody.
	 * @param last the key of the signature before them, if there is one
	 * @throws KeylessError when no key is here, or one that does not know the last
	 */
	signer(by: string, last: string | undefined): (link: string) => Signed {
		const { file, why } = this.#fitting(last);
		if (why !== null) throw new KeylessError(`${why} Nothing was written.`);
		const [own] = file.keys;
		const key = createPrivateKey({ format: 'jwk', key: { ...own } });
		return (link) => ({
			signed_by: own.x,
			made_by: by,
			signature: sign(null, words(link, by), key).toString('base64url')
		});
	}

	/**
	 * Signs with a new key from now on; those that were known stay known.
	 * @param trusted keys that signed and are not known here, for which somebody answers
	 * @throws Error when the chain has others that are not known
	 */
	renew(trusted: readonly string[], chain: ChainKeys): KnownKeys {
		const { known, from } = this.told(chain);
		const all = [...known, ...trusted];
		const stranger = chain.signers.find((key) => !all.includes(key));
		if (stranger !== undefined)
			throw new Error(
				`The chain is signed with the key ${stranger}, which is not known here. ` +
					'If it is one of yours, say so with --trust and that key; else restore a backup.'
			);
		const file = newFile(Math.min(from, chain.last + 1), [...new Set(all)]);
		if (this.#path === null) this.#inMemory = file;
		else renameSync(write(this.#path, file), this.#path);
		return this.told(chain);
	}

	#fitting(last: string | undefined): Fitting {
		const path = this.#path ?? '';
		try {
			const file = this.#inMemory ?? read(path);
			if (file && (last === undefined || isKnown(file, last))) return { file, why: null };
			return {
				file,
				why: last === undefined ? (this.#unmade ?? gone(path)) : unknownKey(path, last)
			};
		} catch (error) {
			return { file: null, why: (error as Error).message };
		}
	}
}

/** Whether a signature is one of a link, by the key that it names. */
export function isSigned(link: string, { signed_by, made_by, signature }: Signed): boolean {
	const jwk = { kty: 'OKP', crv: 'Ed25519', x: signed_by };
	const key = createPublicKey({ format: 'jwk', key: jwk });
	return verify(null, words(link, made_by), key, Buffer.from(signature, 'base64url'));
}

/** What is signed: the link, which holds its entry and all before it, and who made it. */
const words = (link: string, by: string): Buffer => Buffer.from(`${link}\n${by}`);

const isKnown = ({ keys }: KeyFile, key: string): boolean => keys.some(({ x }) => x === key);

const unknownKey = (path: string, key: string): string =>
	`The last signed link of the chain is by the key ${key}, which ${path} does not hold. ` +
	'Put the file of that key there, or name it in CHAIN_KEY; `npm run data -- new-key` takes a new one.';

const gone = (path: string): string =>
	`The key of the chain is gone from ${path}. Restore that file, or name another one in CHAIN_KEY.`;

function newFile(from: number, known: readonly string[] = []): KeyFile {
	const { privateKey } = generateKeyPairSync('ed25519');
	const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
	const others = known.map((one) => ({ ...SHAPE, x: one }));
	return { from, keys: [{ ...SHAPE, x, d }, ...others] };
}

const SHAPE = { kty: 'OKP', crv: 'Ed25519' } as const;

/** Null when there is no file. @throws Error when it holds something else */
function read(path: string): KeyFile | null {
	try {
		const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
		if (!isKeyFile(file))
			throw new Error('it is no set of Ed25519 keys of which the first can sign');
		return file;
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
		throw new Error(
			`The key of the chain in ${path} cannot be read (${(error as Error).message}). ` +
				'Restore that file, or name another one in CHAIN_KEY.',
			{ cause: error }
		);
	}
}

function isKeyFile(file: unknown): file is KeyFile {
	const { from, keys } = (file ?? {}) as Partial<KeyFile>;
	if (!Number.isInteger(from) || !Array.isArray(keys)) return false;
	return (
		isPart(keys[0]?.d) && keys.every((key: Partial<Jwk>) => key.crv === 'Ed25519' && isPart(key.x))
	);
}

/** Whether something is 32 bytes in base64url. */
const isPart = (text: unknown): boolean => typeof text === 'string' && /^[\w-]{43}$/.test(text);

/** Makes the file of keys; that of another process that was first stays. @throws Error when it cannot be written */
function make(path: string, file: KeyFile): void {
	try {
		const written = write(path, file);
		try {
			linkSync(written, path);
		} finally {
			rmSync(written);
		}
	} catch (error) {
		const { code = '', syscall } = error as NodeJS.ErrnoException;
		if (code === 'EEXIST' && syscall === 'link') return;
		throw new Error(
			`The key of the chain cannot be kept in ${path} (${code}). Let CHAIN_KEY name a file that can be written.`,
			{ cause: error }
		);
	}
}

/** Writes a file that only its owner can read, under another name: whole or not at all. */
function write(path: string, file: KeyFile): string {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const written = `${path}.${randomBytes(6).toString('hex')}`;
	writeFileSync(written, `${JSON.stringify(file, null, '\t')}\n`, { mode: 0o600, flush: true });
	return written;
}
