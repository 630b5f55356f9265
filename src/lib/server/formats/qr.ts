import encodeQR from 'qr';

/** A QR code as squares: one path in a box of `size` by `size`, with the quiet zone that readers need around it. */
export interface QrDrawing {
	size: number;
	path: string;
}

/** Modules of white on every side, as the standard asks. */
const QUIET = 4;
/** A longer text makes squares that are too small to read from paper. */
const LONGEST = 900;

/** The QR code of a text; null when it is too long for one that can be read from a small print. */
export function qrDrawing(text: string): QrDrawing | null {
	if (text.length > LONGEST) return null;
	const rows = encodeQR(text, 'raw', { border: QUIET, ecc: text.length > 200 ? 'low' : 'medium' });
	return { size: rows.length, path: rows.map(rowPath).join('') };
}

/** The dark stretches of a row, each as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
	let path = '';
	for (let x = 0; x < row.length; x++) {
		if (!row[x]) continue;
		const start = x;
		while (row[x + 1]) x++;
		const width = x - start + 1;
		path += `M${start} ${y}h${width}v1h-${width}z`;
	}
	return path;
}
