import { expect, test } from 'vitest';
import { agreementsOn, NEXT_STATES, proposalKept, type AgreementStep } from './agreement.ts';
import { builtIn } from './proposal.ts';

const step = (more: Partial<AgreementStep>): AgreementStep => ({
	...{ id: 1, region: 'kortrijk', name: 'Proef', organisation: 'Proefregio', goal: 1100 },
	...{ on: '2020-12-31', by: '2030-12-31', parts: '34022-5', exchanges: '', predecessor: null },
	...{ step: 1, state: 'agreed' as const, agreedOn: '2024-02-01', knownFrom: '2024-02-03' },
	because: null,
	...more
});

test('an agreement counts from the day on which it was known, until it is taken back', () => {
	const steps = [
		step({}),
		step({ step: 2, state: 'withdrawn', agreedOn: '2024-05-01', knownFrom: '2024-05-02' })
	];
	const known = (day: string) => agreementsOn(steps, day).get('kortrijk')?.step ?? null;
	expect(['2024-02-02', '2024-02-03', '2024-05-01', '2024-05-02'].map(known)).toEqual([
		null,
		1,
		1,
		null
	]);
});

test('of a region the one counts that was decided last, whenever it was entered', () => {
	const steps = [
		step({ id: 1, step: 1, agreedOn: '2024-03-01' }),
		step({ id: 2, step: 2, agreedOn: '2024-02-01' }),
		step({ id: 3, step: 3, region: 'genk' })
	];
	const found = agreementsOn(steps, '2024-12-31');
	expect(found.get('kortrijk')?.id).toBe(1);
	expect(found.get('genk')?.id).toBe(3);
});

test('what was agreed can only be taken back, and what is gone stays so', () => {
	expect(NEXT_STATES.agreed).toEqual(['withdrawn']);
	expect(NEXT_STATES.withdrawn).toEqual([]);
});

test('the parts and exchanges that were kept are those of the proposal', () => {
	const kept = proposalKept({ parts: '34022-100,34027-50', exchanges: '34027-34022-10' });
	expect(['34022', '34027'].map((nis) => builtIn(kept, nis))).toEqual([90, 60]);
});
