import { day } from '#lib/text/format.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ moment }) => ({ answer: `Regio’s op ${day(moment.on)}` });
