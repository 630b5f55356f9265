import type { Reply } from '#lib/domain/reply.ts';
import type { MunicipalitySheet } from '#lib/server/standing/municipality-sheets.ts';

/** What a municipality said of its own figures. */
export const repliesOf = (
	{ municipality: { nis } }: MunicipalitySheet,
	{ replies }: { replies: readonly Reply[] }
): readonly Reply[] => replies.filter((one) => one.nis === nis);
