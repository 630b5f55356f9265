import { pipelineSentence, sinceSentence } from '#lib/text/since.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ region, change }) => ({
	answer: sinceSentence(region.name, change.stock),
	lead: pipelineSentence(change.pipeline)
});
