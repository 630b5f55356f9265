import { day, figure } from '#lib/text/format.ts';
import { figureFormat, figureName, QUANTITY_WORDS } from '#lib/text/trace.ts';
import type { Tell } from '../../told.ts';
import type { PageData } from './$types.js';

/** What this page says first. */
export const tell: Tell<PageData> = ({ trace, asked, known }) => {
	const [root] = trace.steps;
	const quantity = asked.quantity
		? QUANTITY_WORDS[asked.quantity]
		: root && { name: figureName(root.figure), format: figureFormat(root.figure) };
	const then = known ? `, zoals bekend op ${day(known)}` : '';
	return {
		answer:
			root && quantity
				? `${figure(root.figure, quantity.format)} ${quantity.name}`
				: `Herkomst van de cijfers van ${trace.area.name}`,
		lead: `${trace.area.name}, toestand op ${day(asked.on)}${then}.`
	};
};
