import { blocks, informs, remarks } from './rule.ts';

/** Whether the file can be read: its bytes, tables, columns and cells. */
export const READING_RULES = {
	empty_file: blocks(
		'Ask the publisher for the file again.',
		'Het bestand is leeg.',
		'Vraag het bestand opnieuw aan de uitgever.'
	),
	too_large: blocks(
		'Split the file.',
		'Het bestand is te groot.',
		'Verdeel de rijen over meer bestanden.'
	),
	too_many_rows: blocks(
		'Split the sheet.',
		'Een blad heeft te veel rijen.',
		'Verdeel de rijen over meer bestanden.'
	),
	too_many_columns: blocks(
		'Keep the columns that are used.',
		'Een blad heeft te veel kolommen.',
		'Houd alleen de kolommen over die nodig zijn.'
	),
	unreadable_file: blocks(
		'Open the file, save it anew in the expected format.',
		'Het bestand kan niet gelezen worden.',
		'Open het bestand en bewaar het opnieuw in het verwachte formaat.'
	),
	unknown_layout: blocks(
		'Bring the table into one of the known layouts.',
		'De indeling van het bestand is niet bekend.',
		'Breng de tabel in een van de bekende indelingen.'
	),
	windows_1252: informs(
		'Look at names with accents.',
		'Het bestand is in een oude tekencodering geschreven.',
		'Kijk na of letters met accenten juist zijn.'
	),
	already_imported: blocks(
		'Nothing, or withdraw the earlier publication first.',
		'Hetzelfde bestand is al ingeladen.',
		'Doe niets, of trek eerst de vroegere publicatie in.'
	),
	missing_column: blocks(
		'Add the column, or write its name as expected.',
		'Een nodige kolom ontbreekt.',
		'Voeg de kolom toe, of schrijf haar naam zoals verwacht.'
	),
	repeated_column: blocks(
		'Remove or rename one of the columns.',
		'Een kolom staat er twee keer in.',
		'Verwijder of hernoem een van de kolommen.'
	),
	ignored_column: informs(
		'Look whether the column holds figures that are needed.',
		'Een kolom wordt niet gebruikt.',
		'Kijk na of er cijfers in staan die nodig zijn.'
	),
	ignored_sheet: informs(
		'Look whether the sheet holds figures that are needed.',
		'Een blad wordt niet gebruikt.',
		'Kijk na of er cijfers in staan die nodig zijn.'
	),
	rows_above_header: remarks(
		'Read the rows above the header: they may hold a warning.',
		'Boven de koppen staan nog rijen.',
		'Lees die rijen: er kan een waarschuwing in staan.'
	),
	extra_cells: blocks(
		'Repair the row; often a comma inside a number split it.',
		'Een rij heeft meer cellen dan koppen.',
		'Herstel de rij; vaak splitst een komma een getal.'
	),
	formula: blocks(
		'Open the workbook, let it calculate, and save it.',
		'Een cel bevat een formule zonder uitkomst.',
		'Open het rekenblad, laat het rekenen en bewaar het.'
	),
	formula_result: informs(
		'Look whether the workbook was calculated before it was saved.',
		'Een cel bevat een formule; haar uitkomst is gelezen.',
		'Kijk na of het rekenblad uitgerekend bewaard is.'
	),
	no_rows: blocks(
		'Ask the publisher for the file with its figures.',
		'Het bestand heeft koppen, maar geen cijfers.',
		'Vraag het bestand met de cijfers aan de uitgever.'
	),
	not_a_code: blocks(
		'Write the NIS code of the municipality, or skip the row in the mapping file.',
		'Een NIS-code kan niet gelezen worden.',
		'Schrijf de NIS-code van de gemeente, of zeg dat de rij geen gemeente is.'
	),
	unknown_indicator: blocks(
		'Write the code of a known indicator.',
		'De soort cijfer is niet bekend.',
		'Schrijf de code van een bekende soort.'
	),
	not_a_date: blocks(
		'Write the day as YYYY-MM-DD.',
		'Een dag kan niet op één manier gelezen worden.',
		'Schrijf de dag als JJJJ-MM-DD.'
	),
	not_a_number: blocks(
		'Write a number, or leave the cell blank and say why in the status.',
		'Een waarde is geen getal.',
		'Schrijf een getal, of laat de cel leeg en zeg in de status waarom.',
		'waarden zijn geen getal.'
	),
	ambiguous_number: blocks(
		'Write the number without marks between thousands.',
		'Een getal kan op twee manieren gelezen worden.',
		'Schrijf het getal zonder teken tussen de duizendtallen.',
		'getallen kunnen op twee manieren gelezen worden.'
	),
	unknown_status: blocks(
		'Write one of the known statuses.',
		'De status van een cijfer is niet bekend.',
		'Schrijf een van de bekende statussen.'
	),
	value_missing: blocks(
		'Fill the value, or give the status missing, suppressed or not_applicable.',
		'Een waarde ontbreekt.',
		'Vul de waarde in, of zeg in de status waarom ze ontbreekt.',
		'waarden ontbreken.'
	),
	value_unexpected: blocks(
		'Remove the value, or correct the status.',
		'Er is een waarde, maar de status zegt dat er geen is.',
		'Verwijder de waarde, of verbeter de status.'
	),
	observed_until_missing: blocks(
		'Give --observed-until YEAR.',
		'Het is niet duidelijk welke jaren geteld zijn en welke vooruitzichten zijn.',
		'Geef het laatste getelde jaar op.'
	),
	publisher_not_stated: informs(
		'Give --publisher NAME.',
		'Er is niet gezegd wie de cijfers publiceerde.',
		'Geef de uitgever op.'
	)
};
