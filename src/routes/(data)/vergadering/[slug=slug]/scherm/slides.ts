import type { Figure } from '#lib/domain/figure.ts';
import { rankedBy } from '#lib/domain/status.ts';
import type { ChangedFigure } from '#lib/server/queries/changes.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { DivisionPart } from '#lib/server/standing/division-keys.ts';
import type { MeetingPack, MeetingScenario } from '#lib/server/standing/meeting.ts';
import type { MunicipalitySheet } from '#lib/server/standing/municipality-sheets.ts';
import type { PathOnAgenda } from '#lib/server/standing/agenda.ts';
import type { AgreementRow, AgreementStanding } from '#lib/server/standing/agreement.ts';
import type { RegionChange } from '#lib/server/standing/changes.ts';
import type { MemberSpread } from '#lib/server/standing/spread.ts';
import type { TestStanding } from '#lib/server/standing/tests.ts';
import { towns } from '#lib/text/ranked.ts';
import { slideOf } from './addresses.ts';

/** What one slide shows. */
export type Shown =
	| { kind: 'cover' | 'region' | 'map' | 'spread' | 'calendar' | 'members' | 'sources' }
	| ({ kind: 'ranking'; rows: readonly MemberStanding[] } & Part)
	| ({ kind: 'excess'; rows: readonly MemberSpread[] } & Part)
	| ({ kind: 'path'; path: PathOnAgenda; rows: readonly TestStanding[] } & Part)
	| ({ kind: 'changed'; since: RegionChange; rows: RegionChange['rows'] } & Part)
	| ({ kind: 'corrected'; since: RegionChange; rows: readonly ChangedFigure[] } & Part)
	| ({ kind: 'agreement'; agreement: AgreementStanding; rows: readonly AgreementRow[] } & Part)
	| { kind: 'municipality'; sheet: MunicipalitySheet }
	| { kind: 'road'; scenario: MeetingScenario }
	| ({ kind: 'division'; scenario: MeetingScenario; rows: readonly DivisionPart[] } & Part);

/** Which part of a list that does not fit on one slide. */
interface Part {
	part: number;
	of: number;
}

/** A slide with its name in the address; `number` is what keys find it by. */
export type SlideOf = Shown & { id: string; number?: number };

/** So many rows have room on a slide of the lowest screen. */
const MOST_ROWS = 12;
/** The same where each has more to say. */
const MOST_LINES = 8;

/** Of a region with more members only the ends of a list are shown. */
export const MOST_MEMBERS = 40;

/** Whether the slides are of one municipality, which a visitor asked by itself. */
export const isOfOne = ({ region, standing }: Pick<MeetingPack, 'region' | 'standing'>): boolean =>
	region.kind === 'eigen' && standing.members.length === 1;

/** The slides of a meeting, in the order of a meeting: the region, its agenda, each municipality, what could be, the sources. */
export const slidesOf = (pack: MeetingPack): SlideOf[] => [
	{ id: 'omslag', kind: 'cover' },
	...regionSlides(pack),
	...agendaSlides(pack),
	...municipalitySlides(pack),
	...scenarioSlides(pack),
	{ id: 'bronnen', kind: 'sources' }
];

function regionSlides(pack: MeetingPack): SlideOf[] {
	const { standing, spread, asked, agreement } = pack;
	const { members } = standing;
	// Of one municipality its own slide says all.
	if (!asked.parts.includes('region') || (isOfOne(pack) && pack.sheets.length > 0)) return [];
	if (members.length === 0) return [{ id: 'regio', kind: 'region' }];
	const ranked = members.toSorted(towns((row) => row.share));
	return [
		{ id: 'regio', kind: 'region' },
		...partsOf(
			'leden',
			endsOf(ranked, (row) => row.share),
			MOST_ROWS
		).map((one) => ({
			...one,
			kind: 'ranking' as const
		})),
		{ id: 'kaart', kind: 'map' },
		...(agreement ? agreementSlides(agreement) : []),
		...(members.length > 1 ? spreadSlides(spread) : [])
	];
}

/** What the region agreed on: no scenario and no law. */
const agreementSlides = (agreement: AgreementStanding): SlideOf[] =>
	partsOf('afspraak', agreement.rows, MOST_LINES).map((one) => ({
		...one,
		kind: 'agreement' as const,
		agreement
	}));

