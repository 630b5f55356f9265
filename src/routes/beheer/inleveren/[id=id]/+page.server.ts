import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { measuredRegimes, periodOf } from '#lib/domain/regime.ts';
import { FIELDS, readAnswers } from '#lib/server/intake/answer-form.ts';
import { asksAlike, readsAlike, taskOf, type Answers } from '#lib/server/intake/answers.ts';
import { writeDeed } from '#lib/server/deeds/log.ts';
import { lacksFourEyes } from '#lib/server/deeds/four-eyes.ts';
import {
	bringsRegister,
	changeIntake,
	checkIntake,
	intakeOf,
	keepTemplate,
	layAside,
	templateFor,
	workWith,
	writingTask,
	type Intake
} from '#lib/server/intake/intake.ts';
import { ownTitle, titleOf } from '#lib/server/intake/own-title.ts';
import { hasRole, type Person } from '#lib/server/people/roles.ts';
import { publicationOfFile } from '#lib/server/queries/publications.ts';
import { reference, type Reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { day } from '#lib/text/format.ts';
import { municipalityChoices } from '../../choices.ts';
import { allFields, formOfFile, FORMS } from '../../forms.ts';
import { saidBefore } from '../../said-before.ts';
import { answered } from '../../said-words.ts';
import { personIn } from '../../gate.ts';
import { regimesIn } from '../../regimes.ts';
import { workIn } from '../../work.ts';
import { cellOf, groupsOf } from './groups.ts';
import { rememberedOf } from './remembered.ts';
import { CHANGES, isAskedOf, type Sort } from './settling.ts';
import { layoutWords, MEANINGS, meaningWords } from './meanings.ts';

const found = async (id: string): Promise<Intake> =>
	(await intakeOf(runtime().database.read, Number(id))) ??
	error(404, 'Dit bestand is hier niet (meer).');

export async function load({ locals, params }) {
	const person = personIn(locals, 'editor', 'releaser');
	const { database } = runtime();
	const [intake, facts] = await Promise.all([found(params.id), reference(database)]);
	const { result, answers, ...file } = intake;
	const nameOf = (code: string) => facts.places.byCode.get(code)?.name ?? null;
	const looked = result?.looked;
	const regimes = regimesIn(facts);
	const sort = sortOf(intake);
	const form = await formOf(intake, facts);
	const labelOf = form && ((column: string) => labelIn(form.slug, column));
	const groups = (result ? groupsOf(result, { nameOf, labelOf, regimes }) : []).map((group) => ({
		...group,
		settled: group.settled && isAskedOf(group.settled.part, sort) ? group.settled : null
	}));
	const asksTemplate = file.closedAt === null && !form;
	const template = asksTemplate ? await templateFor(database.read, answers.publisher) : null;
	const open = groups.filter(
		({ level, code }) => level === 'block' || (level === 'ask' && isUnanswered(answers, code))
	);
	return {
		file,
		title: form?.title ?? titleOf(intake),
		sort,
		form,
		answers,
		fields: FIELDS,
		isChecked: result !== null,
		groups,
		remembered: rememberedOf(template, answers, nameOf),
		sheets: (form ? [] : (looked?.sheets ?? [])).map((sheet) => ({
			...sheet,
			rows: sheet.rows.map((row) => ({ ...row, cell: cellOf(sheet.sheet, row.row) })),
			columns: sheet.columns.map((column) => ({ ...column, words: meaningWords(column) }))
		})),
		brought: looked?.brought ?? null,
		layout: layoutWords(looked?.layout ?? null),
		reviewed: looked?.reviewed ?? null,
		regimes,
		ended: endedIn(groups, answers).map((nis) => ({ nis, name: nameOf(nis) ?? nis })),
		towns: [...new Set([...askedNames(groups), ...Object.keys(answers.map?.municipalities ?? {})])],
		municipalities: municipalityChoices(facts),
		periods: measuredRegimes(facts.schemes).map(periodOf),
		meanings: MEANINGS,
		open: open.flatMap(({ settled }) => settled?.part ?? []),
		isReady: result !== null && open.length === 0,
		/** The publication that came of the same file before. */
		same: groups.some(({ code }) => code === 'already_imported')
			? await publicationOfFile(database.read, file.sha256)
			: undefined,
		/** Whether what is still open says nothing of the figures themselves, so that what would change is known. */
		canGoOn:
			result !== null && open.every(({ level, code }) => level === 'ask' || CHANGES.includes(code)),
		isAlone: person.isLocal,
		mayRelease: mayReleaseOwn(person),
		mayEnter: hasRole(person, 'editor'),
		mayWrite: hasRole(person, 'releaser') && (person.isLocal || file.account !== person.account),
		isClosed: file.closedAt !== null
	};
}

/** The form of which a file came, and what it says; null when it came of none. */
async function formOf({ id, fileName, closedAt }: Intake, facts: Reference) {
	const slug = formOfFile(fileName);
	const form = FORMS[slug ?? ''];
	if (slug === undefined || !form) return null;
	const values = closedAt === null ? await saidBefore(runtime().database.read, slug, id) : {};
	return { slug, title: form.title, said: answered(form, values, facts) };
}

/** What a form calls a column of its file; empty where it asks no such thing. */
const labelIn = (slug: string, column: string): string => {
	const form = FORMS[slug];
	return (form && allFields(form).find(({ name }) => name === column)?.label) ?? '';
};

function sortOf({ kind, result }: Intake): Sort {
	if (kind === 'boundaries') return kind;
	if (bringsRegister(result)) return 'register';
	return result?.looked?.layout === 'rules' ? 'rules' : 'figures';
}

/** Codes of municipalities of which the register does not say into which they went, or of which somebody said it. */
const endedIn = (groups: ReturnType<typeof groupsOf>, { map }: Answers): string[] => {
	const asked = groups.filter(({ code }) => code === 'successor_unknown');
	const codes = asked.flatMap(({ rows }) => rows.map(({ value }) => value.slice(0, 5)));
	return [...new Set([...codes, ...Object.keys(map?.successors ?? {})])].sort();
};

const isUnanswered = ({ accept }: Answers, code: string): boolean =>
	!accept.some((one) => one.code === code);

/** Names that are no municipality, or could be several. */
const askedNames = (groups: ReturnType<typeof groupsOf>): string[] =>
	groups
		.filter(({ code }) => code === 'unknown_municipality' || code === 'asked_municipality')
		.flatMap(({ rows }) => rows.map(({ value }) => value))
		.filter(Boolean);

/** Reads what was said, and checks the file again. */
async function check(event: RequestEvent<{ id: string }>) {
	const person = personIn(event.locals, 'editor');
	const intake = await openIntake(event.params.id);
	const said = await saidIn(event, intake);
	if ('problem' in said) return fail(400, said);
	const result = await checkIntake(runtime().database, intake, said.answers, person, workIn());
	const isSame = asksAlike(intake, { answers: said.answers, result });
	if (isSame) return { told: 'Opnieuw nagekeken: we vonden hetzelfde als daarnet.' };
	redirect(303, `/beheer/inleveren/${intake.id}#bevindingen`);
}

/** What is said of a file, with a title of its own where it changes an earlier publication; or what cannot be used. */
async function saidIn(
	{ request }: RequestEvent,
	intake: Intake
): Promise<{ problem: string } | { answers: Answers }> {
	const read = readAnswers(await request.formData(), intake.answers);
	if ('wrong' in read)
		return { problem: `Wat bij «${read.wrong}» staat, kan niet gebruikt worden.` };
	const { answers } = read;
	if (intake.kind === 'boundaries') return { answers };
	const how = { always: formOfFile(intake.fileName) !== undefined, on: day(today()) };
	const named = titleOf({ ...intake, answers });
	const title = await ownTitle(runtime().database.read, named, answers.kind, how);
	return { answers: { ...answers, title } };
}

async function openIntake(id: string): Promise<Intake> {
	const intake = await found(id);
	if (intake.closedAt !== null) error(409, 'Dit bestand is al verwerkt of weggelegd.');
	return intake;
}

/** Makes a draft of what was checked, and leads to it. */
async function draft(event: RequestEvent<{ id: string }>) {
	const made = await drafted(event);
	if (!('publication' in made)) return made;
	redirect(303, `/beheer/publicaties/${made.publication}`);
}

/** Whether one pair of eyes is enough. */
const mayReleaseOwn = (person: Person): boolean => person.isLocal && hasRole(person, 'releaser');

/** Makes a draft, and releases it: where one pair of eyes is enough. */
async function release(event: RequestEvent<{ id: string }>) {
	const person = personIn(event.locals, 'editor', 'releaser');
	if (!mayReleaseOwn(person)) return fail(403, { problem: ANOTHER });
	const made = await drafted(event);
	if (!('publication' in made)) return made;
	const { publication } = made;
	const task = { name: 'release', publication, at: null, content: null } as const;
	const { exitCode } = await workIn()(task, null, person);
	if (exitCode !== 0)
		return fail(409, { problem: 'Het ontwerp is er, maar het is niet vrijgegeven.' });
	redirect(303, `/beheer/publicaties/${publication}`);
}

const ANOTHER = 'Niet vrijgegeven: wie inlevert, geeft niet zelf vrij. Maak er een ontwerp van.';

/**
 * The draft of a file that was checked, with the reasons that were said last. What is said of the figures themselves is checked
 * first: nobody saw yet what it changes.
 */
async function drafted(
	event: RequestEvent<{ id: string }>
): Promise<{ publication: number } | { told: string } | ActionFailure<{ problem: string }>> {
	const { database } = runtime();
	const person = personIn(event.locals, 'editor');
	const intake = await openIntake(event.params.id);
	const said = await saidIn(event, intake);
	if ('problem' in said) return fail(400, said);
	const { answers } = said;
	if (!readsAlike(answers, intake.answers)) {
		await checkIntake(database, intake, answers, person, workIn());
		return { told: READ_FIRST };
	}
	const result = await workWith(database, intake, taskOf(answers, 'import'), person, workIn());
	const publication = result.looked?.publication ?? null;
	const kept = { ...result, looked: result.looked ?? intake.result?.looked } as Intake['result'];
	await changeIntake(database, intake.id, { answers, result: kept });
	if (result.exitCode !== 0)
		return fail(409, {
			problem:
				'Er is nog geen ontwerp: er bleef iets open, of de cijfers van de site veranderden intussen.'
		});
	if (publication === null)
		return fail(409, { problem: 'Alles hierin is al bekend: er is niets te veranderen.' });
	await changeIntake(database, intake.id, { publication, closed: true });
	if (!formOfFile(intake.fileName)) await keepTemplate(database, answers);
	return { publication };
}

const READ_FIRST =
	'Het blad is opnieuw gelezen met wat u zei. Er is nog geen ontwerp: kijk het na en ga dan verder.';

/** Writes at once what cannot wait as a draft: by somebody else than who handed it in. */
async function write(event: RequestEvent<{ id: string }>) {
	const { database } = runtime();
	const person = personIn(event.locals, 'releaser');
	const intake = await openIntake(event.params.id);
	const task = writingTask(intake) ?? error(400, 'Van dit bestand komt eerst een ontwerp.');
	try {
		await changeIntake(database, intake.id, { approvedBy: person.account });
	} catch (refused) {
		if (!lacksFourEyes(refused)) throw refused;
		return fail(403, {
			problem: 'Wie dit inlevert, schrijft het niet zelf weg: dat doet een ander.'
		});
	}
	const result = await workWith(database, intake, task, person, workIn());
	const isDone = result.exitCode === 0;
	const kept = { ...result, looked: result.looked ?? intake.result?.looked };
	const publication = result.looked?.publication ?? null;
	await changeIntake(database, intake.id, {
		result: kept as Intake['result'],
		...(isDone ? { publication, closed: true } : { approvedBy: null })
	});
	if (!isDone)
		return fail(409, { problem: 'Er is niets weggeschreven: los eerst op wat hieronder staat.' });
	redirect(303, publication === null ? '/cijfers#grenzen' : `/beheer/publicaties/${publication}`);
}

/** Lays a file aside: nothing comes of it. */
async function aside(event: RequestEvent<{ id: string }>) {
	const person = personIn(event.locals, 'editor');
	const { id, fileName: name, sha256 } = await openIntake(event.params.id);
	await runtime().database.changeQuietly(async (transaction) => {
		await layAside(transaction, id);
		const deed = { action: 'lay-aside', done: true, file: { name, sha256 } };
		await writeDeed(transaction, person, deed);
	});
	redirect(303, '/beheer/inleveren');
}

export const actions = {
	nakijken: check,
	ontwerp: draft,
	vrijgeven: release,
	schrijven: write,
	weg: aside
};
