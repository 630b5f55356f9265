import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, inject, test } from 'vitest';
import { addDays } from '#lib/domain/dates.ts';
import type { VersionsAnswer } from '#lib/server/api/answers/versions.ts';
import { today } from '#lib/server/today.ts';
import { test as inBrowser } from '../support/browser.ts';
import { profileFaults, quadsOfJsonLd, quadsOfTurtle, statements } from '../support/dcat-ap-vl.ts';
import { dutchDay } from '../support/dutch.ts';
import { existingOn, facts } from '../support/facts.ts';
import { follow, open, saysAt, seen } from '../support/reader.ts';
import { gridOf, tableOf } from '../support/table.ts';
import { answerAt, json } from './api.ts';
import { releaseDays } from './release-days.ts';

/** A small package, the newest one, and a day after it on which nothing was published. */
const EARLY = releaseDays[1] ?? '';
const NEWEST = releaseDays.at(-1) ?? '';
const QUIET = addDays(NEWEST, 1);

const bytesAt = async (path: string) => Buffer.from(await (await answerAt(path)).arrayBuffer());
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** An answer that is not followed where it leads. */
const plainly = (path: string, accept?: string) =>
	fetch(new URL(path, inject('site')), {
		redirect: 'manual',
		headers: accept === undefined ? {} : { accept }
	});

describe('the package of a day', () => {
	test('is a zip to keep, the same bytes each time, with the checksum that its own address gives', async () => {
		const answer = await answerAt(`/cijfers/download/${EARLY}`);
		expect(answer.headers.get('content-type')).toBe('application/zip');
		expect(answer.headers.get('content-disposition')).toContain(`woonobjectief-${EARLY}.zip`);
		expect(answer.headers.get('cache-control')).toMatch(/public, max-age=\d{5,}/);
		const sum = sha256(Buffer.from(await answer.arrayBuffer()));
		expect(sha256(await bytesAt(`/cijfers/download/${EARLY}?opnieuw=1`))).toBe(sum);
		const line = await (await answerAt(`/cijfers/download/${EARLY}.sha256`)).text();
		expect(line).toBe(`${sum}  woonobjectief-${EARLY}.zip\n`);
	});

	test('gives its files one by one, so that a program can read the description and what it names', async () => {
		const files = unzipSync(await bytesAt(`/cijfers/download/${EARLY}`));
		const description = await answerAt(`/cijfers/download/${EARLY}/datapackage.json`);
		expect(description.headers.get('content-type')).toContain('application/json');
		const { resources } = (await description.json()) as { resources: { path: string }[] };
		expect(resources.map((one) => one.path)).toContain('goals.csv');
		for (const path of ['goals.csv', 'csv-metadata.json', 'README.md'])
			expect(
				(await bytesAt(`/cijfers/download/${EARLY}/${path}`)).equals(
					files[path] ?? new Uint8Array()
				)
			).toBe(true);
		const table = await answerAt(`/cijfers/download/${EARLY}/figures.csv`);
		expect(table.headers.get('content-type')).toContain('text/csv');
		expect(table.headers.get('access-control-allow-origin')).toBe('*');
	});

	test.for([
		[`/cijfers/download/${QUIET}`, 308, `/cijfers/download/${NEWEST}`],
		[`/cijfers/download/${QUIET}.sha256`, 308, `/cijfers/download/${NEWEST}.sha256`],
		[`/cijfers/download/${QUIET}/goals.csv`, 308, `/cijfers/download/${NEWEST}/goals.csv`],
		[`/cijfers/download/${today()}`, 307, '/cijfers/download/nu'],
		['/cijfers/download/1999-12-31', 404, null],
		['/cijfers/download/2190-01-01', 404, null],
		['/cijfers/download/2026-02-30', 404, null],
		['/cijfers/download/gisteren', 404, null],
		[`/cijfers/download/${EARLY}/geheim.csv`, 404, null],
		[`/cijfers/download/${EARLY}/..%2f..%2fpackage.json`, 404, null]
	] as const)('%s answers %i', async ([path, status, location]) => {
		const answer = await plainly(path);
		expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
	});

	test('what is known now can be had too, under a name that says that it may change', async () => {
		const answer = await answerAt('/cijfers/download/nu');
		expect(answer.headers.get('content-disposition')).toContain('voorlopig');
		expect(answer.headers.get('cache-control')).toBe('public, no-cache');
		const files = unzipSync(Buffer.from(await answer.arrayBuffer()));
		expect(Object.keys(files)).toContain('SHA256SUMS');
	});
});

