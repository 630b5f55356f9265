/** The headings of pages that answer no question with a number; the picture beside a link to one says the same. */
export const TITLES = {
	checks: 'Welke controles een bestand doorloopt',
	compose: 'Stel zelf een regio samen',
	contradictions: 'Cijfers die elkaar tegenspreken of rechtzetten',
	download: 'Alle cijfers downloaden',
	embed: 'Sluit een figuur in op uw site',
	figures: 'Waar de cijfers vandaan komen',
	law: 'Het objectief als wet',
	meetings: 'Bereid een vergadering voor',
	method: 'Hoe we tellen en rekenen',
	rounds: 'Voortgangstoets: volgt elke gemeente het groeipad?'
} as const;

/** The pages that say no more than their heading, by their path. */
export const TITLE_AT: Readonly<Record<string, string>> = {
	'/cijfers': TITLES.figures,
	'/cijfers/download': TITLES.download,
	'/insluiten': TITLES.embed,
	'/methode': TITLES.method,
	'/methode/controles': TITLES.checks,
	'/regios/samenstellen': TITLES.compose,
	'/vergadering': TITLES.meetings,
	'/voortgangstoets': TITLES.rounds
};
