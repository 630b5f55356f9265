import type { Review } from '../import/import-file.ts';
import { tellDeviations } from '../objective-findings.ts';
import { today } from '../today.ts';
import { asReleased } from './as-released.ts';

/** What is remarkable about a publication in the light of everything that is known today. */
export const review: Review<null> = async (transaction, publication, { findings }) => {
	const day = today();
	await asReleased(transaction, publication, day, () =>
		tellDeviations(day)(transaction, publication, findings)
	);
	return null;
};
