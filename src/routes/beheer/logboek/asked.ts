/** What an address asks of the log. */
import { isDay } from '#lib/domain/dates.ts';
import { RULES } from '#lib/server/desk/findings/rules.ts';
import type { ToldTask } from '#lib/server/deeds/rights.ts';
import type { LogAsked, LogRow } from '#lib/server/queries/desk-log.ts';
import { findingTitle } from '../../finding-title.ts';
import { ownChange, type OwnChange, type RegimeNames } from '../changes.ts';

/** What else the log tells of. */
type OtherAction = 'sign-in' | 'sign-out' | 'access' | 'notice' | 'lay-aside' | 'proposal';

/** What is done, in words. */
const WORDS: Readonly<Record<ToldTask | OtherAction, string>> = {
	'sign-in': 'meldde zich aan',
	'sign-out': 'meldde zich af',
	import: 'leverde in',
	'lay-aside': 'legde een bestand weg',
	release: 'gaf vrij',
	withdraw: 'trok in',
	reply: 'zette een weerwoord',
	'withdraw-reply': 'trok een weerwoord in',
	boundaries: 'schreef grenzen weg',
	'remove-boundaries': 'verwijderde de grenzen',
	desk: 'maakte een link naar het beheer',
	'new-key': 'nam een nieuwe sleutel voor de keten',
	reset: 'begon de gegevens opnieuw',
	access: 'veranderde een toegang',
	notice: 'behandelde een melding',
	proposal: 'zette een stap met een voorstel'
};
export const ACTION_WORDS: Readonly<Record<string, string>> = WORDS;

export const actionWords = ({ action, done }: Pick<LogRow, 'action' | 'done'>): string =>
	`${ACTION_WORDS[action] ?? action}${done ? '' : ': geweigerd'}`;

const CODES = Object.keys(RULES).join('|');
/** Where the reason of a check begins; a semicolon anywhere else is part of what somebody wrote. */
const NEXT = new RegExp(`; (?=(?:${CODES}): )`);
const OF_CHECK = new RegExp(`^(${CODES}): (.*)$`, 's');

/** A reason as the log keeps it, with the words of each check in the place of its code. */
export const reasonWords = (why: string): string =>
	why
		.split(NEXT)
		.map((reason) => {
			const [, code, because] = OF_CHECK.exec(reason) ?? [];
			return code ? `${findingTitle(code)} «${because}»` : reason;
		})
		.join(' · ');

/** Why something was done; of a release, why what it released changes earlier figures. */
export const whyWords = ({ action, why, reason }: Pick<LogRow, 'action' | 'why' | 'reason'>) => {
	const said = why ?? (action === 'release' ? reason : null);
	return said && reasonWords(said);
};

/** What was released, old and new; null for any other deed. */
export const changeWords = ({ change }: Pick<LogRow, 'change'>, regimes: RegimeNames) =>
	change ? ownChange(change as OwnChange, regimes) : null;

/** Reads the filters; what cannot be read is passed over. */
export function askedIn({ searchParams }: URL): LogAsked {
	const number = (name: string) => Number(searchParams.get(name)) || null;
	const day = (name: string) => {
		const given = searchParams.get(name) ?? '';
		return isDay(given) ? given : null;
	};
	const action = searchParams.get('wat') ?? '';
	return {
		account: number('wie'),
		action: Object.hasOwn(ACTION_WORDS, action) ? action : null,
		from: day('van'),
		to: day('tot'),
		publication: number('publicatie')
	};
}
