import { versionReason, versionTitle } from '#lib/text/version.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ account, told }) => ({
	answer: `Versie ${account.made.version}: ${versionTitle(told)}`,
	lead: versionReason(told)
});
