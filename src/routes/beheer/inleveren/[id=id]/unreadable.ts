/** What to do with a file that cannot be read, by the kind that the reader names. */

const SAVE_AS = 'open het en bewaar het als «Excel-werkmap (.xlsx)» of als CSV.';
const ASK = 'vraag aan de uitgever de tabel zelf, als XLSX of CSV.';

const KINDS: readonly (readonly [RegExp, string])[] = [
	[
		/\.xls\)|password/,
		`Dit is een Excel-bestand van voor 2007, of een met een wachtwoord: ${SAVE_AS}`
	],
	[/\.xlsb/, `Dit is een binaire Excel-werkmap (.xlsb): ${SAVE_AS}`],
	[/\.ods/, `Dit is een document van LibreOffice (.ods): ${SAVE_AS}`],
	[/HTML/, `Dit is een webpagina, wat haar naam ook zegt: ${SAVE_AS}`],
	[/PDF/, `Dit is een pdf, en die bevat geen cellen: ${ASK}`],
	[/picture|presentation/, `Dit is een beeld of een presentatie: ${ASK}`],
	[/RTF|Word/, 'Dit is een tekstdocument: kopieer de tabel naar een werkmap.'],
	[/packed|zip/, 'Dit is een ingepakt bestand: pak het uit en lever de tabel in die erin zit.']
];

/** Null when the reader names no kind. @param message of the finding */
export const unreadableWords = (message: string): string | null =>
	KINDS.find(([kind]) => kind.test(message))?.[1] ?? null;
