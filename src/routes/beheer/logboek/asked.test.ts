import { expect, test } from 'vitest';
import { reasonWords } from './asked.ts';

test('a reason names what was asked, and no code', () => {
	expect(reasonWords('tikfout; high_share: Een proef.')).toBe(
		'tikfout · Er zijn zeer veel sociale woningen voor het aantal huishoudens. «Een proef.»'
	);
});

test('a reason that is no answer to a check stays as it is', () => {
	expect(reasonWords('let op: dubbel geteld')).toBe('let op: dubbel geteld');
});

test('a semicolon in a reason parts nothing', () => {
	expect(reasonWords('tikfout; dubbel geteld')).toBe('tikfout; dubbel geteld');
	expect(reasonWords('fout; hersteld; high_share: eerst dit; dan: dat; stock_halved: a;b')).toBe(
		'fout; hersteld · Er zijn zeer veel sociale woningen voor het aantal huishoudens. «eerst dit; dan: dat»' +
			' · ' +
			reasonWords('stock_halved: a;b')
	);
});
