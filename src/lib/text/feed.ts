import { BASIS_WORDS, SERIES_WORDS } from './calendar.ts';
import { capital, count, day, municipalities, NBSP } from './format.ts';
import { PUBLICATION_WORDS } from './words.ts';

/** What a publication did, as far as a reader of the feed is told. */
export interface ToldRelease {
	kind: keyof typeof PUBLICATION_WORDS;
	publisher: string;
	/** Numbers that it brought, and the municipalities and regions that they are of. */
	figures: number;
	areas: number;
	/** Figures that were known and became something else, and of how many municipalities; null when that was not counted. */
	changed: { figures: number; municipalities: number } | null;
	/** Title of what it replaces. */
	supersedes: string | null;
	/** Why earlier figures changed. */
	reason: string | null;
}

const figures = (value: number): string =>
	`${count(value)}${NBSP}${value === 1 ? 'cijfer' : 'cijfers'}`;
const areas = (value: number): string =>
	`${count(value)}${NBSP}${value === 1 ? 'gebied' : 'gebieden'}`;

/** A title that says what sort of publication it is, once: `Rechtzetting: Meting 31/12/2024`. */
export function releaseTitle(kind: ToldRelease['kind'], title: string): string {
	const word = PUBLICATION_WORDS[kind];
	const saysIt = [word, 'verbetering'].some((one) => title.toLowerCase().startsWith(one));
	return saysIt ? capital(title) : `${capital(word)}: ${title}`;
}

/** The line above a withdrawal. */
export const withdrawalTitle = (title: string): string => `Ingetrokken: ${title}`;

/** What a release brought and changed, in sentences. */
export function releaseSummary(told: ToldRelease): string {
	return [
		`${capital(PUBLICATION_WORDS[told.kind])} van ${told.publisher}${told.supersedes ? `, in de plaats van «${told.supersedes}»` : ''}.`,
		broughtSentence(told),
		changedSentence(told.changed),
		told.reason && `Reden: ${told.reason}`
	]
		.filter(Boolean)
		.join(' ');
}

function broughtSentence({ kind, figures: brought, areas: touched }: ToldRelease): string {
	if (brought === 0)
		return 'Ze bracht geen cijferreeks, maar een bron van plaatsen, regio’s of regels.';
	const what = `${figures(brought)} voor ${areas(touched)}`;
	return kind === 'practice' ? `${what}: ramingen van ons, geen meting.` : `${what}.`;
}

function changedSentence(changed: ToldRelease['changed']): string {
	if (!changed || changed.figures === 0) return '';
	const verb = changed.figures === 1 ? 'werd' : 'werden';
	return `${figures(changed.figures)} ${verb} iets anders, voor ${municipalities(changed.municipalities)}.`;
}

/** Why a publication was taken back, and how much it had brought. */
export const withdrawalSummary = (
	why: string,
	brought: Pick<ToldRelease, 'figures' | 'areas'>
): string =>
	brought.figures === 0
		? why
		: `${why} Het ging om ${figures(brought.figures)} voor ${areas(brought.areas)}.`;

/** What is expected, as in the calendar of the site. */
interface ToldDue {
	series: string;
	referenceDate: string;
	expectedBy: string;
	basis: keyof typeof BASIS_WORDS;
	source: string;
}

/** The line above what is expected. */
export const dueTitle = ({ series, referenceDate }: ToldDue): string =>
	`Verwacht: ${SERIES_WORDS[series] ?? series}, toestand op ${day(referenceDate)}`;

/** By when it is expected, and where that comes from. */
export const dueSummary = ({ expectedBy, basis, source }: ToldDue): string =>
	`Verwacht tegen ${day(expectedBy)}. ${BASIS_WORDS[basis]}: ${source}`;

export const FEED_TITLE = 'Woonobjectief: publicaties, herzieningen en intrekkingen';
