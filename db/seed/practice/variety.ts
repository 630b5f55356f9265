const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const UINT32 = 0x1_0000_0000;

/**
 * A fixed number in [0, 1) for a municipality and a subject: the 32-bit FNV-1a hash of `nis:subject`, with the
 * finalizer of MurmurHash3 so that neighbouring codes lie far apart. It gives variety, never a meaning.
 */
export function variety(nis: string, subject: string): number {
	let hash = FNV_OFFSET;
	for (const character of `${nis}:${subject}`) {
		hash = Math.imul(hash ^ character.charCodeAt(0), FNV_PRIME);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / UINT32;
}

/** The same number spread evenly over an interval. */
export const varietyBetween = (nis: string, subject: string, low: number, high: number): number =>
	low + (high - low) * variety(nis, subject);
