/** An archive of which the directory and the parts say that each unpacks to so many bytes. */
export function lying(archive: Uint8Array, size: number): Uint8Array {
	const view = Buffer.from(archive);
	for (const [mark, place] of [
		[ENTRY, 24],
		[PART, 22]
	] as const)
		for (let at = view.indexOf(mark); at !== -1; at = view.indexOf(mark, at + 4))
			view.writeUInt32LE(size, at + place);
	return view;
}

const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const PART = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
