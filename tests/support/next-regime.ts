import { facts } from './facts.ts';

/** The last day of the first regime, which is the baseline of the next. */
export const BASELINE = '2025-12-31';

/** The municipalities of 2026. */
export const TOWNS = facts.municipalities.filter(
	(one) => one.valid_from <= '2026-01-01' && (one.valid_to ?? '9') > '2026-01-01'
);

/** What the made-up file says of a municipality: few homes, so that they can be true of the smallest too. */
export const madeUp = (nis: string) => {
	const place = TOWNS.findIndex((one) => one.nis_code === nis);
	return { baseline: 1 + (place % 6), objective: 1 + (place % 2), realised: place % 2 };
};

/** The numbers of all municipalities together. */
export const madeUpSum = (of: keyof ReturnType<typeof madeUp>): number =>
	TOWNS.reduce((sum, { nis_code: nis }) => sum + madeUp(nis)[of], 0);

/**
 * The sheet that everybody waits for, made up for all municipalities of 2026: baseline, objective and what was realised.
 * @param head of the objective
 * @param title above the table
 */
export const nextRegimeSheet = (head = 'BSO 2026-2042', title = 'Toestand op 31/12/2025'): string =>
	[
		`${title};;;;`,
		`Gemeente;NIS;Nulmeting;${head};Gerealiseerd`,
		...TOWNS.map(({ nis_code: nis, name }) => {
			const { baseline, objective, realised } = madeUp(nis);
			return [name, nis, baseline, objective, realised].join(';');
		}),
		''
	].join('\n');

/** What a person says with it. */
export const SAID = {
	publishedOn: '2026-10-01',
	title: 'Verzonnen objectieven',
	publisher: 'Proef'
};
