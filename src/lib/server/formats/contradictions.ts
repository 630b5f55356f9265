import type { Side } from '#lib/domain/contradiction.ts';
import { definitionIn } from '#lib/domain/indicators.ts';
import type { PublishedNumber } from '#lib/domain/published-number.ts';
import { explanationOf, unitOf } from '#lib/tables/contradictions.ts';
import type { Contradiction } from '../api/answers/contradictions.ts';
import type { Reference } from '../reference/reference.ts';
import type { KnownContradiction } from '../standing/contradictions.ts';
import { publicationSource } from './figure-json.ts';

/** Two published numbers that differ as `/api/v1/contradictions` gives them. */
export const contradictionJson = (one: KnownContradiction, facts: Reference): Contradiction => ({
	id: one.id,
	kind: one.kind,
	topic: one.topic,
	basis: one.basis,
	nis: one.nis,
	region: one.region,
	name: one.name,
	scheme: one.first.scheme,
	round: one.first.year,
	unit: unitOf(one.first),
	first: sideJson(one.first, facts),
	second: sideJson(one.second, facts),
	difference: one.difference,
	outcome: one.outcome,
	steps: one.steps.map((step) => ({ ...step })),
	rest: one.rest,
	explanation: explanationOf(one, facts)
});

const said = ({ code, date, value, category, status }: Side | PublishedNumber) => ({
	code,
	date,
	value: category ?? value ?? 0,
	status
});

const sideJson = (side: Side, facts: Reference): Contradiction['first'] => ({
	...said(side),
	definition: definitionIn(side),
	sources: side.publications.flatMap((id) => {
		const publication = publicationSource(facts, id);
		const publisher = facts.publications.get(id)?.publisher ?? '';
		return publication ? [{ publisher, publication }] : [];
	}),
	reckonedFrom: side.from.map(said),
	note: side.note
});
