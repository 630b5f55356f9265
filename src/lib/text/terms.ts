import { NBSP } from './format.ts';

/** A word of housing policy or of statistics that not everybody knows. */
interface Term {
	/** As it stands in a sentence. */
	word: string;
	/** In words that everybody knows; no number of a place or a day. */
	says: string;
	/** Where the method tells more. */
	at: string;
}

/** The one glossary of the site: what its words mean, wherever they stand. */
export const TERMS = {
	objectief: {
		word: 'bindend sociaal objectief',
		says: 'Het aantal sociale huurwoningen dat er volgens de Vlaamse overheid in een gemeente bij moet komen. Het is een aantal, geen percentage.',
		at: '/methode#objectief'
	},
	nulmeting: {
		word: 'nulmeting',
		says: 'De telling van de sociale huurwoningen op de dag waarop een regeling begint. Wat er sindsdien bij komt, telt mee.',
		at: '/methode#objectief'
	},
	inhaalbeweging: {
		word: 'inhaalbeweging',
		says: 'Extra woningen, boven op het gewone objectief, voor gemeenten die bij de nulmeting weinig sociale huur hadden.',
		at: '/methode#objectief'
	},
	tellingW: {
		word: `telling${NBSP}W`,
		says: 'Alleen woningen die woonmaatschappijen bezitten of inhuren. Cijfers van een gemeente tellen ook die van de gemeente zelf, het OCMW en het Vlaams Woningfonds, en vallen dus iets hoger uit.',
		at: '/methode#tellingen'
	},
	groeipad: {
		word: 'groeipad',
		says: 'De weg naar het objectief: hoeveel ervan er op elke meetdatum al moest zijn.',
		at: '/methode#voortgangstoets'
	},
	voortgangstoets: {
		word: 'voortgangstoets',
		says: 'De tweejaarlijkse meting die zegt of een gemeente haar groeipad volgt.',
		at: '/methode#voortgangstoets'
	},
	streefcijfer: {
		word: 'streefcijfer',
		says: 'Een doel dat een regio zichzelf stelt, zoals een aandeel sociale huur. Het is geen wet en geldt voor de regio als geheel.',
		at: '/methode#streefcijfer'
	},
	vooruitzicht: {
		word: 'vooruitzicht',
		says: 'Een berekening van hoeveel huishoudens er later zullen zijn. Niemand heeft ze al geteld.',
		at: '/methode#noemers'
	},
	gini: {
		word: 'Gini',
		says: 'Een maat voor ongelijkheid, van nul tot bijna één. Nul betekent dat elke gemeente hetzelfde aandeel heeft.',
		at: '/methode#spreiding'
	},
	hoover: {
		word: 'Hoover-index',
		says: 'Het deel van de woningen dat in een andere gemeente zou moeten staan opdat elke gemeente hetzelfde aandeel heeft.',
		at: '/methode#spreiding'
	},
	variatie: {
		word: 'variatiecoëfficiënt',
		says: 'Hoe ver de aandelen van de gemeenten gewoonlijk van hun gemiddelde liggen, gedeeld door dat gemiddelde.',
		at: '/methode#spreiding'
	},
	theil: {
		word: 'Theil-index',
		says: 'Een maat voor ongelijkheid die precies te splitsen is in de verschillen binnen en tussen regio’s.',
		at: '/methode#spreiding'
	},
	lorenzcurve: {
		word: 'Lorenzcurve',
		says: 'Een lijn van de gemeente met het laagste naar die met het hoogste aandeel. Hoe verder ze van de rechte ligt, hoe ongelijker.',
		at: '/methode#spreiding'
	}
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof TERMS;

const FOUND = new RegExp(
	`(?<![\\p{L}-])(${Object.values(TERMS)
		.map(({ word }) => word)
		.join('|')})(?![\\p{L}-])`,
	'giu'
);

/** A piece of a sentence: words, or a term as it is written there. */
export interface Piece {
	words: string;
	term: TermName | null;
}

/** A text in pieces, with each term where it stands first. */
export function piecesOf(text: string): Piece[] {
	const seen = new Set<TermName>();
	return text.split(FOUND).map((words): Piece => {
		const term = termOf(words);
		if (!term || seen.has(term)) return { words, term: null };
		seen.add(term);
		return { words, term };
	});
}

const termOf = (words: string): TermName | null =>
	(Object.keys(TERMS) as TermName[]).find(
		(name) => TERMS[name].word.toLowerCase() === words.toLowerCase()
	) ?? null;
