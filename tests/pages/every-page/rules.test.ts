import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { unheld } from './drawings.ts';
import { isSame, numbersIn } from './numbers.ts';
import { unquoted } from './quoted.ts';
import { statementsOn } from './statements.ts';
import { otherThan } from './trace.ts';

const documentOf = (main: string): Document =>
	(parseHTML(`<html><body><main>${main}</main></body></html>`) as unknown as { document: Document })
		.document;

const same = (said: string, shown: string) => {
	const [[a], [b]] = [numbersIn(said), numbersIn(shown)];
	return a !== undefined && b !== undefined && isSame(a, b);
};

describe('two texts write the same number', () => {
	test.for([
		['1.234 woningen', '1.234'],
		['4,5 per 100 huishoudens', '4,54 %'],
		['4,5', '4,45 %'],
		['34 minder dan bij de nulmeting', '−34'],
		['12 woningen meer dan gevraagd', '+12'],
		['330 sociale huurwoningen meer dan op 31/12/2007', '330'],
		['0 minder', '0']
	] as const)('%s: %s', ([said, shown]) => expect(same(said, shown)).toBe(true));

	test.for([
		['1.234', '1.235', 'another size'],
		['34', '−34', 'a minus too many'],
		['−34', '34', 'a lost minus'],
		['34 minder dan bij de nulmeting', '34', 'a lost minus beside words'],
		['12 woningen meer dan gevraagd', '12', 'a lost plus'],
		['4,54', '4,5 %', 'fewer decimals'],
		['11 %', '11', 'a share beside a count']
	] as const)('%s is not %s: %s', ([said, shown]) => expect(same(said, shown)).toBe(false));

	test('days and «per 100» are no numbers', () =>
		expect(numbersIn('op 31/12/2024: 4,5 per 100 in W13').map(({ text }) => text)).toEqual([
			'4,5'
		]));
});

describe('a statement for the minutes', () => {
	/** What is amiss when a figure says this, with a table of two municipalities and two days, and another figure beside it. */
	const amiss = (says: string) => {
		const document =
			documentOf(`<h1 id="antwoord">Genk telt 3.000 woningen</h1><p class="lead">Nog 40 te gaan.</p>
			<figure id="stand"><p>Samen 3.120 woningen</p><svg><title>x</title><desc>55 woningen</desc><text>Vlaanderen 6,0 %</text>
			<g><title>Bree: 66 woningen</title></g></svg><table><thead><tr><th>Gemeente</th><th>Woningen</th><th>Aandeel</th></tr></thead><tbody>
			<tr><th>As</th><td>120</td><td>2,04 %</td></tr><tr><th>Genk</th><td>3.000</td><td>15,12 %</td></tr>
			<tr><th>31/12/2007</th><td>−7</td><td>1,01 %</td></tr><tr><th>31/12/2024</th><td>9</td><td>3,03 %</td></tr>
			</tbody></table><div class="tools"><p data-copy>${says} (gekend van 2 gemeenten). Bron: A, «B», zoals bekend op 01/01/2025: http://x/?bekend=2025-01-01#stand</p></div></figure>
			<figure id="ander"><p>77 woningen in 2 gemeenten</p></figure>`);
		return [...statementsOn(document).values()].flatMap((one) => unquoted(one, document));
	};

	test.for([
		'Er zijn 3.120 woningen',
		'Ter vergelijking: Vlaanderen 6,0',
		'Van 2,0 (As) tot ≈ 15,1 (Genk) per 100 huishoudens',
		'Het ging van 1,0 op 31/12/2007 naar 3,0 op 31/12/2024',
		'Op 31/12/2007 waren het er 7 minder dan bij de nulmeting',
		'Er komen er bij: As 120 en Genk 3.000'
	])('is held by its figure: %s', (says) => expect(amiss(says)).toEqual([]));

	test.for([
		['Er zijn 77 woningen', 'the number of another figure'],
		['Er zijn 120 woningen', 'the number of a municipality for that of all'],
		['Er zijn 66 woningen', 'the number of a mark for that of all'],
		['Er zijn 55 woningen', 'a number that only the description of the drawing repeats'],
		['Ter vergelijking: Vlaanderen 2,0', 'the number of another line'],
		['Er zijn 40 woningen', 'the number of the heading'],
		['Van 2,0 (Genk) tot 15,1 (As)', 'the number of the neighbour'],
		['Er komen er bij: As 3.000 en Genk 120', 'the numbers of the neighbours'],
		['Het ging van 3,0 op 31/12/2007 naar 4,0 op 31/12/2024', 'the number of no day'],
		['Op 31/12/2024 waren het er 7 minder dan bij de nulmeting', 'the number of another day'],
		['Op 31/12/2007 waren het er 7 meer', 'a lost minus']
	] as const)('is refused: %s, %s', ([says]) => expect(amiss(says)).not.toEqual([]));
});

describe('a number and its origin', () => {
	test.for([
		['≈ ongeveer 1.234', '≈ 1.234 sociale huurwoningen'],
		['9,1 %', '9,12 % sociale huurwoningen per 100 huishoudens'],
		['−34', '−34 gerealiseerd sinds de nulmeting'],
		['+12', '−12 woningen nog te gaan (min: meer dan gevraagd)'],
		['12 woningen meer dan gevraagd', '−12 woningen tot het streefcijfer (min: erboven)']
	] as const)('are the same: %s, %s', ([shown, origin]) =>
		expect(otherThan(shown, origin)).toEqual([])
	);

	test.for([
		['1.234', '1.243 sociale huurwoningen', 'another number'],
		['−34', '34 gerealiseerd sinds de nulmeting', 'a lost minus'],
		['34', '−34 gerealiseerd sinds de nulmeting', 'a minus too many'],
		['12', '−12 woningen nog te gaan (min: meer dan gevraagd)', 'a lost plus'],
		['9,1 %', '9 sociale huurwoningen', 'another unit'],
		['≈ ongeveer 9', '9 sociale huurwoningen', 'a lost mark of an estimate'],
		['9', 'status 404', 'no page']
	] as const)('are not the same: %s, %s: %s', ([shown, origin]) =>
		expect(otherThan(shown, origin)).not.toEqual([])
	);
});

describe('a drawing', () => {
	const drawing = (table: string, label = 'As: 2,0 %') =>
		unheld(
			documentOf(
				`<figure><svg role="img"><title>Kaart</title><a><title>${label}</title></a></svg>${table}</figure>`
			)
		);
	const rows =
		'<table><tbody><tr><th>As</th><td>2,04 %</td></tr><tr><th>Genk</th><td>15,12 %</td></tr></tbody></table>';

	test.for(['As: 2,0 %', 'Genk: 15,12 % van de huishoudens', 'tot en met Genk: 15,1 %'])(
		'has the numbers of its marks in its table: %s',
		(label) => expect(drawing(rows, label)).toEqual([])
	);

	test.for(['As: 15,1 %', 'Genk: 15,13 %', 'Bree: 3,0 %', 'As: 2 woningen'])(
		'is refused with other numbers: %s',
		(label) => expect(drawing(rows, label)).toEqual([label])
	);

	test('is refused without a table', () => expect(drawing('')).toHaveLength(1));
});
