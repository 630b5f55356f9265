/** Where the desk is with a notice, in words. */
import type { NoticeState } from '#lib/server/deeds/notices.ts';

export const NOTICE_STATES: Readonly<Record<NoticeState, string>> = {
	new: 'nieuw',
	looked_at: 'in onderzoek',
	answered: 'beantwoord',
	closed: 'afgesloten'
};

export const isState = (word: string): word is NoticeState => Object.hasOwn(NOTICE_STATES, word);
