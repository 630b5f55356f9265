import type { DivisionTown } from '#lib/server/standing/division-towns.ts';
import { stripLayout } from '#lib/charts/strip.ts';
import type { Reply } from '#lib/domain/reply.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import type { MunicipalitySheet } from '#lib/server/standing/municipality-sheets.ts';
import type { Source } from '#lib/server/standing/sources.ts';
import { besideTable } from '#lib/tables/regimes.ts';
import type { Table } from '#lib/tables/table.ts';
import { PART_WORDS, sheetRange, type PackPart } from '#lib/text/meeting.ts';
import { comparedWith, memberDots } from '../../region-spread.ts';
import { agendaCards, type Card } from './agenda.ts';
import { layOnSheets, tableBlock, type Block, type Part } from './flow.ts';
import { regionWords, type RegionWords } from './region-words.ts';

/** A block of the sheet of a region. */
export type RegionBlock =
	| { kind: 'head'; words: RegionWords }
	| { kind: 'goal' }
	| { kind: 'regime'; table: Table }
	| ({ kind: 'members' } & Part<MemberStanding>)
	| { kind: 'spread' };

/** What stands on a sheet. */
type SheetContent =
	| { kind: 'cover' }
	| { kind: 'region'; blocks: readonly RegionBlock[] }
	| { kind: 'agenda'; cards: readonly Card[] }
	| { kind: 'town'; sheet: MunicipalitySheet }
	| { kind: 'road' }
	| ({ kind: 'division' } & Part<DivisionTown> & { from: number })
	| { kind: 'method' }
	| ({ kind: 'sources' } & Part<Source>)
	| { kind: 'replies'; replies: readonly Reply[] };

/** One sheet of a pack. */
export interface PackSheet {
	/** In the address of the page; never changed: links rest on it. */
	id: string;
	part: PackPart;
	/** Of the running head. */
	title: string;
	content: SheetContent;
}

/** What a sheet has room for between its head and its foot, in mm. */
const ROOM = 240;

const MM_PER_PX = 25.4 / 96;

/** Lines that a text takes, when so many letters fit on one. */
const linesOf = (text: string, letters: number): number => Math.ceil(text.length / letters);

/** What the sheets of a pack need besides its figures. */
export interface Around {
	names: ReadonlyMap<string, { name: string }>;
	/** Of the municipalities of the pack. */
	replies: readonly Reply[];
}

/** Every sheet of a pack in the order in which they are printed; `prefix` before each id, where others may have the same. */
export function packSheets(
	pack: MeetingPack,
	{ names, replies }: Around,
	prefix = ''
): PackSheet[] {
	const nameOf = (nis: string) => names.get(nis)?.name ?? nis;
	const parts: Record<PackPart, () => PackSheet[]> = {
		cover: () => [{ id: 'omslag', part: 'cover', title: '', content: { kind: 'cover' } }],
		region: () => numbered('region', 'regio', regionSheets(pack, nameOf)),
		agenda: () => numbered('agenda', 'agenda', agendaSheets(pack)),
		sheets: () => pack.sheets.map(townSheet),
		scenario: () => scenarioSheets(pack),
		sources: () => [
			{ id: 'methode', part: 'sources', title: 'Methode', content: { kind: 'method' } },
			...numbered('sources', 'bronnen', sourceSheets(pack.sources), 'Bronnen')
		]
	};
	const sheets = [
		...pack.asked.parts.flatMap((part) => parts[part]()),
		...numbered('sources', 'weerwoord', replySheets(replies), 'Weerwoord')
	];
	return sheets.map((one) => ({ ...one, id: prefix + one.id }));
}

const numbered = (
	part: PackPart,
	id: string,
	contents: readonly SheetContent[],
	title: string = PART_WORDS[part].name
): PackSheet[] =>
	contents.map((content, index) => ({
		id: index === 0 ? id : `${id}-${index + 1}`,
		part,
		title: index === 0 ? title : `${title} (vervolg)`,
		content
	}));

const townSheet = (sheet: MunicipalitySheet): PackSheet => ({
	id: `gemeente-${sheet.municipality.nis}`,
	part: 'sheets',
	title: 'Steekkaart',
	content: { kind: 'town', sheet }
});

function regionSheets(pack: MeetingPack, nameOf: (nis: string) => string): SheetContent[] {
	const { members } = pack.standing;
	const blocks: Block<RegionBlock>[] = [
		headBlock(regionWords(pack, nameOf)),
		{ content: { kind: 'goal' }, mm: 26 },
		...regimeBlocks(pack),
		...(members.length > 0 ? [memberBlock(members)] : []),
		...(members.length > 1 ? [spreadBlock(pack)] : [])
	];
	return layOnSheets(blocks, ROOM).map((on) => ({ kind: 'region', blocks: on }));
}

/** What another regime asks of the members together: its words, the head of the table, and a line for each. */
function regimeBlocks({ standing, moment }: MeetingPack): Block<RegionBlock>[] {
	const table = besideTable(standing.region.name, standing, moment.on);
	return table ? [{ content: { kind: 'regime', table }, mm: 24 + 6 * standing.beside.length }] : [];
}

