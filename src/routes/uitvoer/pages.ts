// Which pages there are for files and cards: each with its load, its figures and what it says first.
import type { DrawnFigure } from '#lib/charts/figure.ts';
import { PACE_YEARS } from '#lib/domain/road-results.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import { rangeSentence, splitSentence } from '#lib/text/compare.ts';
import { shortfallSentence } from '#lib/text/division.ts';
import { day, figure, municipalities } from '#lib/text/format.ts';
import { ledgerSentence } from '#lib/text/ledger.ts';
import { paceSentence, roadSentence } from '#lib/text/road.ts';
import {
	goalSentence,
	objectiveSentence,
	stockSentence,
	tallySentence
} from '#lib/text/sentences.ts';
import { pipelineSentence, sinceSentence } from '#lib/text/since.ts';
import { figureFormat, figureName, QUANTITY_WORDS } from '#lib/text/trace.ts';
import { load as loadOverview } from '../(data)/+page.server.ts';
import { load as loadPublication } from '../(data)/cijfers/publicaties/[id=id]/+page.server.ts';
import { overviewFigures } from '../(data)/figures-of-overview.ts';
import { load as loadList } from '../(data)/gemeenten/+page.server.ts';
import { load as loadMunicipality } from '../(data)/gemeenten/[nis=nis]/+page.server.ts';
import { municipalityFigures } from '../(data)/gemeenten/[nis=nis]/figures.ts';
import { load as loadLedger } from '../(data)/gemeenten/[nis=nis]/rekening/+page.server.ts';
import { load as loadSheet } from '../(data)/gemeenten/[nis=nis]/steekkaart/+page.server.ts';
import { load as loadTrace } from '../(data)/herkomst/+page.server.ts';
import { load as loadRegion } from '../(data)/regios/[slug=slug]/+page.server.ts';
import { regionFigures } from '../(data)/regios/[slug=slug]/figures.ts';
import { load as loadDivision } from '../(data)/regios/[slug=slug]/verdeling/+page.server.ts';
import { load as loadRoad } from '../(data)/regios/[slug=slug]/weg/+page.server.ts';
import { roadFigures } from '../(data)/regios/[slug=slug]/weg/figures.ts';
import { load as loadPack } from '../(data)/vergadering/[slug=slug]/+page.server.ts';
import { load as loadComparison } from '../(data)/vergelijken/+page.server.ts';
import { comparedFigures } from '../(data)/vergelijken/figures.ts';
import { load as loadRound } from '../(data)/voortgangstoets/[jaar=year]/+page.server.ts';
import { answerOf, roundFigures } from '../(data)/voortgangstoets/[jaar=year]/figures.ts';
import { load as loadSinceTown } from '../(sinds)/gemeenten/[nis=nis]/sinds/+page.server.ts';
import { load as loadSinceRegion } from '../(sinds)/regios/[slug=slug]/sinds/+page.server.ts';
import { frozenPeriod } from '../links.ts';
import { TITLES } from '../titles.ts';

/** What a page says and draws. */
export interface Told {
	/** Its sentence, and what follows from it. */
	answer: string;
	lead?: string;
	figures?: Readonly<Record<string, DrawnFigure | null>>;
	/** Whether it is a «what if». */
	scenario?: boolean;
	/** The day that it is about, when its address says so in its own way; null for none. */
	fixed?: { on: string | null };
	/** Whether the day of its address is asked anyhow. */
	picksDate?: boolean;
	/** Where it stays as it is, when that is not its address with a moment. */
	frozen?: string;
}

/** A kind of page. */
export interface PageKind {
	/** Its path; groups are what its load is given. */
	path: RegExp;
	names: readonly string[];
	/** Loads it and tells what it says. */
	told: (url: URL, params: Record<string, string>, moment: Moment) => Promise<Told>;
}

type Load<Data> = (event: never) => Promise<Data> | Data;

function kind<Data extends object>(
	path: RegExp,
	names: readonly string[],
	load: Load<Data>,
	tell: (data: Data & { moment: Moment }, url: URL) => Told
): PageKind {
	return {
		path,
		names,
		told: async (url, params, moment) => {
			const data = { ...(await load({ url, params } as never)), moment };
			const { fixed, picksDate } = data as Pick<Told, 'fixed' | 'picksDate'>;
			return { fixed, picksDate, ...tell(data, url) };
		}
	};
}

/** A page whose heading is always the same. */
const titled = (path: RegExp, answer: string): PageKind => ({
	path,
	names: [],
	told: () => Promise.resolve({ answer, fixed: { on: null } })
});

const SLUG = '([a-z0-9]+(?:-[a-z0-9]+)*)';
const NIS = '(\\d{5})';

