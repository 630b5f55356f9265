import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { type Handler, PROTOCOL_HEADER } from '#lib/server/web/capture.ts';
import { pagesAhead } from '#lib/server/web/ahead.ts';
import { newDeskLink } from '#lib/server/people/desk-link.ts';
import { LARGEST_UPLOAD } from '#lib/server/web/desk-paths.ts';
import { PageCache } from '#lib/server/web/page-cache.ts';
import { withoutUnread } from '#lib/server/web/page-parameters.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Settings } from '#lib/server/settings.ts';
import {
	SECURITY_HEADERS,
	securityHeaders,
	transportHeaders
} from '#lib/server/web/security-headers.ts';
import { createSite } from '#lib/server/web/site.ts';
import { beforeSignOuts } from '#lib/server/web/told-sign-out.ts';
import { Workshop } from '#lib/server/web/workshop.ts';
import { readStaticFiles } from '#lib/server/web/static-files.ts';
import { openRuntime } from './open.ts';

const BUILT = 'build';
const SITE = pathToFileURL(join(BUILT, 'handler.js'));
/** How long (ms) requests that are under way may take to end when the server stops. */
const FAREWELL = 5_000;

const log = pino({ level: 'warn', base: null }, pino.destination({ fd: 2, sync: true }));

/**
 * Serves the built site until the process is told to stop; prints the address when it is ready.
 * @throws DatabaseLockedError; Error that says what to do when the port is taken
 */
export async function serve(settings: Settings): Promise<void> {
	const report = (failure: unknown) => log.error({ err: failure }, 'a page could not be renewed');
	const pages = new PageCache({
		headers: securityHeaders,
		plain: withoutUnread,
		state: () => runtime().database.state(),
		ahead: () => pagesAhead(runtime().database),
		report
	});
	const files = readStaticFiles(join(BUILT, 'client'), SECURITY_HEADERS);
	const opened = await openRuntime(settings, { pages, files }, (line) => console.log(line));
	try {
		const site = await loadSite(settings);
		const client = join(BUILT, 'client');
		const workshop = new Workshop(opened.database, { site: SITE.href, client });
		const server = createSite({
			handler: beforeSignOuts(opened, workshop.before(site)),
			files,
			pages,
			log,
			headers: transportHeaders(settings.origin)
		});
		await listen(server, settings);
		stopOnSignal(server, async () => {
			await workshop.close();
			await opened.close();
		});
		const here = address(server, settings);
		if (opened.access.byLink && (await opened.database.whyReadOnly()) === null)
			console.log(`The desk opens once by: ${here}${await newDeskLink(opened.database)}`);
		console.log(`Woonobjectief is ready: ${here}`);
	} catch (error) {
		await opened.close();
		throw error;
	}
}

/** The handler of the built site, which reads the environment when it is loaded. */
async function loadSite({ origin }: Settings): Promise<Handler> {
	if (origin) process.env['ORIGIN'] = origin;
	else delete process.env['ORIGIN'];
	process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
	process.env['BODY_SIZE_LIMIT'] = String(LARGEST_UPLOAD);
	const { handler } = (await import(SITE.href)) as { handler: Handler };
	return handler;
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(port, host, resolve);
	}).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EADDRINUSE') throw error;
		throw new Error(
			`Port ${port} of ${host} is in use by another program. ` +
				'Stop that program, or set PORT to another port (0 picks a free one).'
		);
	});
}

function address(server: Server, { host }: Settings): string {
	const { port } = server.address() as AddressInfo;
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Ends what is under way, then closes the database; a second signal changes nothing. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
	let stopping: Promise<void> | undefined;
	const stop = async () => {
		setTimeout(() => server.closeAllConnections(), FAREWELL).unref();
		await new Promise((closed) => server.close(closed));
		await close();
		process.exit();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => void (stopping ??= stop()));
	}
}
