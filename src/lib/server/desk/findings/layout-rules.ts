import { asks, blocks, informs, remarks } from './rule.ts';

/** What tables made for people leave open: names, headers, dates, totals, and what a mapping file says about them. */
export const LAYOUT_RULES = {
	not_ours: blocks(
		'Nothing: this program has no use for these figures.',
		'Deze cijfers horen niet bij deze site.',
		'Niets: de site gebruikt deze cijfers niet.'
	),
	asked_municipality: blocks(
		'Correct the name in the file, or say in the mapping file which municipality is meant.',
		'Het is niet zeker welke gemeente bedoeld is.',
		'Verbeter de naam, of zeg in het koppelbestand welke gemeente bedoeld is.',
		'namen kunnen verschillende gemeenten zijn.'
	),
	code_and_name_differ: blocks(
		'Correct the code or the name.',
		'De code en de naam zijn van verschillende gemeenten.',
		'Verbeter de code of de naam.'
	),
	other_name: informs(
		'Look whether the right municipality was recognised.',
		'Een gemeente staat er met een andere naam.',
		'Kijk na of de juiste gemeente herkend is.',
		'gemeenten staan er met een andere naam.'
	),
	not_localised: remarks(
		'Nothing: what could not be placed belongs to no municipality.',
		'Een rij hoort bij geen enkele gemeente.',
		'Niets: wat niet te plaatsen is, telt bij geen gemeente mee.',
		'rijen horen bij geen enkele gemeente.'
	),
	elsewhere: remarks(
		'Nothing: the areas lie outside Flanders.',
		'Er staan gebieden buiten Vlaanderen in.',
		'Niets: die gebieden liggen buiten Vlaanderen.'
	),
	not_our_level: remarks(
		'Nothing: this program counts by municipality.',
		'Er staan gebieden in die geen gemeenten zijn.',
		'Niets: de site telt per gemeente.'
	),
	total_not_used: remarks(
		'Nothing: totals are added up from the municipalities.',
		'Een rij met een totaal wordt niet ingeladen.',
		'Niets: de site telt totalen zelf op.',
		'rijen met een totaal worden niet ingeladen.'
	),
	total_not_sum: asks(
		'Find out which of the two is right, the total or its parts.',
		'Een totaal is niet de som van zijn delen.',
		'Zoek uit wat juist is: het totaal of de delen.',
		'totalen zijn niet de som van hun delen.'
	),
	footnote: remarks('Read the notes.', 'Onder de tabel staan noten.', 'Lees de noten.'),
	merged_cells: blocks(
		'Undo the merging of the cells and fill each of them.',
		'Cellen met cijfers zijn samengevoegd.',
		'Maak de samenvoeging ongedaan en vul elke cel in.'
	),
	shifted_header: blocks(
		'Put each header above its own column.',
		'De koppen staan niet boven hun eigen kolom.',
		'Zet elke kop boven haar eigen kolom.'
	),
	header_by_content: informs(
		'Look whether the column was recognised rightly.',
		'Een kolom zonder bekende kop is aan haar inhoud herkend.',
		'Kijk na of de kolom juist herkend is.',
		'kolommen zonder bekende kop zijn aan hun inhoud herkend.'
	),
	unmapped_column: asks(
		'Say in the mapping file what the column holds, or that it is to be ignored.',
		'Een kolom met getallen is niet herkend.',
		'Zeg in het koppelbestand wat in de kolom staat, of dat ze niet nodig is.',
		'kolommen met getallen zijn niet herkend.'
	),
	derived_column: remarks(
		'Nothing: what follows from other columns is computed.',
		'Een kolom volgt uit andere kolommen: een deel van een totaal, of wat nog overblijft.',
		'Niets: de site rekent dat zelf uit.',
		'kolommen volgen uit andere kolommen.'
	),
	percent_as_count: blocks(
		'Give the number of homes, or say in the mapping file that the column is to be ignored.',
		'In een kolom met aantallen staat een percentage.',
		'Geef het aantal woningen, of zeg in het koppelbestand dat de kolom niet nodig is.'
	),
	new_year_day: asks(
		'Find out whether the homes of 31 December are meant.',
		'Woningen staan op 1 januari; ze worden gelezen als die van 31 december ervoor.',
		'Kijk na of de uitgever de voorraad van 31 december bedoelt.'
	),
	several_tables: informs(
		'Look whether each table was read rightly.',
		'Op één blad staan meer tabellen; elke tabel is apart gelezen.',
		'Kijk na of elke tabel juist gelezen is.'
	),
	unread_table: asks(
		'Say in the mapping file what its columns hold, or that they are to be ignored.',
		'Lager op het blad staat een tabel waarvan de koppen niet bekend zijn.',
		'Lever ze als een eigen bestand in, of zeg wat haar kolommen betekenen.'
	),
	own_estimate: remarks(
		'Nothing: an estimate or forecast of this site stays one.',
		'Het bestand bevat ramingen of vooruitzichten van deze site zelf.',
		'Niets: wat niemand telde, wordt nooit een gepubliceerd cijfer.'
	),
	added_up: asks(
		'Find out whether the rows are of different landlords.',
		'Een gemeente staat in meer rijen, één per verhuurder; die zijn opgeteld.',
		'Kijk na of elke rij andere woningen telt.'
	),
	hidden_cells: asks(
		'Show them and look whether they are meant to count.',
		'Er zijn verborgen rijen, kolommen of bladen gelezen.',
		'Toon ze en kijk na of ze mee moeten tellen.'
	),
	computed_column: remarks(
		'Nothing: percentages are computed from the counts.',
		'Een kolom met percentages wordt niet gebruikt.',
		'Niets: de site rekent percentages zelf uit.',
		'kolommen met percentages worden niet gebruikt.'
	),
	unknown_topic: blocks(
		'Say in the mapping file which indicator a topic is; without one there is nothing to import.',
		'Geen enkel onderwerp van het bestand is bekend.',
		'Zeg in het koppelbestand welk cijfer bij een onderwerp hoort.'
	),
	unknown_level: blocks(
		'Say in the mapping file whether the names are municipalities or arrondissements.',
		'Het is niet duidelijk of de namen gemeenten of arrondissementen zijn.',
		'Zeg in het koppelbestand welke gebieden het zijn.'
	),
	unknown_map_entry: blocks(
		'Correct the header or the row in the mapping file.',
		'Het koppelbestand noemt een kolom of rij die er niet is.',
		'Verbeter de kop of de rij in het koppelbestand.'
	),
	skipped_row: informs(
		'Nothing: somebody said that the rows are no municipality.',
		'Rijen worden overgeslagen: iemand zei dat ze geen gemeente zijn.',
		'Kijk na of er geen gemeente bij is.'
	),
	date_missing: blocks(
		'Say with --on, or in the mapping file, of which day the figures are.',
		'Het bestand zegt niet van welke dag de cijfers zijn.',
		'Zeg van welke dag de cijfers zijn.'
	),
	year_off_by_one: blocks(
		'Find out which year is right; the test of a year is measured on 31 December of the year before.',
		'Het jaar in de titel past niet bij de dag van de cijfers.',
		'Zoek uit welk jaar juist is; een toets gebruikt de cijfers van 31 december van het jaar ervoor.'
	),
	thousands_mark: informs(
		'Look whether the numbers were read rightly.',
		'Getallen hebben een teken tussen de duizendtallen.',
		'Kijk na of de getallen juist gelezen zijn.'
	),
	read_as_missing: informs(
		'Look whether nothing, or zero, is meant.',
		'Een cel zonder getal is gelezen als «niet bekend».',
		'Kijk na of «niet bekend» of nul bedoeld is.',
		'cellen zonder getal zijn gelezen als «niet bekend».'
	),
	unknown_category: blocks(
		'Write 1, 2, 2a or 2b.',
		'De categorie van de voortgangstoets is niet bekend.',
		'Schrijf 1, 2, 2a of 2b.'
	),
	unknown_round: blocks(
		'Say in the mapping file which round it is, or enter the round first.',
		'Het is niet duidelijk bij welke voortgangstoets de categorieën horen.',
		'Zeg bij welke voortgangstoets de categorieën horen.'
	),
	unknown_scheme: blocks(
		'Say in the mapping file to which objective the column belongs.',
		'Het is niet duidelijk bij welk objectief een kolom hoort.',
		'Zeg bij welk objectief de kolom hoort.'
	),
	regime_missing: blocks(
		'Say with --regime, or with the period in the head, for which objective the homes count.',
		'Het cijfer kan voor twee regelingen tellen, en het bestand zegt niet voor welke.',
		'Zeg voor welke regeling de woningen tellen, bijvoorbeeld met de periode in de kop.'
	),
	regime_contradicts: blocks(
		'Find out which of the two is right.',
		'De regeling past niet bij de titel of bij de dag.',
		'Zoek uit voor welke regeling de woningen tellen.'
	),
	regime_read: informs(
		'Look whether it is the right regime.',
		'Voor welke regeling de woningen tellen.',
		'Kijk na of het de juiste regeling is.'
	),
	differs_between_sheets: blocks(
		'Find out which sheet is right, or leave a sheet out with the mapping file.',
		'Twee bladen geven een ander cijfer voor hetzelfde.',
		'Zoek uit welk blad juist is, of sla een blad over.'
	),
	provisional_title: remarks(
		'Nothing: the figures are stored as provisional.',
		'De titel noemt de cijfers voorlopig.',
		'Niets: de cijfers worden als voorlopig bewaard.'
	),
	unknown_period: blocks(
		'Write the year of the figures.',
		'De periode is niet bekend.',
		'Schrijf het jaar van de cijfers.'
	),
	unknown_region: blocks(
		'Correct the code, or enter the region first.',
		'Het gebied is niet bekend.',
		'Verbeter de code, of voeg eerst het gebied toe.'
	),
	on_missing: blocks(
		'Give --on DATE: the first day on which the memberships hold.',
		'Het bestand zegt niet vanaf welke dag de indeling geldt.',
		'Zeg vanaf welke dag de indeling geldt.'
	),
	later_memberships: blocks(
		'Give a later day, or withdraw the later memberships first.',
		'Er is al een latere indeling bekend.',
		'Geef een latere dag.'
	),
	membership_starts: asks(
		'Look whether the municipality joins the region on that day.',
		'Een gemeente komt bij een gebied.',
		'Kijk na of de gemeente er die dag bij komt.',
		'gemeenten komen bij een gebied.'
	),
	membership_ends: asks(
		'Look whether the municipality leaves the region on that day.',
		'Een gemeente verlaat een gebied.',
		'Kijk na of de gemeente die dag vertrekt.',
		'gemeenten verlaten een gebied.'
	),
	known_areas: remarks(
		'Nothing: all municipalities are known.',
		'De gemeenten van het bestand zijn bekend.',
		'Niets.'
	),
	new_succession: asks(
		'Look whether the merger and its day are right.',
		'Een gemeente gaat op in een andere.',
		'Kijk na of de fusie en haar dag juist zijn.',
		'gemeenten gaan op in een andere.'
	),
	structure_effect: informs(
		'Adapt the memberships and objectives that the change touches.',
		'Een fusie raakt gebieden of objectieven.',
		'Pas de gebieden en objectieven aan die de fusie raakt.'
	)
};