export const PAGES: readonly PageKind[] = [
	kind(/^\/$/, [], loadOverview, (data) => ({
		answer: stockSentence(data.flanders.region.name, data.flanders.headline),
		lead: tallySentence(data.flanders.tally),
		figures: overviewFigures(data)
	})),
	kind(new RegExp(`^/gemeenten/${NIS}$`), ['nis'], loadMunicipality, (data) => {
		const { municipality, objective } = data.standing;
		const term = { ...data.scheme, today: data.moment.today };
		return {
			answer: stockSentence(municipality.name, data.standing),
			lead: objectiveSentence(municipality.name, objective, term),
			figures: municipalityFigures(data)
		};
	}),
	kind(new RegExp(`^/gemeenten/${NIS}/rekening$`), ['nis'], loadLedger, ({ ledger }) => {
		const { standing, scheme, on } = ledger;
		const term = { on, deadline: scheme.deadline, baselineOn: scheme.baselineOn };
		return {
			answer: ledgerSentence(standing.municipality.name, standing.objective, ledger.remaining, term)
		};
	}),
	kind(new RegExp(`^/gemeenten/${NIS}/steekkaart$`), ['nis'], loadSheet, ({ town }) => ({
		answer: `Steekkaart van ${town.municipality.name}`,
		lead: stockSentence(town.municipality.name, town.standing)
	})),
	kind(
		new RegExp(`^/gemeenten/${NIS}/sinds$`),
		['nis'],
		loadSinceTown,
		({ municipality, change }, url) => ({
			answer: sinceSentence(municipality.name, change.stock),
			lead: pipelineSentence(change.pipeline),
			frozen: frozenPeriod(url, change.period),
			fixed: { on: change.period.to.on }
		})
	),
	kind(/^\/gemeenten$/, [], loadList, ({ rows, areas, moment }) => ({
		answer: `${municipalities(rows.length)}${areas.chosen ? ` in ${areas.chosen.name}` : ''} op ${day(moment.on)}`
	})),
	kind(new RegExp(`^/regios/(?!samenstellen$)${SLUG}$`), ['slug'], loadRegion, (data, url) => {
		const { region, headline, goal, members, tally } = data.standing;
		return {
			answer: stockSentence(region.name, headline),
			lead: `${goalSentence(goal)} ${members.length > 0 ? tallySentence(tally) : ''}`.trim(),
			figures:
				members.length > 0 ? regionFigures(data, url) : { flows: regionFigures(data, url).flows }
		};
	}),
	kind(new RegExp(`^/regios/${SLUG}/weg$`), ['slug'], loadRoad, (data) => {
		const { region, results, scenario } = data.road;
		return {
			answer: roadSentence(region.name, results, scenario),
			lead: paceSentence(results, PACE_YEARS),
			figures: roadFigures(data),
			scenario: true
		};
	}),
	kind(
		new RegExp(`^/regios/${SLUG}/verdeling$`),
		['slug'],
		loadDivision,
		({ region, standing }) => ({
			answer: standing
				? shortfallSentence(region.name, standing.shortfall, standing.scenario)
				: `Welk aandeel sociale huur wil ${region.name} halen?`,
			scenario: true
		})
	),
	kind(
		new RegExp(`^/regios/${SLUG}/sinds$`),
		['slug'],
		loadSinceRegion,
		({ region, change }, url) => ({
			answer: sinceSentence(region.name, change.stock),
			lead: pipelineSentence(change.pipeline),
			frozen: frozenPeriod(url, change.period),
			fixed: { on: change.period.to.on }
		})
	),
	kind(
		/^\/regios$/,
		[],
		() => ({}),
		({ moment }) => ({ answer: `Regio’s op ${day(moment.on)}` })
	),
	kind(new RegExp(`^/vergadering/${SLUG}$`), ['slug'], loadPack, ({ onPaper: { pack } }) => ({
		answer: `Vergaderpakket van ${pack.region.name}`,
		lead: stockSentence(pack.region.name, pack.standing)
	})),
	kind(/^\/vergelijken$/, [], loadComparison, (data) => ({
		answer: rangeSentence(
			data.rows.map(({ standing: { region, share } }) => ({ name: region.name, share }))
		),
		lead: splitSentence(data.theil),
		figures: comparedFigures(data)
	})),
	kind(/^\/voortgangstoets\/(\d{4})$/, ['jaar'], loadRound, (data) => ({
		answer: `Voortgangstoets ${data.round.year}, toestand op ${day(data.round.measuredOn)}`,
		lead: answerOf(data),
		figures: roundFigures(data)
	})),
	kind(/^\/cijfers\/publicaties\/([1-9]\d{0,8})$/, ['id'], loadPublication, ({ account }) => ({
		answer: account.publication.title
	})),
	kind(/^\/herkomst$/, [], loadTrace, ({ trace, asked }) => {
		const [root] = trace.steps;
		const quantity = asked.quantity
			? QUANTITY_WORDS[asked.quantity]
			: root && { name: figureName(root.figure), format: figureFormat(root.figure) };
		const known = asked.known ? `, zoals bekend op ${day(asked.known)}` : '';
		return {
			answer:
				root && quantity
					? `${figure(root.figure, quantity.format)} ${quantity.name}`
					: `Herkomst van de cijfers van ${trace.area.name}`,
			lead: `${trace.area.name}, toestand op ${day(asked.on)}${known}.`
		};
	}),
	titled(/^\/voortgangstoets$/, TITLES.rounds),
	titled(/^\/cijfers$/, TITLES.figures),
	titled(/^\/cijfers\/download$/, TITLES.download),
	titled(/^\/objectief$/, TITLES.law),
	titled(/^\/methode$/, TITLES.method),
	titled(/^\/methode\/controles$/, TITLES.checks),
	titled(/^\/insluiten$/, TITLES.embed),
	titled(/^\/regios\/samenstellen$/, TITLES.compose)
];
