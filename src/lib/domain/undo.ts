/** What was done, so that it can be undone. */
export interface Steps<State> {
	now: State;
	/** The states before, the oldest first. */
	before: readonly State[];
}

export const begin = <State>(now: State): Steps<State> => ({ now, before: [] });

/** One step further. */
export const done = <State>({ now, before }: Steps<State>, next: State): Steps<State> => ({
	now: next,
	before: [...before, now]
});

/** One step back; the beginning stays. */
export const undone = <State>(steps: Steps<State>): Steps<State> =>
	steps.before.length === 0
		? steps
		: { now: steps.before.at(-1) as State, before: steps.before.slice(0, -1) };
