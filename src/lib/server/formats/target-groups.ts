import { areaOf, type TargetGroupPart } from '#lib/domain/target-groups.ts';
import { fraction } from '#lib/domain/share.ts';
import type { TargetGroup } from '../api/answers/target-groups.ts';
import type { Reference } from '../reference/reference.ts';
import { publicationSource } from './figure-json.ts';

/** A part for a target group as the API gives it. */
export const targetGroupJson = (part: TargetGroupPart, facts: Reference): TargetGroup => {
	const { basisPoints, publication, ...told } = part;
	return {
		area: areaOf(part),
		...told,
		share: fraction(basisPoints),
		source: publicationSource(facts, publication)
	};
};
