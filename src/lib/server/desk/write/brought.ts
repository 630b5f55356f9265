/** What a file brings to the database. */
export interface Brought {
	/** Id of the new publication; null when nothing was written. */
	publication: number | null;
	/** Sound figures of municipalities. */
	figures: number;
	/** New and changed municipalities. */
	municipalities: number;
	/** Objectives of municipalities. */
	objectives: number;
	/** Categories of municipalities in a progress test. */
	categories: number;
	/** Figures of regions as a whole. */
	regionFigures: number;
	/** Memberships that begin or end. */
	memberships: number;
	/** Rows of each sort of rule, with what one and several are called. */
	rules: readonly (readonly [count: number, one: string, many: string])[];
	/** Practice figures that the file retires. */
	retired: number;
	/** Earlier published figures that the file gives another value. */
	replaced: number;
}

/** Nothing at all. */
export const NOTHING: Brought = {
	publication: null,
	figures: 0,
	municipalities: 0,
	objectives: 0,
	categories: 0,
	regionFigures: 0,
	memberships: 0,
	rules: [],
	retired: 0,
	replaced: 0
};
