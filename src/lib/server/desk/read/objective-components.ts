// The parts of an objective that a column can hold.

/** The parts of an objective that a file may give (db/docs/objective.md). */
export const OBJECTIVE_COMPONENTS = [
	'total',
	'steps_1_2',
	'catch_up',
	'covenant',
	'total_supply',
	'remaining'
] as const;

export type ObjectiveComponent = (typeof OBJECTIVE_COMPONENTS)[number];
