import * as v from 'valibot';
import { fieldsOf, type Column } from '#lib/tables/column.ts';
import type { Field } from '#lib/tables/field.ts';
import { Indicator } from './answers/changes.ts';
import { DivisionKey, Undivided } from './answers/division.ts';
import { Definition, Reason, ReplyFigureName, Status } from './answers/figure.ts';
import { Category, ObjectiveStatus, RegionKind } from './answers/municipality.ts';
import { PublicationKind } from './answers/publications.ts';
import { FigureChangeKind } from './answers/versions.ts';
import { day, decimal, flag, maybe, nis, of, oneOf, shape, text, whole } from './answers/fields.ts';
import { CONTRADICTION_KIND_MEANINGS, TOPIC_MEANINGS } from '../asked/words.ts';
import {
	BASIS_MEANINGS,
	CERTAINTY_MEANINGS,
	COMPONENT_KIND_MEANINGS,
	EVENT_MEANINGS,
	FIGURE_PART_MEANINGS,
	GOAL_KIND_MEANINGS,
	GROUND_MEANINGS,
	MENTION_KIND_MEANINGS,
	MENTION_UNIT_MEANINGS,
	ORIGIN_MEANINGS,
	OUTCOME_MEANINGS,
	REPLY_STATE_MEANINGS,
	PART_KIND_MEANINGS,
	PART_OF_MEANINGS,
	TARGET_GROUP_MEANINGS
} from './answers/words.ts';

/** The lists of words that have a name in the document. */
const NAMED: Readonly<Record<string, v.GenericSchema>> = {
	Status,
	Reason,
	Definition,
	Indicator,
	DivisionKey,
	Undivided,
	Category,
	ObjectiveStatus,
	RegionKind,
	PublicationKind,
	FigureChangeKind,
	ReplyFigureName
};

/** Those that have none: their words stand in the field. */
const LISTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	Basis: BASIS_MEANINGS,
	BridgeOutcome: OUTCOME_MEANINGS,
	Certainty: CERTAINTY_MEANINGS,
	ComponentKind: COMPONENT_KIND_MEANINGS,
	ContradictionKind: CONTRADICTION_KIND_MEANINGS,
	Event: EVENT_MEANINGS,
	FigurePart: FIGURE_PART_MEANINGS,
	GoalKind: GOAL_KIND_MEANINGS,
	Ground: GROUND_MEANINGS,
	MentionKind: MENTION_KIND_MEANINGS,
	MentionUnit: MENTION_UNIT_MEANINGS,
	Origin: ORIGIN_MEANINGS,
	ReplyState: REPLY_STATE_MEANINGS,
	Topic: TOPIC_MEANINGS,
	PartKind: PART_KIND_MEANINGS,
	PartOf: PART_OF_MEANINGS,
	TargetGroup: TARGET_GROUP_MEANINGS
};

type Kind = Field<never>['kind'];

/** A cell that is never blank. */
function filled(kind: Kind, meaning: string): v.GenericSchema {
	if (typeof kind !== 'string') {
		const named = NAMED[kind.word];
		return named ? of(named, meaning) : oneOf(LISTED[kind.word] ?? {}, meaning);
	}
	switch (kind) {
		case 'nis':
			return nis(meaning);
		case 'date':
			return day(meaning);
		case 'flag':
			return flag(meaning);
		case 'whole':
		case 'count':
			return whole(meaning);
		case 'number':
		case 'size':
			return decimal(meaning);
		case 'text':
		case 'slug':
		case 'list':
		case 'sha256':
			return text(meaning);
		default:
			return kind satisfies never;
	}
}

const NUMBERS: ReadonlySet<Kind> = new Set(['whole', 'count', 'number', 'size']);

/** A cell that can be blank, which is null. */
function blankable(kind: Kind, meaning: string): v.GenericSchema {
	if (typeof kind !== 'string') return maybe(NAMED[kind.word] ?? filled(kind, meaning), meaning);
	if (kind === 'flag') return maybe(v.boolean(), meaning);
	if (kind === 'date') return maybe(day(meaning), meaning);
	return maybe(NUMBERS.has(kind) ? v.number() : v.string(), meaning);
}

/**
 * The rows of the CSV form of a table: its fields in their order. A blank cell is null; an apostrophe stands before text that
 * a spreadsheet would run.
 * @param about what a row is
 */
export const rowShape = (columns: readonly Column<never, never, never>[], about: string) =>
	shape(
		Object.fromEntries(
			fieldsOf(columns).map(({ name, kind, blank, meaning }) => [
				name,
				blank ? blankable(kind, meaning) : filled(kind, meaning)
			])
		),
		about
	);
