import { describe, expect, test } from 'vitest';
import { API_ROOT } from '#lib/server/api/operation.ts';
import { OPERATIONS } from '#lib/server/api/operations.ts';
import { PROBLEMS, problemAddress, type ProblemCode } from '#lib/server/api/problem.ts';
import { documentAt } from '../support/html.ts';
import { open, saysAt } from '../support/reader.ts';
import { answerAt, json } from './api.ts';

describe('the reference page of the API', () => {
	test('tells every operation with an example to copy, whole and at this site', async () => {
		const { document, url } = await open('/api');
		for (const { id, examples } of OPERATIONS) {
			const command = document.querySelector(`#${id} [data-copy]`)?.textContent;
			const [, address = ''] = /^curl '(.*)'$/.exec(command ?? '') ?? [];
			expect(address).toBe(new URL(API_ROOT + examples[0], url).href);
			expect(document.querySelector(`#${id} .example a`)?.getAttribute('href')).toBe(
				API_ROOT + examples[0]
			);
		}
	});

	test('has a place for every kind of problem, where the type of a problem leads', async () => {
		const { type } = await json(`${API_ROOT}/regions/nergens`);
		expect(type).toBe('/api#unknown_region');
		const { document, url } = await open(type);
		for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
			const [path, id] = problemAddress(code).split('#');
			expect(path).toBe(url.pathname);
			expect(document.querySelectorAll(`[id="${id}"]`)).toHaveLength(1);
		}
	});

	test('leads nowhere that is not there', async () => {
		const document = await documentAt('/api');
		const addresses = [...document.querySelectorAll('main a')].map(
			(link) => link.getAttribute('href') ?? ''
		);
		const within = addresses.filter((address) => address.startsWith('#'));
		expect(within.filter((address) => !document.getElementById(address.slice(1)))).toEqual([]);
		const ours = new Set(addresses.filter((address) => address.startsWith('/')));
		expect(ours.size).toBeGreaterThan(OPERATIONS.length);
		// the examples are asked where their shape is looked at
		const examples = OPERATIONS.flatMap((one) => one.examples.map((path) => API_ROOT + path));
		const others = [...ours].filter((address) => !examples.includes(address));
		expect(others.length).toBeGreaterThan(0);
		for (const address of others) {
			const answer = await answerAt(address);
			await answer.arrayBuffer();
			expect(answer.status, address).toBe(200);
		}
	});

	test('says the licence, and what the versions promise', async () => {
		const text = await saysAt('/api');
		expect(text).toContain('Modellicentie Gratis Hergebruik');
		expect(text).toContain('Een adres dat antwoord geeft, blijft antwoord geven');
		expect(text).toContain('Ignored-Parameters');
	});

	test('is found from the figures and from the foot of every page', async () => {
		const document = await documentAt('/cijfers');
		expect(document.querySelectorAll('main a[href="/api"]')).toHaveLength(1);
		expect(document.querySelectorAll('footer a[href="/api"]')).toHaveLength(1);
	});
});
