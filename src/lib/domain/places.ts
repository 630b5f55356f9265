import { addDays, type Day } from './dates.ts';
import { fromObservation, sumOfAll, unknown, type Figure, type Observation } from './figure.ts';
import type { Indicator } from './indicators.ts';

/** A municipality in one legal form. */
export interface Municipality {
	nis: string;
	name: string;
	province: string;
	arrondissement: string;
	validFrom: Day;
	validTo: Day | null;
	longitude: number | null;
	latitude: number | null;
	areaKm2: number | null;
}

/** One predecessor going into one successor; a code may succeed itself (Antwerpen took in Borsbeek and kept its code). */
export interface Succession {
	predecessor: string;
	successor: string;
	on: Day;
}

/** A merger seen from the municipality that came out of it. */
interface Merger {
	on: Day;
	/** The day before, the last of what merged. */
	eve: Day;
	predecessors: readonly string[];
}

/** The municipalities of all structures and how they follow one another. */
export interface Places {
	byCode: ReadonlyMap<string, Municipality>;
	/** Whether a code is in force on a day. */
	inForce(nis: string, day: Day): boolean;
	/** The municipalities in force on a day, by NIS code. */
	validOn(day: Day): readonly Municipality[];
	/** The latest merger that made this code, on or before a day; null when there was none. */
	mergerInto(nis: string, upTo: Day): Merger | null;
	/** The merger in which this code went up, if any; not for a code that kept itself. */
	wentInto(nis: string): Succession | null;
	/** The code itself and every code that went into it up to a day (or ever), at any depth. */
	withPredecessors(nis: string, upTo?: Day): readonly string[];
	/**
	 * The ground of some municipalities in the structure of a day, as the codes that came from no other one: the same before
	 * and after a merger of all of them.
	 */
	groundOf(codes: Iterable<string>, day: Day): ReadonlySet<string>;
	/** The code in force on a day for what this municipality was: itself, a predecessor's successor, at any depth. */
	successorOn(nis: string, day: Day): string | null;
}

/** Indexes municipalities and successions. Pure; the maps are built once. */
export function createPlaces(
	municipalities: readonly Municipality[],
	successions: readonly Succession[]
): Places {
	const byCode = new Map(municipalities.map((one) => [one.nis, one]));
	const mergers = mergersByCode(successions);
	const leaving = new Map(
		successions
			.filter((one) => one.predecessor !== one.successor)
			.map((one) => [one.predecessor, one])
	);
	const byDay = new Map<Day, readonly Municipality[]>();

	const withPredecessors = (nis: string, upTo: Day = '9999-12-31'): string[] => {
		const found = new Set([nis]);
		for (const code of found) {
			for (const merger of mergers.get(code) ?? []) {
				if (merger.on > upTo) continue;
				for (const predecessor of merger.predecessors) found.add(predecessor);
			}
		}
		return [...found];
	};
	const isOriginal = (nis: string) =>
		(mergers.get(nis) ?? []).every((merger) => merger.predecessors.includes(nis));
	const isValid = (one: Municipality | undefined, day: Day) =>
		one !== undefined && one.validFrom <= day && (one.validTo === null || one.validTo >= day);

	return {
		byCode,
		inForce: (nis, day) => isValid(byCode.get(nis), day),
		validOn(day) {
			let found = byDay.get(day);
			if (!found) {
				found = municipalities.filter((one) => isValid(one, day));
				if (byDay.size > 500) byDay.clear();
				byDay.set(day, found);
			}
			return found;
		},
		mergerInto(nis, upTo) {
			return mergers.get(nis)?.findLast((merger) => merger.on <= upTo) ?? null;
		},
		wentInto: (nis) => leaving.get(nis) ?? null,
		withPredecessors,
		groundOf: (codes, day) =>
			new Set([...codes].flatMap((nis) => withPredecessors(nis, day)).filter(isOriginal)),
		successorOn(nis, day) {
			let code: string | undefined = nis;
			while (code !== undefined && !isValid(byCode.get(code), day)) {
				code = leaving.get(code)?.successor;
			}
			return code ?? null;
		}
	};
}

function mergersByCode(successions: readonly Succession[]): Map<string, Merger[]> {
	const found = new Map<string, (Merger & { predecessors: string[] })[]>();
	const inOrder = [...successions].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
	for (const { predecessor, successor, on } of inOrder) {
		const mergers = found.get(successor) ?? [];
		const last = mergers.at(-1);
		if (last?.on === on) last.predecessors.push(predecessor);
		else mergers.push({ on, eve: addDays(on, -1), predecessors: [predecessor] });
		found.set(successor, mergers);
	}
	return found;
}

/** Finds the observations of one municipality, indicator and date, the newest known first. */
export type Lookup = (nis: string, indicator: Indicator, date: Day) => readonly Observation[];

/** What is asked: a quantity of a municipality as it is in one structure, at one reference date. */
export interface Question {
	nis: string;
	structureOn: Day;
	indicator: Indicator;
	date: Day;
}

/**
 * The figure of a municipality in a given structure. A figure published for that form of the municipality wins;
 * otherwise an additive quantity is the sum of its predecessors («samengesteld»), at any depth (domain.md R10).
 * Only for additive indicators: ratios are recomputed from sums.
 */
export function figureOf(places: Places, lookup: Lookup, question: Question): Figure {
	const { nis, structureOn, indicator, date } = question;
	const merger = places.mergerInto(nis, structureOn);
	const observations = lookup(nis, indicator, date);
	const own = observations.find((one) => sameForm(places, nis, one, structureOn));
	if (own) return fromObservation(own);
	if (!merger) {
		const reason = observations.length > 0 ? 'newer_structure' : 'not_published';
		return unknown(date, reason, [nis], indicator);
	}
	const parts = merger.predecessors.map((predecessor) => ({
		nis: predecessor,
		figure: figureOf(places, lookup, { ...question, nis: predecessor, structureOn: merger.eve })
	}));
	if (parts.every((part) => part.figure.value === null && part.figure.reason === 'not_published')) {
		return unknown(date, 'not_published', [nis], indicator);
	}
	return sumOfAll(parts, date);
}

/**
 * The municipalities without a merger of their own that a municipality consists of in a structure, at any depth, each with
 * the last day of its own form; itself when it came from no merger.
 * @param since a merger up to this day is not undone
 */
export function formsBefore(
	places: Places,
	nis: string,
	structureOn: Day,
	since: Day = ''
): { nis: string; structureOn: Day }[] {
	const merger = places.mergerInto(nis, structureOn);
	if (!merger || merger.on <= since) return [{ nis, structureOn }];
	return merger.predecessors.flatMap((one) => formsBefore(places, one, merger.eve, since));
}

/** Whether an observation is of the municipality in the form that it has in the structure asked for. */
function sameForm(places: Places, nis: string, one: Observation, structureOn: Day): boolean {
	const published = formOn(places, nis, one);
	return places.mergerInto(nis, published)?.on === places.mergerInto(nis, structureOn)?.on;
}

/** The day whose structure an observation follows; a code that begins later than that day is of its own first form. */
function formOn(places: Places, nis: string, one: Observation): Day {
	const day = one.structureOn ?? one.date;
	const begins = places.byCode.get(nis)?.validFrom ?? day;
	return begins > day ? begins : day;
}
