import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { ReadOptions } from './layout.ts';

const OBSERVED = /(?<!\d)\d{4}\s?[-–]\s?(\d{4})\s*:?\s*(waarneming|waargenomen|observ|registr)/i;

/**
 * Last year that was counted, as the file's titles or the person who imports says; asked when neither does.
 * @param years first and last year of the file
 */
export function observedUntil(
	titles: string,
	years: { first: string; last: string },
	options: ReadOptions,
	findings: Findings
): number | null {
	const told = Number(OBSERVED.exec(titles)?.[1] ?? 0) || null;
	const given = options.observedUntil;
	if (told !== null && given !== null && told !== given) {
		findings.block('year_off_by_one', WHOLE_FILE, {
			value: given,
			expected: String(told),
			message: `The title says that the figures up to ${told} were counted, and --observed-until says ${given}.`
		});
	}
	if (told === null && given === null) {
		findings.block('observed_until_missing', WHOLE_FILE, {
			expected: '--observed-until YEAR',
			message:
				`The years ${years.first} to ${years.last} do not say which were counted and which are projections. ` +
				'Give the last year that was counted.'
		});
	}
	return given ?? told;
}