describe('a version', () => {
	test('tells what made it, and gives its package with its checksum: that of its day', async () => {
		const list = await open('/cijfers/download');
		const [row = []] = gridOf(tableOf(list, 'pakketten')).rows;
		const page = await follow(list, seen(row[1]));
		const number = /\/cijfers\/versies\/(\d+)$/.exec(page.url.href)?.[1] ?? '';
		const newest = facts.publications.filter((one) => one.known_from === NEWEST);
		const text = seen(page.document.querySelector('main'));
		expect(newest.some(({ title }) => text.includes(title))).toBe(true);
		expect(text).toContain(`Telt vanaf ${dutchDay(NEWEST)}`);
		const sum = sha256(await bytesAt(`/cijfers/versies/${number}/pakket.zip`));
		expect(sum).toBe(sha256(await bytesAt(`/cijfers/download/${NEWEST}`)));
		const line = await (await answerAt(`/cijfers/versies/${number}/pakket.sha256`)).text();
		expect(line).toBe(`${sum}  woonobjectief-versie-${number}.zip\n`);
	});

	test('is shown by every page and by the API: as the day that it closed', async () => {
		const [version] = (await json('/api/v1/versions?known=2012-03-18')) as VersionsAnswer;
		const number = version?.events.at(-1)?.sealed?.position;
		const path = '/gemeenten/44021?op=2009-12-31';
		const then = await saysAt(`${path}&versie=${number}`);
		expect(then).toContain('Gent telt 14.544 sociale huurwoningen');
		expect(then).toContain(`U ziet versie ${number}, zoals bekend op`);
		const api = `/api/v1/municipalities/44021?on=2009-12-31&version=${number}`;
		expect(await json(api)).toMatchObject({ stock: { value: 14_544 }, known: version?.day });
	});

	test.for([
		['/cijfers/versies/999999999', 404],
		['/cijfers/versies/999999999/pakket.zip', 404],
		['/cijfers/versies/0', 404],
		['/?versie=999999999', 400],
		['/?versie=0', 400],
		['/?versie=x', 400],
		['/api/v1/regions?version=0', 400],
		['/api/v1/regions?version=999999999', 400]
	] as const)('that there is not is refused: %s answers %i', async ([path, status]) => {
		expect((await plainly(path)).status).toBe(status);
	});

	test('today says that it can still grow', async () =>
		expect(await saysAt(`/?bekend=${today()}`)).toContain('Die dag is niet voorbij'));
});

describe('the page of the packages', () => {
	test('lists every release with size and checksum, and links to its package', async () => {
		const page = await follow(await open('/cijfers'), 'alles in één pakket');
		const { rows } = gridOf(tableOf(page, 'pakketten'));
		const issued: { kind: string; knownFrom: string }[] = await json('/api/v1/publications');
		const practice = issued.filter((one) => one.kind === 'practice').map((one) => one.knownFrom);
		const days = [...new Set([...releaseDays, ...practice])].sort().reverse();
		expect(rows.map(([day]) => seen(day))).toEqual(days.map(dutchDay));
		expect(
			rows[0]?.flatMap((cell) => [...cell.querySelectorAll('a')])[0]?.getAttribute('href')
		).toBe(`/cijfers/download/${NEWEST}`);
		const line = await (await answerAt(`/cijfers/download/${NEWEST}.sha256`)).text();
		// a package is written when it is asked for, and the page tells its sum from then on
		const told = async () => {
			await bytesAt(`/cijfers/download/${NEWEST}`);
			const [first] = gridOf(tableOf(await open('/cijfers/download'), 'pakketten')).rows;
			return (first ?? []).map(seen).join(' ');
		};
		await expect.poll(told).toContain(line.slice(0, 64));
		expect(await told()).toMatch(/\d kB/);
	});

	test('as known on an earlier day it lists no later release', async () => {
		const [earlier = '', later = ''] = releaseDays.slice(-2);
		const text = await saysAt(`/cijfers/download?bekend=${earlier}`);
		expect(text).toContain(dutchDay(earlier));
		expect(text).not.toContain(dutchDay(later));
	});
});

