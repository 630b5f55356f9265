import { TITLES } from '../../titles.ts';
import type { Tell } from '../../told.ts';

/** What this page says first. */
export const tell: Tell<object> = () => ({ answer: TITLES.meetings });
