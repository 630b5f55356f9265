import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrDrawing, type QrDrawing } from './qr.ts';

/** What a camera sees of a drawing: each module as a few dots, dark where the path has a stretch. */
function photo({ size, path }: QrDrawing) {
	const dots = 4;
	const width = size * dots;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		for (let row = Number(y) * dots; row < (Number(y) + 1) * dots; row++) {
			const from = (row * width + Number(x) * dots) * 4;
			for (let dot = 0; dot < Number(length) * dots; dot++)
				data.fill(0, from + dot * 4, from + dot * 4 + 3);
		}
	}
	return { width, height: width, data };
}

test.for([
	'https://wonen.example/vergadering/kortrijk?op=2024-12-31&bekend=2026-11-26',
	`https://wonen.example/vergadering/eigen?gemeenten=${Array.from({ length: 40 }, (_, index) => 34000 + index).join()}&op=2024-12-31&bekend=2026-11-26`
])('a QR code reads as the address that was put in: %s', (address) => {
	const drawing = qrDrawing(address);
	expect(drawing && decodeQR(photo(drawing))).toBe(address);
});

test('a QR code has four white modules on every side', () => {
	const { path, size } = qrDrawing('https://wonen.example/') as QrDrawing;
	const stretches = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((one) =>
		one.slice(1).map(Number)
	);
	const [xs, ys, ends] = [0, 1, 2].map((part) =>
		stretches.map(([x = 0, y = 0, length = 0]) => [x, y, x + length][part] ?? 0)
	);
	expect(Math.min(...(xs ?? []), ...(ys ?? []))).toBe(4);
	expect(Math.max(...(ends ?? []))).toBe(size - 4);
	expect(Math.max(...(ys ?? []))).toBe(size - 5);
});

test('an address too long to be read from paper has no QR code', () => {
	expect(qrDrawing(`https://wonen.example/?${'a'.repeat(1000)}`)).toBeNull();
});
