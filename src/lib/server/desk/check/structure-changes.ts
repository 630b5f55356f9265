import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { allMemberships, readReference } from '../../reference/reference.ts';
import type { Reader, WriteTransaction } from '../../database/schema.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { RegisteredMunicipality } from './municipality-changes.ts';

/** A municipality that ends, and the one it goes into when somebody said so. */
export interface Ending {
	nis: string;
	name: string;
	/** First day of the new structure. */
	on: Day;
	successor: string | null;
}

/** The municipalities that end with these changes; successors come from the mapping file and must exist that day. */
export function endingsOf(
	changes: readonly RegisteredMunicipality[],
	known: ReadonlyMap<string, Municipality>,
	successors: Readonly<Record<string, string>>,
	findings: Findings
): Ending[] {
	const after = new Map<string, Pick<Municipality, 'validFrom' | 'validTo' | 'name'>>(known);
	for (const one of changes) after.set(one.nis, one);
	return changes.flatMap(({ nis, name, validTo }): Ending[] => {
		const before = known.get(nis);
		if (!before || before.validTo !== null || validTo === null) return [];
		const on = addDays(validTo, 1);
		const code = successors[nis] ?? null;
		const successor = code === null ? undefined : after.get(code);
		if (code === null) return [{ nis, name, on, successor: null }];
		if (!successor || successor.validFrom > on || (successor.validTo ?? on) < on) {
			findings.block('unknown_municipality', WHOLE_FILE, {
				value: code,
				expected: `a municipality that exists on ${on}`,
				message: `The mapping file lets ${nis} ${name} go into ${code}, which does not exist on ${on}.`
			});
			return [];
		}
		findings.ask('new_succession', WHOLE_FILE, {
			value: `${nis} ${code}`,
			message: `${nis} ${name} goes into ${code} ${successor.name} on ${on}.`
		});
		return [{ nis, name, on, successor: code }];
	});
}

/** Writes the successions, and lets the successor take the place of its parts in every region that held them all. */
export async function applyEndings(
	transaction: WriteTransaction,
	endings: readonly Ending[],
	known: ReadonlyMap<string, Municipality>,
	publication: number,
	findings: Findings
): Promise<void> {
	for (const merger of mergersOf(endings, known)) {
		await writeSuccessions(transaction, merger, publication);
		await tellObjectives(transaction, merger, findings);
	}
	for (const ending of endings) await endMemberships(transaction, ending, publication, findings);
	for (const merger of mergersOf(endings, known)) {
		await joinRegions(transaction, merger, publication, findings);
	}
}

/** What goes together into one municipality; one that keeps its code is a part of itself. */
interface NewForm {
	successor: string;
	on: Day;
	parts: string[];
}

function mergersOf(
	endings: readonly Ending[],
	known: ReadonlyMap<string, Municipality>
): NewForm[] {
	const told = endings.filter((one) => one.successor !== null);
	return [...Map.groupBy(told, ({ successor, on }) => `${successor ?? ''} ${on}`).values()].flatMap(
		(group) => {
			const [first] = group;
			if (!first?.successor) return [];
			const { successor, on } = first;
			const itself = (known.get(successor)?.validFrom ?? on) < on ? [successor] : [];
			return [{ successor, on, parts: [...itself, ...group.map(({ nis }) => nis)] }];
		}
	);
}

async function writeSuccessions(
	transaction: WriteTransaction,
	{ successor, on, parts }: NewForm,
	publication_id: number
): Promise<void> {
	const rows = parts.map((predecessor) => ({
		predecessor,
		successor,
		effective_on: on,
		publication_id
	}));
	await transaction.insertInto('succession').values(rows).execute();
}

/** The objectives of the parts: the site adds them up for the successor, limits are not applied again. */
async function tellObjectives(
	transaction: WriteTransaction,
	{ successor, on, parts }: NewForm,
	findings: Findings
): Promise<void> {
	const objectives = await transaction
		.selectFrom('objective')
		.select(['nis_code', 'scheme', 'value'])
		.distinctOn(['nis_code', 'scheme'])
		.where('nis_code', 'in', parts)
		.where('component', '=', 'total')
		.orderBy('nis_code')
		.orderBy('scheme')
		.orderBy('publication_id', 'desc')
		.execute();
	for (const [scheme, own] of Map.groupBy(objectives, (one) => one.scheme)) {
		const listed = own
			.map(({ nis_code, value }) => `${nis_code}: ${value ?? 'unknown'}`)
			.join(', ');
		const sum = own.reduce((total, { value }) => total + (value ?? 0), 0);
		const rest = parts.length - own.length;
		findings.info('structure_effect', WHOLE_FILE, {
			value: scheme,
			message:
				`${successor} takes over ${scheme} of its parts from ${on} on: ${listed}; together ${sum}` +
				(rest > 0 ? `, and ${rest} of its ${parts.length} parts without a known total.` : '.')
		});
	}
}

/** Every membership that counts, with what this import wrote of a merger so far. */
const countingMemberships = async (transaction: WriteTransaction) =>
	allMemberships(await readReference(transaction as unknown as Reader));

async function endMemberships(
	transaction: WriteTransaction,
	{ nis, on }: Ending,
	publication: number,
	findings: Findings
): Promise<void> {
	const held = await countingMemberships(transaction);
	const ended = held.filter(
		(one) => one.nis === nis && one.from < on && (one.to === null || one.to >= on)
	);
	const rows = ended.map(({ region, from }) => ({
		region,
		nis_code: nis,
		valid_from: from,
		valid_to: addDays(on, -1),
		publication_id: publication
	}));
	if (rows.length > 0) await transaction.insertInto('region_membership').values(rows).execute();
	if (ended.length === 0) return;
	findings.info('structure_effect', WHOLE_FILE, {
		value: nis,
		message: `${nis} leaves ${ended.map(({ region }) => region).join(', ')} on ${on}.`
	});
}

async function joinRegions(
	transaction: WriteTransaction,
	{ successor, on, parts }: NewForm,
	publication_id: number,
	findings: Findings
): Promise<void> {
	const held = (await countingMemberships(transaction)).filter(
		({ nis, from, to }) =>
			(nis === successor || parts.includes(nis)) &&
			from <= on &&
			(to === null || to >= addDays(on, -1))
	);
	for (const [region, own] of Map.groupBy(held, (one) => one.region)) {
		const members = new Set(own.map(({ nis }) => nis));
		const already = own.some(({ nis, to }) => nis === successor && (to === null || to >= on));
		const absent = parts.filter((part) => !members.has(part));
		if (already && absent.length === 0) continue;
		const joins = !already && absent.length === 0;
		if (joins) {
			await transaction
				.insertInto('region_membership')
				.values({ region, nis_code: successor, valid_from: on, valid_to: null, publication_id })
				.execute();
		}
		findings.info('structure_effect', WHOLE_FILE, {
			value: region,
			message: joins
				? `${successor} takes the place of its parts in ${region} on ${on}.`
				: `Only some parts of ${successor} belong to ${region} (not ${absent.join(', ')}): decide whether it does from ${on} on.`
		});
	}
}
