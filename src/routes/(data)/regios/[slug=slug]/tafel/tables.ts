import {
	outcomeOfProposal,
	type Negotiation,
	type ProposalOutcome,
	type ProposalRow
} from '#lib/domain/negotiation.ts';
import type { Figure } from '#lib/domain/figure.ts';
import type { Proposal } from '#lib/domain/proposal.ts';
import { PACE_YEARS } from '#lib/domain/road-results.ts';
import type { Cell } from '#lib/tables/cell.ts';
import { figureCell, onPage, pageFigure, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { KEY_WORDS } from '#lib/text/division.ts';
import {
	change,
	count,
	day,
	shortOrOver,
	inDecimals,
	inPercent,
	isEstimate
} from '#lib/text/format.ts';
import { AGAINST_KEYS_NOTE, bestYears, PROPOSAL_NOTE, rowFlags } from '#lib/text/proposal.ts';
import { linksFrom, type Link } from '../../../../links.ts';

/** What the page holds: what is negotiated over, the proposal on the table, and the one beside it. */
export interface OnTable {
	negotiation: Negotiation | null;
	now: Proposal | null;
	beside: Proposal | null;
}

/** The tables of the page; null where there is nothing to divide. */
export function tables({ negotiation, now, beside }: OnTable, url: URL) {
	const link = linksFrom(url);
	const outcome = negotiation && now && outcomeOfProposal(negotiation, now);
	return {
		voorstel: negotiation && now && outcome ? proposalTable(negotiation, now, outcome, link) : null,
		sleutels: negotiation && outcome ? againstKeys(negotiation, outcome, link) : null,
		naast:
			negotiation && outcome && beside
				? sideBySide(negotiation, outcome, outcomeOfProposal(negotiation, beside), link)
				: null
	};
}

const share = inPercent(2);
const yearly = inDecimals(1);

const town = <Row extends { municipality: ProposalRow['municipality'] }>(link: Link): Column<Row> =>
	onPage('Gemeente', ({ municipality }) => ({
		words: municipality.name,
		href: link(`/gemeenten/${municipality.nis}`)
	}));

/** The proposal in full: what each takes and builds, and whether it ever built as fast. */
function proposalTable(
	{ by, stock, shareNow, shortfall, region }: Negotiation,
	{ exchanges }: Proposal,
	outcome: ProposalOutcome,
	link: Link
): Table {
	const exchanging = { when: () => exchanges.length > 0 };
	const columns: readonly Column<ProposalRow>[] = [
		town(link),
		pageFigure('Woningen nu', count, (row) => row.stock),
		pageFigure('Aandeel nu', share, (row) => row.shareNow),
		pageFigure('Deel van het tekort', count, (row) => row.part, exchanging),
		pageFigure('Erbij', count, (row) => row.dwellings, { look: 'strong' }),
		pageFigure(`Aandeel ${by.slice(0, 4)}`, share, (row) => row.share),
		pageFigure('Per jaar', yearly, (row) => row.perYear),
		onPage(
			`Beste ${PACE_YEARS} jaar, per jaar`,
			({ best }) =>
				best && [
					{ figure: best.perYear, format: yearly },
					{ words: bestYears(best.from, best.to), look: 'small' }
				],
			{ numeric: true }
		),
		pageFigure('In uitvoering of gepland', count, (row) => row.pipeline),
		pageFigure('Nog niet gepland', count, (row) => row.beyondPipeline),
		pageFigure('Dan nog tot het doel', shortOrOver, (row) => row.gap),
		onPage('Let op', (row) => rowFlags(row).join('; ') || null, {
			when: () => outcome.rows.some((row) => rowFlags(row).length > 0)
		})
	];
	const unexchanged = exchanges.length > 0 ? [null] : [];
	const sums = [
		'Samen',
		figureCell(stock, count),
		figureCell(shareNow, share),
		...unexchanged,
		figureCell(outcome.assigned, count),
		figureCell(outcome.share, share),
		figureCell(outcome.perYear, yearly)
	];
	const last = (name: string, one: Figure) => [
		name,
		null,
		null,
		...unexchanged,
		figureCell(one, count)
	];
	return tableOf(
		columns,
		outcome.rows,
		undefined,
		{
			id: 'voorstel',
			title: 'Het voorstel in cijfers',
			caption: `Voorstel voor ${region.name}, van ${day(stock.date)} tot ${day(by)}. Geen beslissing.`,
			notes: [PROPOSAL_NOTE]
		},
		{ foot: [sums, last('Nodig', shortfall), last('Nog geen gemeente', outcome.left)] }
	);
}

/** Who builds more or less than by each key, and how even each leaves the region. */
function againstKeys(
	{ towns, keys, shortfall, region }: Negotiation,
	outcome: ProposalOutcome,
	link: Link
): Table {
	const rows = outcome.rows.map((row, at) => ({ ...row, at }));
	const columns: readonly Column<(typeof rows)[number]>[] = [
		town(link),
		pageFigure('Voorstel', count, (row) => row.dwellings, { look: 'strong' }),
		...keys.map(({ key, parts }) =>
			onPage<(typeof rows)[number]>(
				KEY_WORDS[key].name,
				({ dwellings, at }) =>
					parts && {
						amount: (dwellings.value ?? 0) - (parts[at] ?? 0),
						format: change,
						estimated: isEstimate(shortfall)
					},
				{ numeric: true }
			)
		)
	];
	const foot = (name: string, own: Cell, each: (key: (typeof keys)[number]) => Cell) => [
		name,
		own,
		...keys.map(each)
	];
	return tableOf(
		columns,
		towns.length > 0 ? rows : [],
		undefined,
		{
			id: 'sleutels',
			title: 'Wie wint, wie verliest tegenover elke sleutel?',
			caption: `Wat elke gemeente van ${region.name} meer of minder bouwt dan met elke sleutel. Geen beslissing.`,
			notes: [AGAINST_KEYS_NOTE],
			look: 'keys'
		},
		{
			foot: [
				foot('Elders nodig, daarna', figureCell(outcome.spread.elsewhere, count), ({ spread }) =>
					figureCell(spread.elsewhere, count)
				),
				foot('Gini, daarna', figureCell(outcome.spread.gini, inDecimals(3)), ({ spread }) =>
					figureCell(spread.gini, inDecimals(3))
				)
			]
		}
	);
}

/** Two proposals with what differs. */
function sideBySide(
	{ by, region }: Negotiation,
	own: ProposalOutcome,
	other: ProposalOutcome,
	link: Link
): Table {
	const rows = own.rows.map((row, at) => ({ ...row, other: other.rows[at] }));
	type Pair = (typeof rows)[number];
	const more = (row: Pair) => (row.dwellings.value ?? 0) - (row.other?.dwellings.value ?? 0);
	const year = by.slice(0, 4);
	const columns: readonly Column<Pair>[] = [
		town(link),
		pageFigure('Dit voorstel', count, (row) => row.dwellings, { look: 'strong' }),
		pageFigure('Het andere', count, (row) => row.other?.dwellings),
		onPage('Verschil', (row) => ({ amount: more(row), format: change }), { numeric: true }),
		pageFigure(`Aandeel ${year}, dit`, share, (row) => row.share),
		pageFigure(`Aandeel ${year}, het andere`, share, (row) => row.other?.share)
	];
	const foot = (
		name: string,
		pick: (outcome: ProposalOutcome) => Parameters<typeof figureCell>[0],
		format: Parameters<typeof figureCell>[1]
	) => [name, figureCell(pick(own), format), figureCell(pick(other), format)];
	return tableOf(
		columns,
		rows,
		undefined,
		{
			id: 'naast',
			title: 'Twee voorstellen naast elkaar',
			caption: `Wat elke gemeente van ${region.name} bouwt in twee voorstellen. Geen beslissing.`
		},
		{
			lookOf: (row) => (more(row) === 0 ? {} : { look: 'own' }),
			foot: [
				foot('Samen', (one) => one.assigned, count),
				foot('Nog geen gemeente', (one) => one.left, count),
				foot('Elders nodig, daarna', (one) => one.spread.elsewhere, count),
				foot('Gini, daarna', (one) => one.spread.gini, inDecimals(3))
			]
		}
	);
}
