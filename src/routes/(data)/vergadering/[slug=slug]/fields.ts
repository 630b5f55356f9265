import { DIVISION_KEYS } from '#lib/domain/division.ts';
import { PACK } from '#lib/server/asked/page-questions.ts';
import { namesIn } from '#lib/server/asked/parameter.ts';
import { SHARE, YEAR_END } from '#lib/server/asked/notations.ts';
import { DIVISION } from '#lib/server/asked/questions.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { PACK_PARTS } from '#lib/server/standing/meeting-asked.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { PART_WORDS } from '#lib/text/meeting.ts';
import { parametersOf } from '../../../links.ts';

/** What stands in the fields of the form that chooses what a pack holds. */
export type PackFields = ReturnType<typeof fieldsOf>;

/** The fields of the form, as the address filled them. */
export function fieldsOf(url: URL, { asked, sheets, standing, moment, scenario }: MeetingPack) {
	const names = namesIn('page', PACK);
	const { goal, by, key } = namesIn('page', DIVISION);
	const own = new Set([...Object.values(names), goal, by, key]);
	const chosen = new Set(sheets.map((one) => one.municipality.nis));
	const wished = asked.division;
	return {
		names,
		kept: parametersOf(url, (name) => !own.has(name)),
		parts: PACK_PARTS.map((part) => ({
			...PART_WORDS[part],
			chosen: asked.parts.includes(part)
		})),
		since: asked.since,
		latest: moment.known,
		members: standing.members.map(({ municipality: { nis, name } }) => ({
			nis,
			name,
			chosen: chosen.has(nis)
		})),
		chosenMembers: chosen.size,
		choosesMembers: asked.members !== null || chosen.size === 0,
		scenario: {
			asked: wished.goal !== null || wished.by !== null,
			goal: {
				name: goal,
				value: wished.goal === null ? '' : SHARE.page.write(wished.goal).replace('.', ',')
			},
			by: {
				name: by,
				value: wished.by === null ? '' : YEAR_END.page.write(wished.by),
				usual: YEAR_END.page.write(scenario?.road.scenario.by ?? DEFAULT_BY)
			},
			key: {
				name: key,
				value: KEY_WORDS[asked.division.key].slug,
				options: DIVISION_KEYS.map((one) => KEY_WORDS[one])
			}
		}
	};
}
