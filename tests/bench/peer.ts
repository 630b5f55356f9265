import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Handler } from '#lib/server/web/capture.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';

const FOLDER = resolve('tests/bench/peer');

/** What a page of the site shows first, to be shown by another. */
interface Content {
	sentence: string;
	head: string[];
	rows: string[][];
	areas: Area[];
}

interface Area {
	type: 'Feature';
	properties: { name: string; value: number };
	geometry: { type: 'Polygon'; coordinates: [x: number, y: number][][] };
}

/** Pages of the site, by a name. */
export type Pages = Readonly<Record<string, string>>;

/** A plain hydrated page of the same framework for each page of the site, with its sentence, first table and map. */
export interface Peer {
	address: string;
	close(): void;
}

/**
 * Builds and serves the peer; answers are compressed as those of the site are.
 * @param folder where what is made may stand
 */
export async function startPeer(site: string, pages: Pages, folder: string): Promise<Peer> {
	const out = join(folder, 'peer');
	mkdirSync(out);
	symlinkSync(resolve('node_modules'), join(out, 'node_modules'));
	const contents = await Promise.all(
		Object.entries(pages).map(async ([name, path]) => [name, await contentOf(site + path)] as const)
	);
	const data = join(out, 'pages.json');
	writeFileSync(data, JSON.stringify(Object.fromEntries(contents)));
	await build(out);
	process.env['PEER_DATA'] = data;
	const { href } = pathToFileURL(join(out, 'build/handler.js'));
	const { handler } = (await import(href)) as { handler: Handler };
	const server = createServer(new PageCache().around(handler));
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}

async function build(out: string): Promise<void> {
	const program = resolve('node_modules/vite/bin/vite.js');
	const env = { ...process.env, PEER_OUT: out, PEER_DATA: join(out, 'pages.json') };
	const building = spawn(process.execPath, [program, 'build'], {
		cwd: FOLDER,
		env,
		stdio: 'inherit'
	});
	const [code] = (await once(building, 'exit')) as [number];
	if (code !== 0) throw new Error(`Building the peer ended with ${code}.`);
}

async function contentOf(address: string): Promise<Content> {
	const { document } = parseHTML(await (await fetch(address)).text()) as unknown as Window;
	const table = [...document.querySelectorAll('main table')].find((one) => !one.closest('details'));
	const [head = [], ...rows] = [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
		[...row.children].map(wordsOf)
	);
	const map = document.querySelector('main figure svg');
	const places = [...(map?.querySelectorAll('a[href^="/gemeenten/"] > path') ?? [])];
	return {
		sentence: wordsOf(document.querySelector('h1')),
		head,
		rows,
		areas: places.map(areaOf)
	};
}

const wordsOf = (element: Element | null): string =>
	(element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The ground of a municipality, from its path of steps; only its first ring. */
function areaOf(path: Element): Area {
	const [first = ''] = (path.getAttribute('d') ?? '').slice(1).split('z');
	const [start = '', steps = ''] = first.split('l');
	const numbers = (text: string) => (text.match(/-?(\d*\.\d+|\d+)/g) ?? []).map(Number);
	let [x = 0, y = 0] = numbers(start);
	const ring: [number, number][] = [[x, y]];
	const moves = numbers(steps);
	for (let at = 0; at + 1 < moves.length; at += 2) {
		x += moves[at] ?? 0;
		y += moves[at + 1] ?? 0;
		ring.push([x, y]);
	}
	ring.push(ring[0] as [number, number]);
	const name = path.parentElement?.querySelector('title')?.textContent ?? '';
	const value = Number(/[\d.]+,\d+/.exec(name)?.[0].replace('.', '').replace(',', '.') ?? 0);
	return {
		type: 'Feature',
		properties: { name, value },
		geometry: { type: 'Polygon', coordinates: [ring] }
	};
}
