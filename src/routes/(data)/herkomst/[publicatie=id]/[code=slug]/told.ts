import { mentionDay, mentionHeading } from '#lib/text/mention.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<Pick<PageData, 'mention' | 'whose'>> = ({ mention, whose }) => ({
	answer: mentionHeading(mention),
	lead: `${whose}, ${mentionDay(mention)}. ${mention.says}`
});
