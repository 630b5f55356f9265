import { describe, expect, test } from 'vitest';
import { facts, figure, membersOn } from '../support/facts.ts';
import { allWords, documentAt, sent, wordsOf } from '../support/html.ts';

const count = (value: number | null | undefined) => value?.toLocaleString('nl-BE');

/** The rows of the table that tells a number from top to bottom. */
async function stepsAt(address: string): Promise<string[]> {
	const document = await documentAt(address);
	return [...document.querySelectorAll('#stappen tbody tr')].map((row) =>
		allWords(row, 'th, td').join(' ')
	);
}

const MENTIONS = 'main a[href^="/herkomst/"]';
const hrefOf = (link: Element): string => link.getAttribute('href') ?? '';
const pathOf = (one: { publication_id: number; code: string }) =>
	`/herkomst/${one.publication_id}/${one.code}`;

/** The municipality of which most is said beside figures, and one of which something is said together with others. */
const said = Map.groupBy(
	facts.mentions.flatMap(({ places }) => places.split(' ').filter((one) => /^\d/.test(one))),
	(one) => one
);
const [MOST_SAID = ''] = [...said].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
const [TOGETHER = ''] =
	facts.mentions.find(({ places }) => /^\d{5} /.test(places))?.places.split(' ') ?? [];

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

	describe.for([MOST_SAID, TOGETHER])('what is said of %s and is no figure of a series', (nis) => {
		const own = facts.mentions.filter(({ places }) => places.split(' ').includes(nis));

		test.for([
			`/gemeenten/${nis}`,
			`/gemeenten/${nis}/steekkaart`,
			`/cijfers/tegenspraak?gemeente=${nis}`
		])('leads to its own origin, from %s', async (address) => {
			const page = await documentAt(address);
			const links = [...page.querySelectorAll(MENTIONS)];
			expect(links.map((one) => hrefOf(one).split('?')[0]).toSorted()).toEqual(
				own.map(pathOf).toSorted()
			);
		});

		test.for(own)(
			'tells who said $value of $kind, when, and that it is not counted',
			async (one) => {
				const page = await documentAt(pathOf(one));
				const text = wordsOf(page.querySelector('main'));
				const heading = wordsOf(page.querySelector('h1'));
				if (one.value !== null) expect(heading).toContain(count(one.value));
				expect(text).toContain(one.says);
				expect(text).toContain('We tellen dit niet mee');
				if (one.true_on === null) expect(text).toContain('zonder dag');
				const source = facts.publications.find(({ id }) => id === one.publication_id);
				expect(text).toContain(source?.publisher);
				expect([...page.querySelectorAll('#bestanden ~ ul a')].map(hrefOf)).toContain(source?.url);
			}
		);
	});

	test.for([
		['/herkomst', 400],
		['/herkomst?gebied=99999&op=2024-12-31', 404],
		['/herkomst?gebied=34022&op=2024-12-31&cijfer=onzin', 400],
		['/herkomst?gebied=34022&op=gisteren', 400],
		['/herkomst?gebied=34022&op=1999-12-31&cijfer=woningen', 404],
		['/herkomst?gebied=34022&op=2024-12-31&reeks=planned&publicatie=1', 404],
		['/herkomst/1/onzin', 404],
		['/herkomst/999999/project-1', 404]
	] as const)('%s is refused with %i', async ([address, status]) => {
		expect((await sent(address)).status).toBe(status);
	});
});
