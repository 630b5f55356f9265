import { inflateRawSync } from 'node:zlib';
import { directoryOf, type ArchivePart } from './archive-directory.ts';

/** Limits on a zip archive. What it says of itself is looked at first, what comes out is counted. */
export interface ArchiveLimits {
	/** Bytes of all its parts together. */
	unpacked: number;
	/** Unpacked bytes to each packed byte, for parts above `small`. */
	ratio: number;
	small: number;
	parts: number;
}

/** How a reader says that an archive cannot be used. */
export interface ArchiveRefusals {
	/** @param what what is too large, @param limit in bytes */
	tooLarge(what: string, limit: number): Error;
	damaged(why: string): Error;
}

/**
 * The parts of a zip archive that are needed, by name. Unpacking ends where more comes out than may, whatever the archive
 * said of its sizes.
 * @throws what `refusals` makes, when the archive is damaged or beyond its limits
 */
export function unpack(
	bytes: Uint8Array,
	limits: ArchiveLimits,
	refusals: ArchiveRefusals,
	isNeeded: (name: string) => boolean
): Record<string, Uint8Array> {
	const parts = damagedIfThrows(refusals, () => directoryOf(bytes));
	checkSize(parts, limits, refusals);
	let left = limits.unpacked;
	const content = (part: ArchivePart) => {
		const unpacked = counted(bytes, part, left, limits, refusals);
		left -= unpacked.length;
		if (unpacked.length !== part.unpackedSize) {
			throw refusals.damaged(
				`its part ${part.name} has ${unpacked.length} bytes and says ${part.unpackedSize}`
			);
		}
		return [part.name, unpacked] as const;
	};
	return Object.fromEntries(parts.filter(({ name }) => isNeeded(name)).map(content));
}

const STORED = 0;
const DEFLATED = 8;

/** One part unpacked, of at most so many bytes. */
function counted(
	bytes: Uint8Array,
	part: ArchivePart,
	left: number,
	limits: ArchiveLimits,
	refusals: ArchiveRefusals
): Uint8Array {
	const packed = bytes.subarray(part.begin, part.begin + part.size);
	if (part.method === STORED) return packed;
	if (part.method !== DEFLATED) {
		throw refusals.damaged(`its part ${part.name} is packed in a way that is not read`);
	}
	const most = Math.min(left, mostOf(part, limits));
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
	} catch (error) {
		if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE')
			throw refusals.damaged((error as Error).message);
		throw most === left
			? refusals.tooLarge('unpacked', limits.unpacked)
			: grows(part, most, refusals);
	}
}

/** Bytes that a part may grow to. */
const mostOf = ({ size }: ArchivePart, { small, ratio }: ArchiveLimits): number =>
	Math.max(small, size * ratio);

const grows = ({ name, size }: ArchivePart, to: number, { damaged }: ArchiveRefusals): Error =>
	damaged(`its part ${name} would grow from ${size} to ${to} bytes or more`);

function checkSize(
	parts: readonly ArchivePart[],
	limits: ArchiveLimits,
	refusals: ArchiveRefusals
): void {
	if (parts.length > limits.parts) {
		throw refusals.damaged(`it has ${parts.length} parts, where some tens are expected`);
	}
	const total = parts.reduce((sum, part) => sum + part.unpackedSize, 0);
	if (total > limits.unpacked) throw refusals.tooLarge('unpacked', limits.unpacked);
	const bomb = parts.find((part) => part.unpackedSize > mostOf(part, limits));
	if (bomb) throw grows(bomb, bomb.unpackedSize, refusals);
}

function damagedIfThrows<T>({ damaged }: ArchiveRefusals, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw damaged((error as Error).message);
	}
}
