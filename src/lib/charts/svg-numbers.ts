/** Tenths as the shortest decimal that SVG reads: 12 is `1.2`, -3 is `-.3`. */
function shortest(tenths: number): string {
	const decimal = String(tenths / 10);
	if (Math.abs(tenths) >= 10 || tenths === 0) return decimal;
	return tenths < 0 ? `-${decimal.slice(2)}` : decimal.slice(1);
}

/** Tenths one after another, with no more between them than SVG needs to tell them apart. */
export function shortestRow(tenths: readonly number[]): string {
	let row = '';
	let hasPoint = true;
	for (const value of tenths) {
		const text = shortest(value);
		const isApart = row === '' || text.startsWith('-') || (text.startsWith('.') && hasPoint);
		row += isApart ? text : ` ${text}`;
		hasPoint = text.includes('.');
	}
	return row;
}
