import type { Figure } from '#lib/domain/figure.ts';
import type { Place } from '#lib/domain/lumpiness.ts';
import type { RepliesTo } from '#lib/domain/reply.ts';
import { isEstimate } from '#lib/domain/status.ts';
import type { MemberStanding } from '#lib/server/standing/standing.ts';
import type { MunicipalityStanding } from '#lib/server/standing/standing.ts';
import { change, count, figure as inWords, inPercent, shortOrOver } from '#lib/text/format.ts';
import { placeWords } from '#lib/text/spread.ts';
import { OBJECTIVE_WORDS } from '#lib/text/words.ts';
import { estimatedWords, type Cell, type Words } from './cell.ts';
import {
	field,
	figure,
	figureCell,
	gap,
	onPage,
	pageFigure,
	replies,
	shownFigure,
	type Column
} from './column.ts';
import { both, word } from './field.ts';
import {
	householdsDate,
	moment,
	QUANTITIES,
	stockDefinition,
	town,
	type AtMoment
} from './quantities.ts';

/** What a row of municipalities in a file is written with. */
export interface Told extends AtMoment {
	repliesTo: RepliesTo;
}

/** What a page adds to a list of municipalities. */
export interface TownsPage {
	/** Address of the page of a municipality. */
	href: (nis: string) => string;
	/** Places in the order of the list, by NIS code. */
	places?: ReadonlyMap<string, Place | null> | null;
	/** Whether the region asks a share of its members. */
	withGap?: boolean;
}

function targetCell({ objective: { status, target } }: MunicipalityStanding): Cell {
	if (status !== 'exempt') return figureCell(target, count);
	const exempt: Words = { words: 'vrijgesteld', title: OBJECTIVE_WORDS.exempt };
	return isEstimate(target) ? estimatedWords(exempt) : exempt;
}

/** The stretches of the tiny bullet in per cent of the target, so that the ticks of all rows line up. */
function bar({ municipality, objective }: MunicipalityStanding): Cell {
	const { target, realised, inExecution, planned } = objective;
	if (!target.value) return null;
	const whole = target.value;
	const part = (key: string, label: string, one: Figure) => ({
		key,
		label,
		value: one.value === null ? null : (one.value / whole) * 100,
		estimated: isEstimate(one)
	});
	return {
		bullet: {
			parts: [
				part('realised', 'gerealiseerd', realised),
				part('inExecution', 'in uitvoering', inExecution),
				part('planned', 'gepland', planned)
			],
			target: 100,
			min: 0,
			max: 150,
			title: `${municipality.name}: ${inWords(realised, count)} gerealiseerd, ${inWords(inExecution, count)} in uitvoering en ${inWords(planned, count)} gepland, van ${inWords(target, count)}`
		}
	};
}

/** A place in a list; a dash for who has none, because estimates and the unknown are not ranked. */
const placeCell = (place: Place | null | undefined): Cell =>
	place ? placeWords(place) : { words: '–', look: 'none' };

const standing: readonly Column<MunicipalityStanding, AtMoment, TownsPage>[] = [
	...town<MunicipalityStanding>((row) => row.municipality),
	onPage(
		'Gemeente',
		({ municipality: { nis, name } }, { href }: TownsPage) => ({ words: name, href: href(nis) }),
		{ sort: 'naam', order: (row) => row.municipality.name }
	),
	field(
		'province',
		'nis',
		both('NIS-code van de provincie', 'NIS code of the province.'),
		(row) => row.municipality.province
	),
	onPage('Plaats', (row, { places }) => placeCell(places?.get(row.municipality.nis)), {
		numeric: true,
		when: ({ places }) => !!places && [...places.values()].some((one) => one !== null)
	}),
	figure(QUANTITIES.households, (row) => row.households),
	householdsDate(),
	shownFigure(QUANTITIES.stock, (row) => row.stock, {
		head: 'Sociale huur\u00adwoningen',
		format: count,
		sort: 'woningen'
	}),
	stockDefinition(),
	shownFigure(QUANTITIES.share, (row) => row.share, {
		head: 'Per 100 huis\u00adhoudens',
		format: inPercent(2),
		sort: 'aandeel'
	}),
	shownFigure(QUANTITIES.target, (row) => row.objective.target, {
		head: 'Objectief (extra)',
		format: count,
		sort: 'objectief',
		cell: targetCell,
		total: (row) => figureCell(row.objective.target, count)
	}),
	field(
		'objective_status',
		word('ObjectiveStatus'),
		both('of het objectief bindt', 'How the objective binds.'),
		(row) => row.objective.status
	),
	figure(QUANTITIES.baseline, (row) => row.objective.baseline),
	shownFigure(QUANTITIES.realised, (row) => row.objective.realised, {
		head: 'Gereali\u00adseerd',
		format: count,
		sort: 'gerealiseerd'
	}),
	figure(QUANTITIES.counted, (row) => row.objective.counted.realised),
	shownFigure(
		{
			name: 'realised_last_year',
			unit: 'dwellings',
			about: 'gerealiseerd in het laatste jaar',
			meaning: 'Of the realised dwellings those of the last year, net.'
		},
		(row) => row.objective.realisedLastYear,
		{ head: 'In laatste jaar', format: change }
	),
	figure(QUANTITIES.inExecution, (row) => row.objective.inExecution),
	figure(QUANTITIES.planned, (row) => row.objective.planned),
	shownFigure(QUANTITIES.realisedShare, (row) => row.objective.realisedShare, {
		head: 'Voortgang',
		format: inPercent(1),
		sort: 'voortgang'
	}),
	pageFigure('Nog te gaan', shortOrOver, (row) => row.objective.toRealise, { sort: 'tegaan' }),
	onPage({ words: 'Voortgang als balk', look: 'heard' }, bar, {
		look: 'bar',
		total: () => null
	})
];

/** The regime that objective and progress are of: that of the date. */
const regime = <Row extends Pick<MunicipalityStanding, 'scheme'>>() =>
	field<Row>(
		'scheme',
		'text',
		both(
			'code van de regeling van objectief en voortgang',
			'Code of the regime of objective and progress.'
		),
		(row) => row.scheme.code
	);

/** Municipalities with their standing. */
export const municipalities: readonly Column<MunicipalityStanding, Told, TownsPage>[] = [
	...standing,
	regime(),
	...moment,
	replies(standing)
];

/** Members of a region with their standing and their own gap to its goal. */
export const members: readonly Column<MemberStanding, Told, TownsPage>[] = [
	...standing,
	gap((row) => row.gap),
	pageFigure<MemberStanding, TownsPage>('Tekort tot streefcijfer', shortOrOver, (row) => row.gap, {
		when: ({ withGap = false }) => withGap
	}),
	regime(),
	...moment,
	replies(standing)
];
