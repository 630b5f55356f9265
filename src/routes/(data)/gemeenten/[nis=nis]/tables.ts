import type { Figure } from '#lib/domain/figure.ts';
import { firstFacts, type PublishedFact } from '#lib/domain/published.ts';
import type { Publication } from '#lib/server/queries/publications.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import type { Lenses } from '#lib/server/standing/lens.ts';
import { figureCell, onPage, type Column } from '#lib/tables/column.ts';
import type { Cell, Piece } from '#lib/tables/cell.ts';
import { factTable, municipalFact, type Fact } from '#lib/tables/facts.ts';
import { figureRows } from '#lib/tables/figure-rows.ts';
import { mentionTable } from '#lib/tables/mentions.ts';
import { plansTable } from '#lib/tables/plans.ts';
import { goalCell } from '#lib/tables/regions.ts';
import { besideTable } from '#lib/tables/regimes.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { targetGroupTable } from '#lib/tables/target-groups.ts';
import { growthPathTable, trendTable } from '#lib/tables/trend.ts';
import { publicationPath } from '#lib/text/addresses.ts';
import {
	count,
	day,
	dwellings,
	shortOrOver,
	inPercent,
	plainNumber,
	toGo
} from '#lib/text/format.ts';
import type { NumberFormat } from '#lib/text/number-format.ts';
import { silentRoundsSentence, thresholdWords } from '#lib/text/progress-test.ts';
import { indicatorName, OBJECTIVE_WORDS, REGION_KINDS } from '#lib/text/words.ts';
import { linksFrom, type Link } from '../../../links.ts';
import { objectiveRows } from '../../charts.ts';
import { flowsTable } from '../../flows.ts';
import { pathBase, pathNote } from '../../growth-path.ts';
import { regimeTable } from '../../regimes.ts';
import { enteredWords, outcomeWords, testRows, type TestRow } from '../../test-rows.ts';
import { siteSharesTable } from './site-shares-table.ts';
import type { PageData } from './$types';

/** The tables of the page; null where it has none of that name now. */
export function tables(data: PageData, url: URL) {
	const link = linksFrom(url);
	const { standing, path, publications } = data;
	const { name } = standing.municipality;
	const first = firstFacts(data.published, data.moment.on);
	return {
		voortgang: figureRows(
			{
				id: 'voortgang',
				title: 'Voortgang van het bindend sociaal objectief',
				caption: `Voortgang van het objectief van ${name}, in woningen`,
				notes: [`${data.scheme.name}, toestand op ${day(data.moment.on)}; in woningen`]
			},
			objectiveRows(standing.objective),
			count
		),
		groeipad:
			path.points.length > 0
				? growthPathTable(
						{
							id: 'groeipad',
							title: `De weg van ${name} naar het objectief`,
							notes: [pathBase(path), pathNote(path)]
						},
						path
					)
				: null,
		'andere-regeling': besideTable(name, standing, data.moment.on),
		toetsen: testsTable(data, link),
		cijfers: figuresTable(standing, data.scheme, publications),
		'door-de-jaren': trendTable(
			{
				id: 'door-de-jaren',
				title: `Aandeel sociale huur in ${name} door de jaren`,
				notes: ['sociale huurwoningen op 31 december per 100 huishoudens van de volgende 1 januari']
			},
			data.trend
		),
		stromen: data.flows && flowsTable(data.flows, name),
		plannen: plansTable(name, data.plans.since),
		doelgroepen: targetGroupTable(data.groups, {
			isOne: data.groups.every((one) => one.nis === standing.municipality.nis),
			placeOf: (nis) => ({
				words: data.names.get(nis)?.name ?? nis,
				href: link(`/gemeenten/${nis}`)
			}),
			publisherOf: (id) => publications.get(id)?.publisher ?? ''
		}),
		...Object.fromEntries(
			data.law.regimes.map(({ scheme, parts }) => {
				const id = `opbouw-${scheme.code}`;
				return [id, regimeTable({ id, title: scheme.name }, parts, publications)];
			})
		),
		eerst:
			first.length > 0
				? factTable(
						{ id: 'eerst', title: 'Wat gepubliceerd is' },
						factRows(data, first),
						publications
					)
				: null,
		gepubliceerd:
			data.published.length > 0
				? factTable(
						{ title: 'Alles wat gepubliceerd is' },
						factRows(data, data.published),
						publications
					)
				: null,
		vermeldingen: mentionTable(data.mentions, publications, formerOf(data)),
		telwijzen: siteSharesTable(name, data.sites.shares, publications),
		regios: regionsTable(standing, data.lenses, link)
	};
}

/** Of which municipality before the merger something is said, where it is of that one alone. */
const formerOf =
	({ names, standing }: PageData) =>
	(places: string): string => {
		const one = names.get(places);
		return one && one.nis !== standing.municipality.nis ? ` (${one.name}, voor de fusie)` : '';
	};

