import { ledgerSentence } from '#lib/text/ledger.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ ledger }) => {
	const { standing, scheme, on, closing } = ledger;
	const term = { on, closing, deadline: scheme.deadline };
	return {
		answer: ledgerSentence(standing.municipality.name, standing.objective, ledger.remaining, term)
	};
};