/** Every share on one line; and the dwellings above and below each part, where no figure is missing. */
function spreadSlides({ members, elsewhere }: MeetingPack['spread']): SlideOf[] {
	const apart = members.toSorted(towns((row) => row.excess));
	const strip: SlideOf[] =
		members.length > MOST_MEMBERS ? [] : [{ id: 'spreiding', kind: 'spread' }];
	return [
		...strip,
		...(elsewhere.value === null
			? []
			: partsOf(
					'verschil',
					endsOf(apart, (row) => row.excess),
					MOST_ROWS
				).map((one) => ({
					...one,
					kind: 'excess' as const
				})))
	];
}

function agendaSlides({ agenda }: MeetingPack): SlideOf[] {
	if (!agenda) return [];
	const { path, since } = agenda;
	return [
		...(path
			? partsOf('groeipad', pathRows(path), MOST_ROWS).map((one) => ({
					...one,
					kind: 'path' as const,
					path
				}))
			: []),
		...(since ? sinceSlides(since) : []),
		{ id: 'kalender', kind: 'calendar' }
	];
}

/** Who is short of both thresholds; where nobody is, every member with an objective, the furthest first. */
const pathRows = ({ behind, tested }: PathOnAgenda): readonly TestStanding[] =>
	behind.length > 0
		? behind
		: tested
				.filter(({ realisedPart }) => realisedPart.value !== null)
				.sort(towns((row) => row.realisedPart));

/** Whether the dwellings of a municipality are not what they were, or not known to be. */
const isOther = ({ stock }: RegionChange['rows'][number]) =>
	[stock.correction, stock.replaced, stock.real].some(({ value }) => value !== 0);

const sinceSlides = (since: RegionChange): SlideOf[] => [
	...partsOf('veranderd', since.rows.filter(isOther), MOST_LINES).map((one) => ({
		...one,
		kind: 'changed' as const,
		since
	})),
	...(since.changed.length === 0
		? []
		: partsOf('rechtgezet', since.changed.slice(0, 2 * MOST_LINES), MOST_LINES).map((one) => ({
				...one,
				kind: 'corrected' as const,
				since
			})))
];

function municipalitySlides(pack: MeetingPack): SlideOf[] {
	const { sheets, tooMany, asked } = pack;
	if (!asked.parts.includes('sheets') || (sheets.length === 0 && !tooMany)) return [];
	return [
		...(isOfOne(pack) ? [] : [{ id: 'gemeenten', kind: 'members' as const }]),
		...sheets.map((sheet, index) => ({
			id: slideOf(sheet.municipality.nis),
			kind: 'municipality' as const,
			sheet,
			number: index + 1
		}))
	];
}

function scenarioSlides({ scenario }: MeetingPack): SlideOf[] {
	if (!scenario) return [];
	const parts = scenario.division?.chosen.parts ?? [];
	const divided = parts
		.filter((one) => one.dwellings.value !== null)
		.toSorted(towns((row) => row.dwellings));
	return [
		{ id: 'weg', kind: 'road', scenario },
		...(divided.length > 0
			? partsOf('verdeling', divided, MOST_ROWS).map((one) => ({
					...one,
					kind: 'division' as const,
					scenario
				}))
			: [])
	];
}

/** A list that one can look through, or the two ends of those in it that are no estimates. */
function endsOf<Row>(rows: readonly Row[], figureOf: (row: Row) => Figure): readonly Row[] {
	if (rows.length <= MOST_MEMBERS) return rows;
	const ranked = rows.filter((row) => rankedBy(figureOf(row)) !== null);
	return ranked.length > MOST_ROWS
		? [...ranked.slice(0, MOST_ROWS / 2), ...ranked.slice(-MOST_ROWS / 2)]
		: ranked;
}

/** A list over as few slides as hold it, about as long on each; one slide for an empty list. */
function partsOf<Row>(id: string, rows: readonly Row[], most: number) {
	const of = Math.max(1, Math.ceil(rows.length / most));
	const size = Math.ceil(rows.length / of);
	return Array.from({ length: of }, (_, index) => ({
		id: index === 0 ? id : `${id}-${index + 1}`,
		rows: rows.slice(index * size, (index + 1) * size),
		part: index + 1,
		of
	}));
}
