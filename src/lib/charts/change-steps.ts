/** One step of a waterfall: from where to where the bar runs, measured from the start. */
export interface Step {
	from: number;
	to: number;
}

/** Bars of changes that follow one another, each beginning where the one before ends; the first begins at 0. */
export function steps(changes: readonly number[]): Step[] {
	let at = 0;
	return changes.map((change) => ({ from: at, to: (at += change) }));
}

/** The stretch that holds every bar of several waterfalls and the start itself. */
export function extentOf(waterfalls: readonly (readonly number[])[]): [min: number, max: number] {
	const ends = waterfalls.flatMap((changes) => steps(changes).map((step) => step.to));
	return [Math.min(0, ...ends), Math.max(0, ...ends)];
}
