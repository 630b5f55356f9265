import { derived, unknown, type Figure } from './figure.ts';
import { isEstimate } from './status.ts';
import { dwellingsIn, roomToCap, stepOne } from './objective-formula.ts';
import { reachesShare } from './share.ts';

/** What the formula of the rental objective starts from; each may be unknown. */
export interface FormulaInputs {
	/** Dwellings. */
	provincialObjective: Figure;
	provincialHouseholds: Figure;
	/** Private households on the scheme's day for households. */
	households: Figure;
	/** Dwellings in the baseline. */
	stock: Figure;
	/** Hundredths of a per cent. */
	capBasisPoints: number | null;
	/** Hundredths of a per cent below which a catch-up can be asked. */
	catchUpBasisPoints: number | null;
}

/** What was entered of an objective, in dwellings; unknown where nobody published it. */
export interface EnteredParts {
	total: Figure;
	stepsOneTwo: Figure;
	catchUp: Figure;
}

/** How an objective is made up, in dwellings. */
export interface BuildUp extends EnteredParts {
	stepOne: Figure;
	/** Dwellings from the baseline up to the limit; 0 when it was reached. */
	room: Figure;
}

/**
 * The build-up of one municipality's rental objective (domain.md R2): what was entered stays; a part that was not is the
 * difference of two that were, else what the formula gives, else unknown. The total is never computed from the formula,
 * and neither is a catch-up: its size was decided.
 */
export function buildUp(entered: EnteredParts, inputs: FormulaInputs): BuildUp {
	const first = firstStep(inputs);
	const room = roomOf(inputs);
	const catchUp = catchUpOf(entered, inputs);
	return {
		stepOne: first,
		room,
		stepsOneTwo: stepsOneTwoOf(entered, catchUp, first, room),
		catchUp,
		total: entered.total
	};
}

function firstStep(inputs: FormulaInputs): Figure {
	const { provincialObjective, provincialHouseholds, households } = inputs;
	const [whole, all, own] = [provincialObjective, provincialHouseholds, households];
	if (whole.value === null) return unknown(own.date, 'no_provincial_objective');
	if (own.value === null || !all.value) return unknown(own.date, 'no_baseline');
	return derived(stepOne(whole.value, own.value, all.value), own.date, [whole, all, own]);
}

function roomOf({ households, stock, capBasisPoints }: FormulaInputs): Figure {
	if (capBasisPoints === null || households.value === null || stock.value === null)
		return unknown(stock.date, 'no_baseline');
	const room = roomToCap(households.value, stock.value, capBasisPoints);
	return derived(dwellingsIn(room), stock.date, [households, stock]);
}

function catchUpOf(entered: EnteredParts, inputs: FormulaInputs): Figure {
	const { total, stepsOneTwo, catchUp } = entered;
	if (catchUp.value !== null) return catchUp;
	if (total.value !== null && stepsOneTwo.value !== null)
		return derived(total.value - stepsOneTwo.value, total.date, [total, stepsOneTwo]);
	if (total.value === 0) return derived(0, total.date, [total]);
	const { stock, households } = inputs;
	return isAboveCatchUp(inputs)
		? derived(0, total.date, [stock, households])
		: unknown(total.date, 'no_formula');
}

/** Whether no catch-up can be asked; false also when that is unknown. */
function isAboveCatchUp({ stock, households, catchUpBasisPoints }: FormulaInputs): boolean {
	if (stock.value === null || households.value === null || catchUpBasisPoints === null)
		return false;
	return reachesShare(stock.value, households.value, catchUpBasisPoints);
}

function stepsOneTwoOf(
	{ total, stepsOneTwo }: EnteredParts,
	catchUp: Figure,
	first: Figure,
	room: Figure
): Figure {
	if (stepsOneTwo.value !== null) return stepsOneTwo;
	if (isEstimate(total)) return total; // our estimate is steps 1 and 2, without a catch-up
	if (total.value !== null && catchUp.value !== null)
		return derived(total.value - catchUp.value, total.date, [total, catchUp]);
	if (room.value === 0) return derived(0, room.date, [room]);
	if (first.value === null) return first;
	if (room.value === null) return room;
	return derived(Math.min(first.value, room.value), room.date, [first, room]);
}

