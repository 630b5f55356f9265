import type { Figure, Quantity, Rule } from '#lib/domain/figure.ts';
import { count, inDecimals, inPercent, NBSP } from './format.ts';
import type { NumberFormat } from './number-format.ts';
import { indicatorName } from './words.ts';

/** What stands for a quantity in an address, its name on screen, and how its number is written. */
interface QuantityWord {
	slug: string;
	name: string;
	format: NumberFormat;
}

const share = inPercent(2);
const hundredths = inDecimals(2);
const word = (slug: string, name: string, format: NumberFormat = count): QuantityWord => ({
	slug,
	name,
	format
});

/** The quantities that can be traced, in the order in which a reader asks for them. */
export const QUANTITY_WORDS: Record<Quantity, QuantityWord> = {
	stock: word('woningen', 'sociale huurwoningen'),
	households: word('huishoudens', 'private huishoudens'),
	share: word('aandeel', 'sociale huurwoningen per 100 huishoudens', share),
	members_stock: word('woningen-leden', 'sociale huurwoningen van de leden samen'),
	members_households: word('huishoudens-leden', 'private huishoudens van de leden samen'),
	members_share: word('aandeel-leden', 'aandeel van de leden samen', share),
	baseline: word('nulmeting', 'sociale huurwoningen bij de nulmeting'),
	target: word('objectief', 'objectief: bijkomende woningen'),
	realised: word('gerealiseerd', 'gerealiseerd sinds de nulmeting'),
	realised_last_year: word('gerealiseerd-laatste-jaar', 'gerealiseerd in het laatste jaar'),
	in_execution: word('in-uitvoering', 'in uitvoering'),
	planned: word('gepland', 'gepland'),
	counted_realised: word('gerealiseerd-telt', 'gerealiseerd, telt mee voor het objectief'),
	counted_in_execution: word('in-uitvoering-telt', 'in uitvoering, telt mee voor het objectief'),
	counted_planned: word('gepland-telt', 'gepland, telt mee voor het objectief'),
	realised_share: word('voortgang', 'deel van het objectief dat gerealiseerd is', share),
	to_realise: word('nog-te-gaan', 'woningen nog te gaan (min: meer dan gevraagd)'),
	with_planned: word('met-gepland', 'gerealiseerd, in uitvoering en gepland samen'),
	with_planned_share: word('met-gepland-deel', 'deel van het objectief, met gepland erbij', share),
	goal: word('streefcijfer', 'aandeel dat de regio vraagt', share),
	gap: word('tekort', 'woningen tot het streefcijfer (min: erboven)'),
	positive_gaps: word('som-tekorten', 'tekorten van de leden die onder het streefcijfer zitten'),
	surplus: word('boven-streefcijfer', 'woningen boven het streefcijfer bij de andere leden'),
	short: word('tekort-objectief', 'woningen die gemeenten tekortkomen voor hun objectief')
};

/** What a rule gives, and how, in plain words. */
export const RULE_WORDS: Record<Rule, { name: string; formula: string }> = {
	published: { name: 'één cijfer', formula: 'zoals het gepubliceerd of geraamd is' },
	objective: { name: 'objectief: bijkomende woningen', formula: 'zoals het beslist of geraamd is' },
	merger: {
		name: 'samengesteld',
		formula: 'som van de gemeenten voor de fusie'
	},
	sum: { name: 'som', formula: 'som van deze cijfers' },
	together: { name: 'samen', formula: 'som van deze cijfers van één gebied' },
	share: {
		name: 'aandeel',
		formula: 'woningen op 31 december gedeeld door huishoudens op 1 januari erna'
	},
	gap: {
		name: 'tekort',
		formula: 'streefcijfer maal huishoudens, min woningen; naar boven afgerond op hele woningen'
	},
	goal: { name: 'streefcijfer', formula: 'zoals de bron het noemt' },
	hold_share: {
		name: 'aandeel om te houden',
		formula: 'woningen gedeeld door huishoudens, op de begindatum van het doel'
	},
	hold_gap: {
		name: 'tekort',
		formula:
			'aandeel van de begindatum maal huishoudens van nu, min woningen van nu; naar boven afgerond'
	},
	net_increase: {
		name: 'gerealiseerd sinds de nulmeting',
		formula:
			'gepubliceerde woningen op de datum, min die van de nulmeting; de nulmeting telt minder eigenaars, dus niet alles is zeker groei'
	},
	realised_share: { name: 'voortgang', formula: 'gerealiseerd gedeeld door het objectief' },
	last_year: {
		name: 'gerealiseerd in het laatste jaar',
		formula: 'gerealiseerd op de datum min gerealiseerd een jaar eerder'
	},
	to_realise: { name: 'nog te gaan', formula: 'objectief min gerealiseerd' },
	computed: { name: 'berekend', formula: 'met de regel die op de pagina zelf staat' }
};

/** What a figure inside a computation is called. */
export function figureName({ made, indicator }: Pick<Figure, 'made' | 'indicator'>): string {
	const code = made?.of?.indicator ?? indicator;
	if (code) return indicatorName(code);
	return made?.rule === 'sum' || made?.rule === 'merger'
		? figureName(made.parts[0]?.figure ?? { indicator: null })
		: RULE_WORDS[made?.rule ?? 'computed'].name;
}

/** How a figure inside a computation is written: a fraction as a percentage, anything else as a count. */
export function figureFormat({ made, value }: Pick<Figure, 'made' | 'value'>): NumberFormat {
	switch (made?.rule) {
		case 'share':
		case 'hold_share':
		case 'goal':
		case 'realised_share':
			return share;
		default:
			return Number.isInteger(value) ? count : hundredths;
	}
}

/** Where a number stands in the file of its publisher: `blad Blad1, rij 12, kolom C`. */
export function placeInFile(place: {
	sheet: string | null;
	row: number | null;
	column: string | null;
}): string {
	return [
		place.sheet && `blad ${place.sheet}`,
		place.row && `rij${NBSP}${place.row}`,
		place.column && `kolom${NBSP}${place.column}`
	]
		.filter(Boolean)
		.join(', ');
}