/** A drawing of more members is taller: dots that would cover one another lie above each other. */
function spreadBlock({ standing, flanders }: MeetingPack): Block<RegionBlock> {
	const dots = memberDots(standing, String);
	const { bottom } = stripLayout(
		{ dots, lines: comparedWith(standing, flanders), all: true },
		{ width: 590 }
	);
	return { content: { kind: 'spread' }, mm: 24 + bottom * MM_PER_PX };
}

const headBlock = (words: RegionWords): Block<RegionBlock> => ({
	content: { kind: 'head', words },
	mm:
		linesOf(words.stock, 72) * 6.7 +
		linesOf(words.lead, 92) * 5.5 +
		linesOf(words.note, 104) * 4.8 +
		7
});

const memberBlock = (members: readonly MemberStanding[]): Block<RegionBlock> =>
	tableBlock(members, { above: 0, head: 15.5, row: () => 5.05, below: 9.5 }, (part) => ({
		kind: 'members',
		...part
	}));

const agendaSheets = (pack: MeetingPack): SheetContent[] =>
	layOnSheets(agendaCards(pack), ROOM).map((cards) => ({ kind: 'agenda', cards }));

function scenarioSheets({ scenario }: MeetingPack): PackSheet[] {
	if (!scenario) return [];
	const road: PackSheet = {
		id: 'weg',
		part: 'scenario',
		title: 'Scenario: de weg',
		content: { kind: 'road' }
	};
	const { division } = scenario;
	if (!division || !division.shortfall.value) return [road];
	const size = { above: 62, head: 18, row: () => 5, below: 48 };
	const table = tableBlock(division.towns, size, (part): SheetContent => ({
		kind: 'division',
		...part,
		from: part.rows[0] ? division.towns.indexOf(part.rows[0]) : 0
	}));
	const sheets = layOnSheets([table], ROOM).flat();
	return [road, ...numbered('scenario', 'verdeling', sheets, 'Scenario: de verdeling')];
}

/** Letters that fit on a line of the list of publications. */
const LETTERS = 116;

function sourceSheets(sources: readonly Source[]): SheetContent[] {
	const lines = ({ publication: { publisher, title, url } }: Source) =>
		linesOf(`${publisher}, ${title} (bekend op 31/12/2024), 1.234 cijfers.`, LETTERS) +
		linesOf(url ?? '', LETTERS - 6);
	const size = { above: 14, head: 11, row: (one: Source) => lines(one) * 4.6 + 1.6, below: 0 };
	const block = tableBlock(sources, size, (part): SheetContent => ({ kind: 'sources', ...part }));
	return layOnSheets([block], ROOM).flat();
}

/** Replies of municipalities in full: each needs a few lines. */
function replySheets(replies: readonly Reply[]): SheetContent[] {
	if (replies.length === 0) return [];
	const lines = (one: Reply) => linesOf(one.words, LETTERS) + 3;
	const size = { above: 12, head: 0, row: (one: Reply) => lines(one) * 4.9 + 4, below: 14 };
	const block = tableBlock(replies, size, ({ rows }): SheetContent => ({
		kind: 'replies',
		replies: rows
	}));
	return layOnSheets([block], ROOM).flat();
}

/** A line of the table of contents. */
export interface Entry {
	name: string;
	/** The first sheet and what it is called: `blad 3`, `blad 3–4`; null for a member without a sheet. */
	sheet: { id: string; at: string } | null;
}

/** The parts of a pack, and its members, with their sheets. */
export interface Contents {
	parts: readonly Entry[];
	/** Empty when they are too many to be named. */
	members: readonly Entry[];
}

/** More members are not named on a cover. */
const MOST_NAMED = 60;

/** The table of contents of a pack. */
export function contentsOf({ standing }: MeetingPack, sheets: readonly PackSheet[]): Contents {
	const places = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
	const parts = [...Map.groupBy(places, (one) => one.part)].flatMap(([part, own]): Entry[] => {
		const [first, last] = [own.at(0), own.at(-1)];
		if (!first || !last || part === 'cover') return [];
		const sheet = { id: first.id, at: sheetRange(first.number, last.number) };
		return [{ name: PART_WORDS[part].name, sheet }];
	});
	const members = standing.members.map(({ municipality: { nis, name } }): Entry => {
		const own = places.find((one) => isOf(one, nis));
		return { name, sheet: own ? { id: own.id, at: sheetRange(own.number, own.number) } : null };
	});
	return { parts, members: members.length > MOST_NAMED ? [] : members };
}

const isOf = ({ content }: PackSheet, nis: string): boolean =>
	content.kind === 'town' && content.sheet.municipality.nis === nis;

/** The sheet on which the addresses of the publications stand; null when that part is left out. */
export function sourcesSheet(sheets: readonly PackSheet[]): string | undefined {
	const [first, ...others] = sheets.flatMap(({ content }, index) =>
		content.kind === 'sources' ? [index + 1] : []
	);
	return first === undefined ? undefined : sheetRange(first, others.at(-1) ?? first);
}