/** Steps 1 and 2 as the formula gives them, whatever was entered. */
export const stepsOneTwoBy = (inputs: FormulaInputs): Figure => {
	const none = unknown(inputs.households.date, 'not_published');
	return buildUp({ total: none, stepsOneTwo: none, catchUp: none }, inputs).stepsOneTwo;
};

/** What is tested of an entered objective. */
export type CheckKind = 'sum' | 'formula' | 'room' | 'catch_up';

/** An entered number that the formula does not give. */
interface ObjectiveFinding {
	kind: CheckKind;
	/** Dwellings. */
	entered: number;
	/** Dwellings; the most that is possible for `room` and `catch_up`. */
	expected: number;
}

/** Which tests could be done, and what they found. */
export interface ObjectiveCheck {
	tested: CheckKind[];
	findings: ObjectiveFinding[];
}

/** A deviation up to this many dwellings is rounding. */
const TOLERANCE = 1;

/**
 * Compares an entered objective with steps 1 and 2 of the formula (domain.md R2). Never a replacement: a deviation of more
 * than one dwelling may be an error, a protocol, a later decision or a merger. Only published numbers are compared;
 * an estimate proves nothing.
 */
export function checkObjective(entered: EnteredParts, inputs: FormulaInputs): ObjectiveCheck {
	const sure = {
		total: sureOf(entered.total),
		stepsOneTwo: sureOf(entered.stepsOneTwo),
		catchUp: sureOf(entered.catchUp)
	};
	const basis = sureInputs(inputs);
	const steps = enteredSteps(sure, basis);
	const { stepOne: first, room } = buildUp(sure, basis);
	const tests: ([CheckKind, number, number, 'equal' | 'at_most'] | null)[] = [
		sumTest(sure),
		steps === null || first.value === null || room.value === null
			? null
			: ['formula', steps, Math.min(first.value, room.value), 'equal'],
		steps === null || room.value === null || first.value !== null
			? null
			: ['room', steps, room.value, 'at_most'],
		isAboveCatchUp(basis) && sure.catchUp.value !== null
			? ['catch_up', sure.catchUp.value, 0, 'at_most']
			: null
	];
	const done = tests.filter((test) => test !== null);
	return {
		tested: done.map(([kind]) => kind),
		findings: done
			.filter(([, value, expected, how]) =>
				how === 'equal' ? Math.abs(value - expected) > TOLERANCE : value - expected > TOLERANCE
			)
			.map(([kind, value, expected]) => ({ kind, entered: value, expected }))
	};
}

function sumTest({
	total,
	stepsOneTwo,
	catchUp
}: EnteredParts): [CheckKind, number, number, 'equal'] | null {
	if (total.value === null || stepsOneTwo.value === null || catchUp.value === null) return null;
	return ['sum', total.value, stepsOneTwo.value + catchUp.value, 'equal'];
}

/** Steps 1 and 2 as entered, or what the entered total leaves for them; null when neither says. */
function enteredSteps(entered: EnteredParts, basis: FormulaInputs): number | null {
	const { total, stepsOneTwo } = entered;
	if (stepsOneTwo.value !== null) return stepsOneTwo.value;
	const catchUp = catchUpOf(entered, basis).value;
	return total.value === null || catchUp === null ? null : total.value - catchUp;
}

const sureOf = (figure: Figure): Figure =>
	isEstimate(figure) ? unknown(figure.date, 'not_published') : figure;

const sureInputs = (inputs: FormulaInputs): FormulaInputs => ({
	...inputs,
	provincialObjective: sureOf(inputs.provincialObjective),
	provincialHouseholds: sureOf(inputs.provincialHouseholds),
	households: sureOf(inputs.households),
	stock: sureOf(inputs.stock)
});
