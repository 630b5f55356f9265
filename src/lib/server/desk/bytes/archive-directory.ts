/** One part of a zip archive, as the directory at its end says it; nothing of that is proven. */
export interface ArchivePart {
	name: string;
	/** How it is packed: 0 not at all, 8 deflated. */
	method: number;
	/** Packed bytes. */
	size: number;
	unpackedSize: number;
	/** Where its packed bytes begin. */
	begin: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** The comment after the end takes at most so many bytes. */
const LONGEST_COMMENT = 0xffff;
/** Stands where a number is too large for its place, and is written elsewhere. */
const ELSEWHERE = 0xffffffff;
const EXTRA_64 = 1;

/**
 * The parts of a zip archive (PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3).
 * @throws Error when there is no directory, or it leads outside the file
 */
export function directoryOf(bytes: Uint8Array): ArchivePart[] {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { count, start } = endOf(view);
	const parts: ArchivePart[] = [];
	let at = start;
	for (let i = 0; i < count; i++) {
		expectMark(view, at, ENTRY);
		const [nameSize, extraSize, commentSize] = [28, 30, 32].map((place) =>
			view.readUInt16LE(at + place)
		) as [number, number, number];
		parts.push(partAt(view, at, nameSize, extraSize));
		at += 46 + nameSize + extraSize + commentSize;
	}
	return parts;
}

function endOf(view: Buffer): { count: number; start: number } {
	const first = Math.max(0, view.length - END_SIZE - LONGEST_COMMENT);
	for (let at = view.length - END_SIZE; at >= first; at--) {
		if (view.readUInt32LE(at) !== END) continue;
		const start = view.readUInt32LE(at + 16);
		if (start !== ELSEWHERE) return { count: view.readUInt16LE(at + 10), start };
		const large = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]), at);
		expectMark(view, large, END_64);
		return { count: numberAt(view, large + 32), start: numberAt(view, large + 48) };
	}
	throw new Error('it has no directory: its end is missing');
}

function partAt(view: Buffer, at: number, nameSize: number, extraSize: number): ArchivePart {
	const nameAt = at + 46;
	const name = view.toString('utf8', nameAt, nameAt + nameSize);
	const extra = largeNumbers(view, nameAt + nameSize, extraSize);
	const number = (place: number) => {
		const small = view.readUInt32LE(at + place);
		return small === ELSEWHERE ? (extra.shift() ?? small) : small;
	};
	const unpackedSize = number(24);
	const size = number(20);
	const local = number(42);
	expectMark(view, local, LOCAL);
	const begin = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
	if (begin + size > view.length) throw new Error(`its part ${name} is cut off`);
	return { name, method: view.readUInt16LE(at + 10), size, unpackedSize, begin };
}

/** The numbers of the extra field for large archives, in the order in which places refer to them. */
function largeNumbers(view: Buffer, from: number, length: number): number[] {
	for (let at = from; at + 4 <= from + length; at += 4 + view.readUInt16LE(at + 2)) {
		if (view.readUInt16LE(at) !== EXTRA_64) continue;
		const count = Math.floor(view.readUInt16LE(at + 2) / 8);
		return Array.from({ length: count }, (_, i) => numberAt(view, at + 4 + 8 * i));
	}
	return [];
}

const numberAt = (view: Buffer, at: number): number => Number(view.readBigUInt64LE(at));

function expectMark(view: Buffer, at: number, mark: number): void {
	if (at < 0 || view.readUInt32LE(at) !== mark) throw new Error('its directory leads astray');
}
