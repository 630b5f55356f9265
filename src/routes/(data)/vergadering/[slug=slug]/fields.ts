import { DIVISION_KEYS } from '#lib/domain/division.ts';
import { PAGE_DIVISION } from '#lib/server/standing/division-asked.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import { PACK_PARTS, PAGE_PACK } from '#lib/server/standing/meeting-asked.ts';
import { DEFAULT_BY } from '#lib/server/standing/scenario.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import { PART_WORDS } from '#lib/text/meeting.ts';
import { parametersOf } from '../../../links.ts';

/** What stands in the fields of the form that chooses what a pack holds. */
export type PackFields = ReturnType<typeof fieldsOf>;

/** The fields of the form, as the address filled them. */
export function fieldsOf(url: URL, { asked, sheets, standing, moment, scenario }: MeetingPack) {
	const { goal, by, share, day } = PAGE_DIVISION.scenario;
	const { key } = PAGE_DIVISION;
	const own = new Set([...Object.values(PAGE_PACK), goal, by, key]);
	const chosen = new Set(sheets.map((one) => one.municipality.nis));
	const wished = asked.division.scenario;
	return {
		names: PAGE_PACK,
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
				value: wished.goal === null ? '' : share.write(wished.goal).replace('.', ',')
			},
			by: {
				name: by,
				value: wished.by === null ? '' : day.write(wished.by),
				usual: day.write(scenario?.road.scenario.by ?? DEFAULT_BY)
			},
			key: {
				name: key,
				value: PAGE_DIVISION.slugOf(asked.division.key),
				options: DIVISION_KEYS.map((one) => KEY_WORDS[one])
			}
		}
	};
}