/** What anybody published about this municipality; a fact of a predecessor says whose it is. */
export const factRows = (data: PageData, published: readonly PublishedFact[]): Fact[] =>
	published.map((one) => municipalFact(one, formerOf(data)(one.nis)));

/** What the rounds asked, and which say nothing. */
export function testNotes(tests: PageData['tests'], name: string): string {
	const { rows, silent } = testRows(tests);
	return [
		...tests.flatMap(({ round: { year, measuredOn, thresholds } }) =>
			thresholds
				? [
						`De toets van ${year} keek naar ${day(measuredOn)} en vroeg ${thresholdWords(thresholds)}.`
					]
				: []
		),
		rows.some((row) => row.former) &&
			`Een categorie gaat bij een fusie niet over op ${name}: u ziet die van de vroegere gemeenten. Objectieven tellen we wel op, ook als een van de gemeenten vrijgesteld was.`,
		silentRoundsSentence(silent)
	]
		.filter(Boolean)
		.join(' ');
}

/** The rounds of the progress test: what the rule gives, what was published; null when no round says anything. */
function testsTable({ tests, standing, publications }: PageData, link: Link): Table | null {
	const { rows } = testRows(tests);
	const withPart = (figure: Figure, part: Figure): Cell => [
		{ figure, format: count },
		' (',
		{ figure: part, format: inPercent(2) },
		')'
	];
	const by = (id: number): Piece => ({
		words: publications.get(id)?.publisher ?? '',
		href: publicationPath(id)
	});
	const computed = ({ round, test }: TestRow): Cell => {
		const { now } = test;
		const page = link(`/voortgangstoets/${round.year}`, { gemeente: test.municipality.nis });
		const own: Piece[] = test.computed
			? [
					outcomeWords(test),
					...(test.tie ? [' ', { words: '(op de rand van de drempel)', look: 'em' as const }] : []),
					...(test.ground === 'no_objective'
						? []
						: [
								{
									words: 'Wat als er meer was opgeleverd?',
									href: `${page}#wat-als`,
									look: 'screen' as const
								}
							])
				]
			: [round.thresholds ? 'te weinig bekend' : 'geen drempels gevonden'];
		return [
			...own,
			now?.computed && outcomeWords(now) !== outcomeWords(test)
				? { words: outcomeWords(now), look: 'now' }
				: null
		];
	};
	const published = ({ test }: TestRow): Cell => {
		const { entered, now, differs } = test;
		const own: Piece[] = entered
			? [`${enteredWords(test)} volgens `, by(entered.publication)]
			: ['niet gevonden'];
		return [
			...own,
			...(differs
				? ['. ', { words: 'Dat verschilt van de berekening.', look: 'strong' as const }]
				: []),
			now?.entered && enteredWords(now) !== enteredWords(test)
				? { words: [`${enteredWords(now)} volgens `, by(now.entered.publication)], look: 'now' }
				: null
		];
	};
	const columns: readonly Column<TestRow>[] = [
		onPage('Toets', ({ round, test, former }) => [
			{
				words: { amount: round.year, format: plainNumber },
				href: link(`/voortgangstoets/${round.year}`)
			},
			former ? { words: `${test.municipality.name}, voor de fusie`, look: 'note' } : null
		]),
		onPage('Gerealiseerd', ({ test }) => withPart(test.realised, test.realisedPart), {
			numeric: true
		}),
		onPage('Met gepland', ({ test }) => withPart(test.withPlanned, test.withPlannedPart), {
			numeric: true
		}),
		onPage('Nagerekend', computed),
		onPage('Gepubliceerd', published)
	];
	return rows.length === 0
		? null
		: tableOf(columns, rows, undefined, {
				id: 'toetsen',
				title: 'Voortgangstoets',
				look: 'wide',
				notes: [testNotes(tests, standing.municipality.name)]
			});
}

type FigureLine = readonly [label: string, figure: Figure, format: NumberFormat, about: string];

/** After a merger with a municipality without objective: the part that counts towards the objective of the other. */
const counted = (label: string, all: Figure, part: Figure): FigureLine[] =>
	part.value === all.value
		? []
		: [[label, part, dwellings, 'alleen van wie voor de fusie een objectief had']];

function figureLines(
	{ stock, households, share, objective }: MunicipalityStanding,
	scheme: PageData['scheme']
): FigureLine[] {
	const { target, baseline, realised, inExecution, planned, counted: part, status } = objective;
	/** A merged municipality may hold a part without objective: what came there does not count (domain.md R10). */
	const remainder =
		realised.value === part.realised.value
			? 'objectief min gerealiseerd'
			: 'objectief min wat daarvoor gerealiseerd is';
	return [
		[
			'Sociale huurwoningen',
			stock,
			dwellings,
			stock.indicator ? indicatorName(stock.indicator) : ''
		],
		['Private huishoudens', households, count, 'noemer: 1 januari na de telling van de woningen'],
		['Aandeel', share, inPercent(2), 'woningen per 100 huishoudens'],
		[
			'Nulmeting',
			baseline,
			dwellings,
			`sociale huurwoningen op ${day(scheme.baselineOn)}, begin van het objectief`
		],
		[
			'Objectief',
			target,
			dwellings,
			`bijkomende woningen tegen ${day(scheme.deadline)}; ${OBJECTIVE_WORDS[status]}`
		],
		['Gerealiseerd', realised, dwellings, 'netto toename sinds de nulmeting'],
		...counted('Gerealiseerd, telt mee', realised, part.realised),
		['In uitvoering', inExecution, dwellings, 'in aanbouw'],
		...counted('In uitvoering, telt mee', inExecution, part.inExecution),
		['Gepland', planned, dwellings, 'op de planning, nog niet begonnen'],
		...counted('Gepland, telt mee', planned, part.planned),
		['Nog te gaan', objective.toRealise, toGo, remainder]
	];
}

