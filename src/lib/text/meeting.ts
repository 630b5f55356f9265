/** The parts of a meeting pack in the order in which they are printed: their names in an address and on the form. */
export const PART_WORDS = {
	cover: { slug: 'omslag', name: 'Omslag' },
	region: { slug: 'regio', name: 'De regio' },
	agenda: { slug: 'agenda', name: 'Agenda uit de cijfers' },
	sheets: { slug: 'steekkaarten', name: 'Steekkaart per gemeente' },
	scenario: { slug: 'scenario', name: 'Scenario' },
	sources: { slug: 'bronnen', name: 'Methode en bronnen' }
} as const;

/** A part of a meeting pack. */
export type PackPart = keyof typeof PART_WORDS;
