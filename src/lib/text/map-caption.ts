/** Whose boundaries a map shows. */
export interface BoundaryCredit {
	credit: string;
	licence: string | null;
}

/** The line under a map: whose boundaries it shows, or that it is schematic. */
export function mapCaption(source: BoundaryCredit | null): string {
	if (!source)
		return 'Schematische kaart: elk vlak ligt rond het midden van een gemeente en is ongeveer zo groot; het zijn geen officiële grenzen.';
	const { credit, licence } = source;
	const terms = licence === null ? '' : ` (${licence})`;
	return `Grenzen van de gemeenten: ${credit.replace(/[.\s]+$/, '')}${terms}. Vereenvoudigd voor deze kaart.`;
}

/** What stands in place of a map on which no municipality could be seen. */
export const CROWDED_MAP =
	'Zoveel gemeenten zijn op één kaart niet te onderscheiden. Kies een regio om haar gemeenten te zien; hoe alle gemeenten liggen, staat in de verdeling.';