/** Every number of the municipality at the moment shown, with its date, what it counts and who published it. */
function figuresTable(
	standing: MunicipalityStanding,
	scheme: PageData['scheme'],
	publications: ReadonlyMap<number, Publication>
): Table {
	/** Who published a number; our own estimates are called by their name. */
	const nameOf = (id: number) => {
		const issued = publications.get(id);
		return issued?.kind === 'practice' ? 'oefencijfer' : (issued?.publisher ?? '');
	};
	const columns: readonly Column<FigureLine>[] = [
		onPage('Wat', ([label]) => label),
		onPage('Cijfer', ([, figure, format]) => ({ figure, format }), { numeric: true }),
		onPage('Datum', ([, { date }]) => ({ day: date })),
		onPage('Telling', ([, , , about]) => about),
		onPage('Bron', ([, { publications: ids }]) =>
			ids.length === 0
				? '–'
				: ids.flatMap((id, at) => [
						...(at > 0 ? [', '] : []),
						{ words: nameOf(id), href: publicationPath(id) }
					])
		)
	];
	return tableOf(columns, figureLines(standing, scheme), undefined, {
		id: 'cijfers',
		title: 'De cijfers',
		caption: `Cijfers van ${standing.municipality.name}, met datum, telling en bron`,
		quiet: true,
		reflow: true,
		notes: [
			'≈ raming (oefencijfer) · v vooruitzicht · s samengesteld uit de gemeenten voor de fusie · n.b. niet bekend'
		]
	});
}

/** From when until when a municipality belongs to a region, as far as that is not always. */
export const whenWords = ({ since, until }: { since: string | null; until: string | null }) =>
	until ? `, tot ${day(until)}` : since ? `, sinds ${day(since)}` : '';

/**
 * The municipality under every region it belongs to: what the region has and wants, beside what it has itself. A region that is
 * the municipality alone says what that wants.
 */
function regionsTable(standing: MunicipalityStanding, lenses: Lenses, link: Link): Table {
	const { name } = standing.municipality;
	type Row = Lenses['now'][number] | null;
	const none: Cell = { words: '–', look: 'none' };
	const alone = lenses.now.find((row) => row.standing.members.length === 1) ?? null;
	const linkTo = ({ standing: { region } }: Lenses['now'][number], words = region.name) => ({
		words,
		href: link(`/regios/${region.slug}`)
	});
	const regionCell = (row: Lenses['now'][number]): Cell => {
		const { region, attestedFrom } = row.standing;
		const known = attestedFrom ? `, leden bekend vanaf ${day(attestedFrom)}` : '';
		return [
			linkTo(row),
			{ words: `${REGION_KINDS[region.kind].one}${whenWords(row)}${known}`, look: 'note' }
		];
	};
	const ownCell = `${name} zelf`;
	const columns: readonly Column<Row>[] = [
		onPage('Regio', (row) =>
			row === null ? ownCell : row === alone ? linkTo(row, ownCell) : regionCell(row)
		),
		onPage('Gemeenten', (row) => ({ amount: row?.standing.members.length ?? 1, format: count }), {
			numeric: true
		}),
		onPage(
			'Per 100 huishoudens',
			(row) => figureCell((row?.standing ?? standing).share, inPercent(2)),
			{ numeric: true }
		),
		onPage('Streefcijfer', (row) => goalCell(row?.standing.goal ?? null, inPercent(2)), {
			numeric: true,
			look: 'goal'
		}),
		onPage(
			'Tekort van de regio',
			(row) => figureCell(row?.standing.goal?.gap, shortOrOver) ?? none,
			{ numeric: true }
		),
		onPage(
			`${name} tot dat streefcijfer`,
			(row) => (row?.standing.goal && row.own ? figureCell(row.own.gap, shortOrOver) : none),
			{ numeric: true }
		)
	];
	return tableOf(
		columns,
		[alone, ...lenses.now.filter((row) => row !== alone)],
		undefined,
		{
			id: 'regios',
			title: `Regio’s van ${name}`,
			caption: `Aandeel en streefcijfer, toestand op ${day(standing.stock.date)}`
		},
		{ lookOf: (row) => (row === alone ? { look: 'own' } : {}) }
	);
}
