import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isDay } from '#lib/domain/dates.ts';
import { NO_ANSWERS } from '#lib/server/intake/answers.ts';
import { checkFirst, handIn, intakeOf, openIntakes } from '#lib/server/intake/intake.ts';
import { TooMuchError, withUpload, type Received } from '#lib/server/intake/upload.ts';
import { LARGEST_HANDED_IN } from '#lib/server/web/desk-paths.ts';
import { fileSource } from '#lib/server/desk/bytes/source.ts';
import { keptPublications } from '#lib/server/queries/publications.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import type { Person } from '#lib/server/people/roles.ts';
import { byName } from '#lib/text/format.ts';
import { nameOfFile } from '../forms.ts';
import { personIn } from '../gate.ts';
import { workIn } from '../work.ts';

const MEGABYTE = 1024 * 1024;

export async function load({ locals }) {
	personIn(locals, 'editor');
	const { database } = runtime();
	const [open, issued] = await Promise.all([
		openIntakes(database.read),
		keptPublications(database.read)
	]);
	return {
		open: open.map((file) => ({ ...file, called: nameOfFile(file.fileName) })),
		publishers: [...new Set(issued.map(({ publisher }) => publisher))].sort(byName),
		largest: LARGEST_HANDED_IN / MEGABYTE,
		largestBytes: LARGEST_HANDED_IN
	};
}

/** Takes a file in, checks it, and leads to what is seen in it. */
async function take(event: RequestEvent) {
	const person = personIn(event.locals, 'editor');
	if (!runtime().access?.uploads.take(String(person.account)))
		return fail(429, { problem: TOO_MANY });
	const { body, headers } = event.request;
	const type = headers.get('content-type') ?? '';
	if (!body || !type.startsWith('multipart/form-data')) return fail(400, { problem: NO_FILE });
	const stream = body as Parameters<typeof withUpload>[0];
	const id = await withUpload(stream, type, LARGEST_HANDED_IN, (received) =>
		keep(person, received)
	).catch((error: unknown) => {
		if (error instanceof TooMuchError) return 'too much' as const;
		throw error;
	});
	if (id === 'too much') return fail(413, { problem: TOO_LARGE });
	if (id === null) return fail(400, { problem: NO_FILE });
	redirect(303, `/beheer/inleveren/${id}`);
}

const TOO_MANY = 'U leverde in een minuut veel bestanden in. Wacht even, en probeer het opnieuw.';
const NO_FILE = 'Kies eerst een bestand dat niet leeg is.';
const TOO_LARGE = `Het bestand is groter dan ${LARGEST_HANDED_IN / MEGABYTE} MB. Verdeel de rijen over meer bestanden, of lees het in met de opdrachtregel.`;

async function keep(person: Person, { file, fields }: Received): Promise<number | null> {
	if (!file) return null;
	const { database } = runtime();
	const publisher = fields.get('uitgever')?.trim().slice(0, 200) || null;
	const title = fields.get('titel')?.trim().slice(0, 200) || null;
	const said = fields.get('op') ?? '';
	const id = await handIn(database, person, fileSource(file.path, file.name), {
		...NO_ANSWERS,
		...{ publisher, title, publishedOn: isDay(said) ? said : null }
	});
	const intake = await intakeOf(database.read, id);
	if (intake) await checkFirst(database, intake, person, workIn());
	return id;
}

export const actions = { default: take };
