import { ledgerSentence } from '#lib/text/ledger.ts';
import type { Tell } from '../../../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ ledger }) => {
	const { standing, scheme, on } = ledger;
	const term = { on, deadline: scheme.deadline, baselineOn: scheme.baselineOn };
	return {
		answer: ledgerSentence(standing.municipality.name, standing.objective, ledger.remaining, term)
	};
};
