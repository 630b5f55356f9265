import { describe, expect, test } from 'vitest';
import { figure, membersOn } from '../support/facts.ts';
import { allWords, documentAt, sent, wordsOf } from '../support/html.ts';

const count = (value: number | null | undefined) => value?.toLocaleString('nl-BE');

/** The rows of the table that tells a number from top to bottom. */
async function stepsAt(address: string): Promise<string[]> {
	const document = await documentAt(address);
	return [...document.querySelectorAll('#stappen tbody tr')].map((row) =>
		allWords(row, 'th, td').join(' ')
	);
}

describe('the trace of a number', () => {
	test('a share is told down to the publication of the dwellings and of the households', async () => {
		const stock = figure('38008', 'stock_a', '2007-12-31');
		const households = figure('38008', 'households', '2008-01-01');
		const share = ((100 * (stock ?? NaN)) / (households ?? NaN)).toFixed(2).replace('.', ',');
		const page = await documentAt('/gemeenten/38008?op=2007-12-31');
		const links = [...page.querySelectorAll('main a.figure')];
		const link = links.find((one) => wordsOf(one) === `${share} %`);
		const [formula, dwellings, divisor] = await stepsAt(link?.getAttribute('href') ?? '');
		expect(formula).toContain('woningen op 31 december gedeeld door huishoudens op 1 januari erna');
		expect(dwellings).toContain(
			`sociale huurwoningen bij de nulmeting ${count(stock)} 31/12/2007 gepubliceerd`
		);
		expect(divisor).toContain(`private huishoudens ${count(households)} 01/01/2008 gepubliceerd`);
	});

	test('what a region is short of is told by member', async () => {
		const steps = await stepsAt('/herkomst?gebied=kortrijk&cijfer=tekort&op=2024-12-31');
		const members = membersOn('kortrijk', '2024-12-31').length;
		// The shortfall, the goal, the two sums, and both numbers of every member.
		expect(steps).toHaveLength(1 + 1 + 2 + 2 * members);
		expect(steps.filter((step) => step.includes('Spiere-Helkijn:'))).toHaveLength(2);
	});

	test('a merged municipality is told as the sum of those before', async () => {
		const document = await documentAt(
			'/herkomst?gebied=72042&cijfer=woningen&op=2017-12-31&grond=2024-12-31'
		);
		const text = wordsOf(document.querySelector('main'));
		expect(text).toContain('som van de gemeenten voor de fusie');
		expect(text).toContain('Meeuwen-Gruitrode:');
		expect(text).toContain('Opglabbeek:');
	});

	test.for([
		['/herkomst', 400],
		['/herkomst?gebied=99999&op=2024-12-31', 404],
		['/herkomst?gebied=34022&op=2024-12-31&cijfer=onzin', 400],
		['/herkomst?gebied=34022&op=gisteren', 400],
		['/herkomst?gebied=34022&op=1999-12-31&cijfer=woningen', 404],
		['/herkomst?gebied=34022&op=2024-12-31&reeks=planned&publicatie=1', 404]
	] as const)('%s is refused with %i', async ([address, status]) => {
		expect((await sent(address)).status).toBe(status);
	});
});
