/** What is kept of proposals at the desk: a new one, and each step that one takes. */
import { NEXT_STATES, type KeptProposal, type ProposalState } from '#lib/domain/agreement.ts';
import type { Day } from '#lib/domain/dates.ts';
import { signFor } from '../database/chain-signing.ts';
import type { Database } from '../database/database.ts';
import type { WriteTransaction } from '../database/schema.ts';
import { sealAgreement } from '../desk/release/chain.ts';
import type { Person } from '../people/roles.ts';
import { agreedSteps } from '../queries/proposals.ts';
import { writeDeed } from './log.ts';

/** A step, with the day of the meeting or decision, and why or where that stands. */
export interface Step {
	state: ProposalState;
	decidedOn: Day;
	because: string | null;
}

/** Keeps a proposal as a draft; no page shows it. @returns its number */
export const keepProposal = (
	database: Database,
	kept: Omit<KeptProposal, 'id'>,
	step: Omit<Step, 'state'>,
	person: Person,
	today: Day
): Promise<number> =>
	database.changeQuietly(async (transaction) => {
		const { on, by, ...columns } = kept;
		const { id } = await transaction
			.insertInto('proposal')
			.values({ ...columns, stock_on: on, reach_on: by })
			.returning('id')
			.executeTakeFirstOrThrow();
		await writeStep(transaction, id, { ...step, state: 'draft' }, person, today);
		return id;
	});

/**
 * Takes a step with a proposal. What was agreed, and what of that is taken back, is sealed and stands on the pages from today.
 * @returns false when that step cannot follow the one before it, and nothing was written
 */
export const takeStep = (
	database: Database,
	id: number,
	step: Step,
	person: Person,
	today: Day
): Promise<boolean> =>
	database.change(async (transaction) => {
		const before = await transaction
			.selectFrom('proposal_step')
			.select('state')
			.where('proposal_id', '=', id)
			.orderBy('id', 'desc')
			.executeTakeFirst();
		if (!before || !NEXT_STATES[before.state].includes(step.state)) return false;
		if (person.organisation) await signFor(transaction, person.organisation);
		await writeStep(transaction, id, step, person, today);
		return true;
	});

async function writeStep(
	transaction: WriteTransaction,
	proposal: number,
	{ state, decidedOn, because }: Step,
	person: Person,
	today: Day
): Promise<void> {
	const { id } = await transaction
		.insertInto('proposal_step')
		.values({
			...{ proposal_id: proposal, state, because },
			...{ decided_on: decidedOn, known_from: today, account_id: person.account }
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const isShown = (await agreedSteps(transaction)).some(({ step }) => step === id);
	if (isShown) await sealAgreement(transaction, id);
	const detail = `voorstel ${proposal}: ${state}`;
	await writeDeed(transaction, person, { action: 'proposal', done: true, why: because, detail });
}