describe('the feed', () => {
	interface Read {
		problem: string | null;
		ids: string[];
		dates: string[];
		missing: string[];
		self: string | null;
		titles: string[];
	}
	/** What a reader of RFC 4287 needs, read by a real parser of XML. */
	const readFeed = (text: string): Read => {
		const document = new DOMParser().parseFromString(text, 'application/xml');
		const ATOM = 'http://www.w3.org/2005/Atom';
		const all = (name: string, within: Document | Element = document) => [
			...within.getElementsByTagNameNS(ATOM, name)
		];
		const children = (parent: Element, name: string) =>
			[...parent.children].filter((one) => one.localName === name);
		const root = document.documentElement;
		const entries = all('entry');
		const needs = (parent: Element, names: string[]) =>
			names
				.filter((name) => children(parent, name).length !== 1)
				.map((name) => `${parent.localName} ${name}`);
		return {
			problem: document.querySelector('parsererror')?.textContent ?? null,
			ids: [root, ...entries].flatMap((one) =>
				children(one, 'id').map((id) => id.textContent ?? '')
			),
			dates: [...all('updated'), ...all('published')].map((one) => one.textContent ?? ''),
			missing: [
				...needs(root, ['id', 'title', 'updated', 'author']),
				...entries.flatMap((one) => needs(one, ['id', 'title', 'updated', 'summary'])),
				...entries
					.filter((one) => !children(one, 'link').some((link) => link.getAttribute('href')))
					.map(() => 'entry link')
			],
			self:
				children(root, 'link')
					.find((one) => one.getAttribute('rel') === 'self')
					?.getAttribute('href') ?? null,
			titles: entries.map((one) => children(one, 'title')[0]?.textContent ?? '')
		};
	};

	inBrowser(
		'is Atom by its rules: every id once, every moment in full, what must be there is there',
		async ({ page }) => {
			const { document } = await open('/toegankelijkheid');
			const link = document.querySelector('head link[type="application/atom+xml"]');
			const answer = await answerAt(link?.getAttribute('href') ?? '');
			expect(answer.headers.get('content-type')).toContain('application/atom+xml');
			const read = await page.evaluate(readFeed, await answer.text());
			expect(read).toMatchObject({ problem: null, missing: [], self: answer.url });
			expect(new Set(read.ids).size).toBe(read.ids.length);
			expect(read.ids.length).toBeGreaterThan(facts.calendar.length);
			for (const id of read.ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
			for (const date of read.dates)
				expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
			expect(read.titles.some((one) => one.startsWith('Eerste publicatie: '))).toBe(true);
			expect(read.titles.some((one) => one.startsWith('Verwacht: '))).toBe(true);
		}
	);

	test('has the same ids whenever and under whatever name of the host it is asked', async () => {
		const ids = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map((one) => one[1]);
		const text = await (await answerAt('/cijfers/feed.atom')).text();
		const other = new URL('/cijfers/feed.atom', inject('site').replace('127.0.0.1', 'localhost'));
		const elsewhere = await fetch(other).then(
			(answer) => answer.text(),
			() => text
		);
		expect(ids(elsewhere)).toEqual(ids(text));
	});
});

describe('the catalogue', () => {
	test.for([
		['text/turtle', 303, '/dcat.ttl'],
		['application/ld+json', 303, '/dcat.jsonld'],
		['application/json', 303, '/dcat.jsonld'],
		['text/html,*/*;q=0.8', 303, '/cijfers/download'],
		['image/png', 406, null]
	] as const)('for %s: %i %s', async ([accept, status, location]) => {
		const answer = await plainly('/dcat', accept);
		expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
		expect(answer.headers.get('vary')).toContain('accept');
	});

	test('of this site is one graph in both forms, and keeps DCAT-AP Vlaanderen', async () => {
		const [json, turtle] = await Promise.all([answerAt('/dcat.jsonld'), answerAt('/dcat.ttl')]);
		expect(json.headers.get('content-type')).toBe('application/ld+json');
		expect(turtle.headers.get('content-type')).toContain('text/turtle');
		const quads = quadsOfTurtle(await turtle.text());
		const sums = /spdx|byteSize/; // may have been made between the two questions
		const without = (lines: string[]) => lines.filter((line) => !sums.test(line));
		expect(without(statements(await quadsOfJsonLd((await json.json()) as object)))).toEqual(
			without(statements(quads))
		);
		expect(await profileFaults(quads)).toEqual([]);
	});

	test('names addresses that are there', async () => {
		const quads = quadsOfTurtle(await (await answerAt('/dcat.ttl')).text());
		const urls = quads
			.filter(({ predicate }) =>
				/downloadURL|endpointDescription|landingPage|foaf.*page/.test(predicate.value)
			)
			.map(({ object }) => object.value)
			.filter((url) => !/download\/\d/.test(url) || url.includes(`download/${NEWEST}`));
		for (const url of new Set(urls)) expect((await answerAt(url)).status, url).toBe(200);
		expect(new Set(urls).size).toBeGreaterThan(15);
	});
});

describe('for machines that walk the site', () => {
	test('the site map has every municipality in force and every region, as absolute addresses with a day', async () => {
		const robots = await (await answerAt('/robots.txt')).text();
		const [, address = ''] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
		expect(address).toBe(new URL('/sitemap.xml', inject('site')).href);
		const text = await (await fetch(address)).text();
		const pages = [...text.matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)];
		const paths = pages.map((one) => new URL(one[1] ?? '').pathname);
		const below = (room: string) =>
			paths.flatMap((path) => (path.startsWith(room) ? [path.slice(room.length)] : []));
		expect(below('/gemeenten/').sort()).toEqual(existingOn(today()));
		expect(below('/regios/').sort()).toEqual(facts.regions.map((one) => one.slug).sort());
		expect(new Set(paths).size).toBe(paths.length);
		const undated = pages.filter((one) => !/^\d{4}-\d\d-\d\d$/.test(one[2] ?? ''));
		expect(undated.map((one) => new URL(one[1] ?? '').pathname)).toEqual([
			'/methode',
			'/methode/controles',
			'/toegankelijkheid'
		]);
		for (const path of ['/', '/cijfers/download']) expect(paths).toContain(path);
	});

	test('what has no end is not walked', async () => {
		const robots = await (await answerAt('/robots.txt')).text();
		expect(robots).toMatch(/^User-agent: \*$/m);
		expect(robots).toMatch(/^Disallow: \/herkomst$/m);
	});
});
