import type { BuildUp, EnteredParts, ObjectiveCheck } from '#lib/domain/build-up.ts';
import type { Day } from '#lib/domain/dates.ts';
import { unknown, type Figure } from '#lib/domain/figure.ts';
import { isEstimate } from '#lib/domain/status.ts';
import type { ObjectiveStatus } from '#lib/domain/objective.ts';
import { formsBefore, type Municipality } from '#lib/domain/places.ts';
import { measuredRegimes, periodOf, phaseOn } from '#lib/domain/regime.ts';
import type { Database } from '../database/database.ts';
import type { ObjectiveComponent } from '../queries/objectives.ts';
import { isOut, reference, type Reference } from '../reference/reference.ts';
import type { Moment } from './moment.ts';
import type { BesideProgress, MeasuredScheme } from './standing.ts';
import {
	assess,
	figureOfRow,
	formulaScheme,
	readBasis,
	rowsOf,
	type Basis
} from './objective-basis.ts';

export type Scheme = Reference['schemes'][number];
export type SchemeRule = Reference['schemeRules'][number];

/** How sure a component is: published, computed from what was published, an estimate of ours, or not known. */
type Origin = 'published' | 'derived' | 'estimated' | 'unknown';

/** One component of an objective, with the rule that makes it. */
export interface ObjectiveLine {
	code: string;
	name: string;
	about: string | null;
	/** Whether it is a part, a limit, the sum, or stands apart and counts for nothing. */
	kind: SchemeRule['kind'] | 'total' | 'beside';
	figure: Figure;
	origin: Origin;
	legalReference: string;
	/** Publication of the rule. */
	rule: number;
	/** What the source of the figure says beside it. */
	note: string | null;
}

/** The objective of one municipality without a merger of its own. */
export interface RegimePart {
	municipality: Municipality;
	status: ObjectiveStatus;
	lines: ObjectiveLine[];
	check: ObjectiveCheck;
}

/** What one regime asks of a municipality. */
export interface OwnRegime {
	scheme: Scheme;
	/** One; several when the municipality came from a merger. */
	parts: RegimePart[];
}

/** The regimes that were known on the day and ask something of a municipality, each with its components. */
export async function regimesOf(
	database: Database,
	moment: Moment,
	municipality: Municipality
): Promise<OwnRegime[]> {
	const [own] = await allRegimes(database, moment, [municipality]);
	return own?.regimes ?? [];
}

/** The same for several municipalities, from one reading. */
export async function allRegimes(
	database: Database,
	moment: Moment,
	municipalities: readonly Municipality[]
): Promise<{ municipality: Municipality; regimes: OwnRegime[] }[]> {
	const facts = await reference(database, moment.known);
	const codes = municipalities.flatMap(({ nis }) => [
		nis,
		...formsBefore(facts.places, nis, moment.structureOn).map((form) => form.nis)
	]);
	const basis = await readBasis(database, facts, moment.known, [...new Set(codes)]);
	const schemes = knownSchemes(facts, moment.known);
	return municipalities.map((municipality) => ({
		municipality,
		regimes: schemes.flatMap((scheme) => {
			const since = scheme.baselineOn ?? scheme.startsOn ?? '';
			const own = formsBefore(facts.places, municipality.nis, moment.structureOn, since);
			const parts = own.flatMap((form) => partOf(basis, scheme, form.nis) ?? []);
			return parts.some((part) => part.lines.length > 0) ? [{ scheme, parts }] : [];
		})
	}));
}

/** A published objective of a municipality that the formula was set against. */
export interface CheckedObjective {
	municipality: Municipality;
	/** Whether the objective itself was published; else only a part of it was. */
	isTotal: boolean;
	check: ObjectiveCheck;
}

/** Every municipality of the baseline with a published objective, checked against the formula (domain.md R2). */
export async function checkedObjectives(
	database: Database,
	known: Day
): Promise<CheckedObjective[]> {
	return checkObjectives(database, await reference(database, known), known);
}

/**
 * The same, as it stands in a transaction too.
 * @param include which municipalities of the baseline, by NIS code
 */
export async function checkObjectives(
	database: Pick<Database, 'read'>,
	facts: Reference,
	known: Day,
	include: (nis: string) => boolean = () => true
): Promise<CheckedObjective[]> {
	const scheme = formulaScheme(facts);
	const towns = facts.places.validOn(scheme.baselineOn).filter((town) => include(town.nis));
	const basis = await readBasis(
		database,
		facts,
		known,
		towns.map((town) => town.nis)
	);
	return towns.flatMap((municipality) => {
		const rows = rowsOf(basis, scheme.code, municipality.nis);
		const published = rows.filter(
			(row) => !row.practice && PARTS.has(row.component) && row.value !== null
		);
		if (published.length === 0) return [];
		const isTotal = published.some((row) => row.component === 'total');
		return [{ municipality, isTotal, check: assess(basis, municipality).check }];
	});
}

const PARTS = new Set(['total', 'steps_1_2', 'catch_up']);

