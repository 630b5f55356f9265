import { sql } from 'kysely';
import type { AgreementStep, KeptProposal, ProposalState } from '#lib/domain/agreement.ts';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';

const PROPOSAL = [
	'p.id',
	'p.region',
	'p.name',
	'p.organisation',
	'p.goal',
	'p.stock_on as on',
	'p.reach_on as by',
	'p.parts',
	'p.exchanges',
	'p.predecessor'
] as const;

/** What regions agreed on, and what of that they took back, in the order in which it was entered. */
export async function agreedSteps(db: Pick<Reader, 'selectFrom'>): Promise<AgreementStep[]> {
	const rows = await db
		.selectFrom('proposal_step as s')
		.innerJoin('proposal as p', 'p.id', 's.proposal_id')
		.select([
			...PROPOSAL,
			's.id as step',
			's.state',
			's.decided_on as agreedOn',
			's.known_from as knownFrom',
			's.because'
		])
		.where(
			sql<boolean>`s.state = 'agreed' or s.state = 'withdrawn' and exists (
				select 1 from proposal_step as a where a.proposal_id = s.proposal_id and a.state = 'agreed'
			)`
		)
		.orderBy('s.id')
		.execute();
	return rows as AgreementStep[];
}

/** A step that a proposal took. */
interface ProposalStep {
	proposal: number;
	state: ProposalState;
	decidedOn: Day;
	because: string | null;
	/** Who entered it, by the name of the account. */
	who: string | null;
}

/** A proposal with all steps that it took, the first one first. */
export interface ProposalAccount extends KeptProposal {
	steps: ProposalStep[];
}

/** Every proposal that was kept for some regions, or for all; the newest first. */
export async function keptProposals(
	db: Pick<Reader, 'selectFrom'>,
	regions: readonly string[] | 'all'
): Promise<ProposalAccount[]> {
	const all = db.selectFrom('proposal as p').select(PROPOSAL).orderBy('p.id', 'desc');
	const proposals = await (
		regions === 'all' ? all : all.where('p.region', 'in', [...regions, ''])
	).execute();
	const steps = await db
		.selectFrom('proposal_step as s')
		.leftJoin('account as a', 'a.id', 's.account_id')
		.select([
			's.proposal_id as proposal',
			's.state',
			's.decided_on as decidedOn',
			's.because',
			'a.name as who'
		])
		.orderBy('s.id')
		.execute();
	const byProposal = Map.groupBy(steps, ({ proposal }) => proposal);
	return proposals.map((one) => ({ ...one, steps: byProposal.get(one.id) ?? [] }));
}
