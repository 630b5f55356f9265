import type { Day } from '#lib/domain/dates.ts';
import type { Reference } from '../../../reference/reference.ts';
import type { CodeOf } from '../../findings/rules.ts';
import type { RuleValue } from '../../read/rule-cells.ts';
import type { RuleRow } from '../../read/rules-read.ts';

/** What rules are held against: what is known, and what the file itself brings. */
export interface World {
	facts: Pick<Reference, 'places' | 'regions' | 'memberships' | 'testRounds' | 'schemes'>;
	/** Slugs with their code in the source. */
	regions: ReadonlyMap<string, string>;
	/** Day on which each round is measured, by year. */
	rounds: ReadonlyMap<number, Day>;
	/** Codes of the regimes. */
	schemes: ReadonlySet<string>;
	refuse: Refuse;
}

/** Tells what is wrong with one field of a row. */
export type Refuse = (
	row: RuleRow,
	field: string,
	code: CodeOf<'block'>,
	expected: string,
	message: string
) => void;

/** A value as a word. */
export const text = (value: RuleValue | undefined): string => String(value ?? '');
