import { describe, expect, test } from 'vitest';
import { CONTRADICTION_KINDS } from '#lib/domain/contradiction.ts';
import { csvRows, json } from './api.ts';
import { allWords, documentAt, wordsOf } from '../support/html.ts';

interface Side {
	code: string;
	date: string | null;
	value: number | string;
	status: string;
	sources: { publisher: string }[];
}
interface Pair {
	id: string;
	kind: string;
	nis: string | null;
	name: string;
	first: Side;
	second: Side;
	difference: number | null;
	steps: { amount: number | null }[];
	rest: number | null;
	outcome: string;
	explanation: string;
}
const pairs = (query = ''): Promise<Pair[]> => json(`/api/v1/contradictions${query}`);
const PAGE = '/cijfers/tegenspraak';
const rowsOf = async (query = '') => [
	...(await documentAt(`${PAGE}${query}`)).querySelectorAll('#tegenspraak tbody tr')
];

describe('numbers that contradict or correct one another', () => {
	test('stand on the page, in the API and in CSV as the same pairs', async () => {
		const ids = (await pairs()).map((one) => one.id);
		expect(ids.length).toBeGreaterThan(0);
		expect((await rowsOf()).map((row) => row.id)).toEqual(ids);
		expect((await csvRows('/api/v1/contradictions.csv')).map((row) => row['id'])).toEqual(ids);
	});

	test('say of both numbers what they count, their day and who published them', async () => {
		const all = await pairs();
		for (const row of await rowsOf()) {
			const pair = all.find((one) => one.id === row.id);
			const [, first, second] = allWords(row, 'th, td');
			for (const [words, side] of [
				[first, pair?.first],
				[second, pair?.second]
			] as const) {
				for (const { publisher } of side?.sources ?? []) expect(words).toContain(publisher);
				if (side?.date) expect(words).toContain(side.date.split('-').reverse().join('/'));
			}
			expect(wordsOf(row)).toContain(pair?.explanation.replaceAll('\u00a0', ' '));
		}
	});

	test('are explained in steps that add up to the difference, or said to be unknown', async () => {
		for (const { steps, rest, difference, outcome, kind, explanation } of await pairs()) {
			if (difference === null) continue;
			const told = steps.reduce((sum, step) => sum + (step.amount ?? 0), rest ?? 0);
			expect(told).toBeCloseTo(difference, 6);
			if (outcome === 'unexplained' && kind === 'contradiction')
				expect(explanation).toContain('De oorzaak is niet bekend.');
		}
	});

	test('hold no estimate of this site', async () => {
		for (const { first, second } of await pairs())
			for (const { status } of [first, second])
				expect(['estimated', 'forecast']).not.toContain(status);
	});

	test('are chosen by kind and kind of figure with links', async () => {
		const document = await documentAt(PAGE);
		const [kinds] = document.querySelectorAll('nav[aria-label="Soort"] ul');
		const links = [...(kinds?.querySelectorAll('a') ?? [])].slice(1);
		expect(links).toHaveLength(CONTRADICTION_KINDS.length);
		const all = await pairs();
		for (const [at, kind] of CONTRADICTION_KINDS.entries()) {
			const own = all.filter((one) => one.kind === kind).map((one) => one.id);
			const { search } = new URL(links[at]?.getAttribute('href') ?? '', 'http://site');
			expect((await rowsOf(search)).map((row) => row.id)).toEqual(own);
			expect(wordsOf(links[at])).toContain(`(${own.length})`);
			expect((await pairs(`?kind=${kind}`)).map((one) => one.id)).toEqual(own);
		}
	});

	test('are chosen by region and municipality, and an unknown one is refused by the API', async () => {
		const { members } = await json('/api/v1/regions/kortrijk');
		const codes = (members as { nis: string }[]).map((one) => one.nis);
		const own = (await pairs()).filter((one) => codes.includes(one.nis ?? ''));
		expect((await rowsOf('?regio=kortrijk')).map((row) => row.id)).toEqual(
			own.map((one) => one.id)
		);
		const [town] = own;
		const ofTown = await pairs(`?municipality=${town?.nis}`);
		expect(new Set(ofTown.map((one) => one.name))).toEqual(new Set([town?.name]));
		await expect(json('/api/v1/contradictions?municipality=99999')).resolves.toMatchObject({
			error: { code: 'unknown_municipality' }
		});
	});

	test('lie behind the percentages that a municipality shows side by side', async () => {
		const [pair] = (await pairs('?topic=share')).filter((one) => one.nis);
		const document = await documentAt(`/gemeenten/${pair?.nis}`);
		const section = document.querySelector('section[aria-labelledby="telwijzen"]');
		expect(wordsOf(section)).toContain('Stadsmonitor');
		expect(section?.querySelector(`a[href="${PAGE}?gemeente=${pair?.nis}"]`)).not.toBeNull();
	});

	test('are none where nothing was known yet, which the page says', async () => {
		const words = wordsOf((await documentAt(`${PAGE}?bekend=2000-01-01`)).querySelector('main'));
		expect(words).toContain('We vonden geen cijfers die elkaar tegenspreken');
	});
});

describe('the list of publications', () => {
	test('is chosen by kind and by publisher, as the API gives it', async () => {
		const revisions: { id: number }[] = await json('/api/v1/publications?kind=revision');
		const shown = async (query: string) =>
			[...(await documentAt(`/cijfers?${query}`)).querySelectorAll('tr[id^="p"]')].map((row) =>
				Number(row.id.slice(1))
			);
		expect(await shown('soort=herziening')).toEqual(
			expect.arrayContaining(revisions.map((one) => one.id))
		);
		const all: { id: number; publisher: string }[] = await json('/api/v1/publications');
		const publisher = all[0]?.publisher ?? '';
		const own = all.filter((one) => one.publisher === publisher).map((one) => one.id);
		const query = `uitgever=${encodeURIComponent(publisher)}`;
		expect((await shown(query)).sort((a, b) => a - b)).toEqual(own);
	});
});
