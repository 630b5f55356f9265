import { blocks, informs, remarks } from './rule.ts';

/** Whether a file of boundaries can be drawn, and what of it is used. */
export const BOUNDARY_RULES = {
	same_boundaries: blocks(
		'Nothing; `boundaries --remove` first, to read the file anew.',
		'Dezelfde grenzen zijn al ingeladen.',
		'Niets; verwijder eerst de grenzen om het bestand opnieuw te lezen.'
	),
	not_an_area: blocks(
		'Remove the feature, or give it its ground.',
		'Een gebied heeft geen vlak dat getekend kan worden.',
		'Verwijder het gebied, of geef het een vlak.'
	),
	unknown_coordinates: blocks(
		'Save the boundaries in one of the expected systems of coordinates.',
		'De coördinaten liggen niet in België, of passen niet bij wat het bestand erover zegt.',
		'Bewaar de grenzen in een van de verwachte coördinatenstelsels.'
	),
	coordinates_not_stated: informs(
		'Look at the map: do the municipalities lie where they should?',
		'Het bestand zegt niet welke coördinaten het gebruikt.',
		'Kijk op de kaart of de gemeenten goed liggen.'
	),
	no_municipality_column: blocks(
		'Add a column with the NIS code of each area.',
		'Geen kolom zegt welke gemeente een gebied is.',
		'Voeg een kolom met de NIS-code toe.'
	),
	wrong_validity: blocks(
		'Correct valid_from and valid_to: days as YYYY-MM-DD.',
		'De geldigheid van een gebied klopt niet.',
		'Verbeter valid_from en valid_to: dagen als JJJJ-MM-DD.'
	),
	area_outside: remarks(
		'Nothing: the map shows Flanders.',
		'Gebieden buiten Vlaanderen zijn niet gebruikt.',
		'Niets: de kaart toont Vlaanderen.'
	),
	area_unknown: informs(
		'Look whether it is a municipality with an unexpected name or code.',
		'Een gebied is geen bekende gemeente en is niet gebruikt.',
		'Kijk na of het een gemeente is met een onverwachte naam of code.'
	),
	area_of_other_time: informs(
		'Say with --on for which day the boundaries hold.',
		'Een gebied bestaat niet in deze indeling en is niet gebruikt.',
		'Zeg voor welke dag de grenzen gelden.'
	),
	incomplete_boundaries: blocks(
		'Add the missing municipalities, or say with --on for which day the boundaries hold.',
		'Van een gemeente ontbreken de grenzen.',
		'Voeg de gemeente toe, of zeg voor welke dag de grenzen gelden.'
	),
	joined_areas: remarks(
		'Nothing, if the areas are parts of the municipality.',
		'Verschillende gebieden van een gemeente zijn samengevoegd.',
		'Niets, als het delen van de gemeente zijn.'
	),
	overlapping_areas: blocks(
		'Keep one of the areas, or give them validities that do not overlap.',
		'Gebieden van dezelfde gemeente liggen over elkaar.',
		'Houd één gebied over, of laat hun geldigheid niet overlappen.'
	),
	misplaced_area: blocks(
		'Correct the code or the name of the area.',
		'Een gebied ligt niet waar de gemeente ligt.',
		'Verbeter de code of de naam van het gebied.'
	),
	unexpected_size: informs(
		'Look whether a part is missing, or the sea is included.',
		'Een gebied is veel groter of kleiner dan de gemeente.',
		'Kijk na of er een deel ontbreekt, of de zee meegeteld is.'
	),
	other_neighbours: informs(
		'Say --replace-neighbours if the pairs of the file are right.',
		'Buurgemeenten volgens de grenzen verschillen van wat bekend is.',
		'Vervang de buurgemeenten als die van het bestand juist zijn.'
	)
};
