/** The parts of the form in which something is said of a file, and which finding is settled in which. */

/** What a file can bring. */
export type Sort = 'figures' | 'rules' | 'register' | 'boundaries';

const FIGURES: readonly Sort[] = ['figures'];
const ALL: readonly Sort[] = ['figures', 'rules', 'register', 'boundaries'];

/** The parts in their order, each with its id on the page, and of what it is asked. */
export const PARTS = [
	{ part: 'gemeenten', of: FIGURES },
	{ part: 'opvolgers', of: ['register'] as readonly Sort[] },
	{ part: 'kolommen', of: FIGURES },
	{ part: 'bladen', of: FIGURES },
	{ part: 'dag', of: ['figures', 'boundaries'] as readonly Sort[] },
	{ part: 'regeling', of: FIGURES },
	{ part: 'soort', of: ['figures', 'rules'] as readonly Sort[] },
	{ part: 'waarom', of: ['figures', 'rules'] as readonly Sort[] },
	{ part: 'getallen', of: FIGURES },
	{ part: 'toets', of: FIGURES },
	{ part: 'indeling', of: FIGURES },
	{ part: 'geteld', of: FIGURES },
	{ part: 'uitgever', of: ALL },
	{ part: 'publicatie', of: ALL }
] as const;

/** Whether something is asked of what a file brings. */
export const isAskedOf = (asked: Part, sort: Sort): boolean =>
	PARTS.some(({ part, of }) => part === asked && of.includes(sort));

export type Part = (typeof PARTS)[number]['part'];

/** Where a finding is settled, and what to do there. */
export interface Settling {
	part: Part;
	words: string;
}

const day: Settling = { part: 'dag', words: 'Vul de dag van de cijfers in.' };
const regime: Settling = {
	part: 'regeling',
	words: 'Kies voor welke regeling de woningen tellen.'
};
const columns: Settling = {
	part: 'kolommen',
	words: 'Kies bij de kolom wat ze betekent, of «niet inlezen».'
};
const towns: Settling = {
	part: 'gemeenten',
	words: 'Kies welke gemeente bedoeld is, of vink in het blad aan dat de rij geen gemeente is.'
};
const structure: Settling = {
	part: 'indeling',
	words: 'Zeg welke indeling van gemeenten de cijfers volgen.'
};

/** By the code of the finding; one that is absent is settled in the file itself. */
export const SETTLED: Partial<Record<string, Settling>> = {
	date_missing: day,
	on_missing: day,
	new_year_day: day,
	year_off_by_one: day,
	year_looks_wrong: day,
	regime_missing: regime,
	regime_contradicts: regime,
	unmapped_column: columns,
	repeated_column: columns,
	percent_as_count: columns,
	shifted_header: columns,
	missing_column: columns,
	unknown_map_entry: columns,
	unknown_scheme: columns,
	ambiguous_number: { part: 'getallen', words: 'Kies hoe de getallen geschreven zijn.' },
	unknown_municipality: towns,
	successor_unknown: { part: 'opvolgers', words: 'Zeg in welke gemeente ze opging.' },
	asked_municipality: towns,
	ended_municipality: structure,
	future_municipality: structure,
	unknown_structure: structure,
	unknown_round: { part: 'toets', words: 'Vul het jaar van de voortgangstoets in.' },
	differs_between_sheets: { part: 'bladen', words: 'Sla het blad over dat niet juist is.' },
	ignored_sheet: { part: 'bladen', words: 'Kijk of het blad nodig is.' },
	observed_until_missing: { part: 'geteld', words: 'Vul het laatste getelde jaar in.' },
	publisher_not_stated: { part: 'uitgever', words: 'Vul in wie de cijfers uitgaf.' },
	replaces_earlier: { part: 'soort', words: 'Kies of het een herziening of een rechtzetting is.' },
	reason_missing: { part: 'waarom', words: 'Schrijf waarom vroegere cijfers veranderen.' }
};

/** Findings that are judged by what would change, which stands on the page too. */
export const CHANGES = ['replaces_earlier', 'reason_missing'];
