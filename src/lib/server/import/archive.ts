import { unzipSync, type UnzipFileInfo } from 'fflate';

/** Limits on a zip archive; one beyond them is refused before it is unpacked. */
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
 * The parts of a zip archive that are needed, by name; every part is measured before any is unpacked.
 * @throws what `refusals` makes, when the archive is damaged or beyond its limits
 */
export function unpack(
	bytes: Uint8Array,
	limits: ArchiveLimits,
	refusals: ArchiveRefusals,
	isNeeded: (name: string) => boolean
): Record<string, Uint8Array> {
	const parts: UnzipFileInfo[] = [];
	damagedIfThrows(refusals, () => unzipSync(bytes, { filter: (part) => parts.push(part) < 0 }));
	checkSize(parts, limits, refusals);
	return damagedIfThrows(refusals, () =>
		unzipSync(bytes, { filter: (part) => isNeeded(part.name) })
	);
}

function checkSize(
	parts: readonly UnzipFileInfo[],
	limits: ArchiveLimits,
	{ tooLarge, damaged }: ArchiveRefusals
): void {
	const total = parts.reduce((sum, part) => sum + part.originalSize, 0);
	if (total > limits.unpacked) throw tooLarge('unpacked', limits.unpacked);
	if (parts.length > limits.parts) {
		throw damaged(`it has ${parts.length} parts, where some tens are expected`);
	}
	const bomb = parts.find(
		(part) => part.originalSize > Math.max(limits.small, part.size * limits.ratio)
	);
	if (bomb) {
		throw damaged(
			`its part ${bomb.name} would grow from ${bomb.size} to ${bomb.originalSize} bytes`
		);
	}
}

function damagedIfThrows<T>({ damaged }: ArchiveRefusals, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw damaged((error as Error).message);
	}
}