/** The regimes of which the source was out by a day. */
export const knownSchemes = (facts: Reference, known: Day): Scheme[] =>
	facts.schemes.filter((one) => isOut(facts, one, known));

/** The regimes that were announced and do not run yet. */
export const announcedRegimes = (
	facts: Reference,
	{ known, today }: Pick<Moment, 'known' | 'today'>
): MeasuredScheme[] =>
	measuredRegimes(knownSchemes(facts, known)).filter((one) => phaseOn(one, today) === 'announced');

/** The years of those of which an area has no number yet. @param beside where it stands in other regimes than the main one */
export const unnumberedPeriods = (
	facts: Reference,
	moment: Pick<Moment, 'known' | 'today'>,
	beside: readonly BesideProgress[]
): string[] =>
	announcedRegimes(facts, moment)
		.filter(
			({ code }) => beside.find((one) => one.scheme.code === code)?.progress.target.value == null
		)
		.map(periodOf);

/** The rules of a regime of which the source was out by a day. */
export const knownRules = (facts: Reference, scheme: string, known: Day): SchemeRule[] =>
	facts.schemeRules.filter((one) => one.scheme === scheme && isOut(facts, one, known));

function partOf(basis: Basis, scheme: Scheme, nis: string): RegimePart | null {
	const municipality = basis.facts.places.byCode.get(nis);
	if (!municipality) return null;
	const rows = rowsOf(basis, scheme.code, nis);
	const isMain = scheme.code === basis.scheme.code;
	const { made, entered, check } = assess(basis, municipality);
	const lines = isMain
		? formulaLines(basis, scheme, made, entered)
		: scheme.status === 'in_preparation'
			? openLines(basis, scheme)
			: [];
	const total = rows.find((row) => row.component === 'total');
	return {
		municipality,
		status: total?.status ?? (scheme.status === 'in_preparation' ? 'provisional' : 'unknown'),
		lines: [...lines, ...rowLines(basis, scheme, rows, isMain)],
		check: isMain ? check : { tested: [], findings: [] }
	};
}

/** The components of the formula, in the order of the rules, and their sum. */
function formulaLines(
	{ facts }: Basis,
	scheme: Scheme,
	made: BuildUp,
	entered: EnteredParts
): ObjectiveLine[] {
	const figures: Record<string, Figure> = {
		step_1: made.stepOne,
		room: made.room,
		steps_1_2: made.stepsOneTwo,
		catch_up: made.catchUp
	};
	const sure = new Set(Object.values(entered));
	const rules = facts.schemeRules.filter((one) => one.scheme === scheme.code);
	const parts = rules.flatMap((rule) => {
		const figure = figures[rule.code];
		return figure ? [line(rule, figure, originOf(figure, sure.has(figure)))] : [];
	});
	const { total } = made;
	const sum = { ...ofScheme(scheme), code: 'total', name: 'Objectief', kind: 'total' as const };
	return [
		...parts,
		{ ...sum, about: null, figure: total, origin: originOf(total, true), note: null }
	];
}

/** The components of a regime in preparation: none has a number yet. */
const openLines = ({ facts }: Basis, scheme: Scheme): ObjectiveLine[] =>
	facts.schemeRules
		.filter((rule) => rule.scheme === scheme.code && rule.kind !== 'lever')
		.map((rule) =>
			line(rule, unknown(scheme.baselineOn ?? scheme.startsOn ?? '', 'not_final'), 'unknown')
		);

/** What was published under a regime and is not in its formula: each statement with its own words. */
const rowLines = (
	{ facts }: Basis,
	scheme: Scheme,
	rows: readonly ObjectiveComponent[],
	isMain: boolean
): ObjectiveLine[] =>
	rows
		.filter((row) => row.value !== null && !row.practice && !(isMain && PARTS.has(row.component)))
		.map((row) => {
			const rule = facts.schemeRules.find(
				(one) => one.scheme === scheme.code && one.code === row.component
			);
			const figure = figureOfRow(row, scheme.startsOn ?? '');
			const isTotal = !isMain && scheme.tenure === 'rental' && row.component === 'total';
			return {
				...ofScheme(scheme),
				...(rule && { legalReference: rule.legalReference, rule: rule.publication }),
				code: row.component,
				name: isTotal ? 'Objectief' : '',
				about: null,
				kind: isTotal
					? ('total' as const)
					: isMain || scheme.tenure === 'local'
						? ('beside' as const)
						: (rule?.kind ?? 'beside'),
				figure,
				origin: 'published' as const,
				note: row.note
			};
		});

const ofScheme = (scheme: Scheme) => ({
	legalReference: scheme.legalReference,
	rule: scheme.publication
});

const line = (rule: SchemeRule, figure: Figure, origin: Origin): ObjectiveLine => ({
	code: rule.code,
	name: rule.name,
	about: rule.about,
	kind: rule.kind,
	figure,
	origin,
	legalReference: rule.legalReference,
	rule: rule.publication,
	note: null
});

function originOf(figure: Figure, entered: boolean): Origin {
	if (figure.value === null) return 'unknown';
	if (isEstimate(figure)) return 'estimated';
	return entered ? 'published' : 'derived';
}
