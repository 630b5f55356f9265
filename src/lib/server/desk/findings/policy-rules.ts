import { asks, blocks, informs, remarks } from './rule.ts';

/** Whether the figures can be true: places, days, sums, and what was known before. */
export const POLICY_RULES = {
	unknown_municipality: blocks(
		'Correct the code or the name.',
		'De gemeente is niet bekend.',
		'Verbeter de code of de naam.',
		'namen of codes zijn geen bekende gemeente.'
	),
	ended_municipality: blocks(
		'Use the municipality it went into, or say with --structure which structure the figures follow.',
		'De gemeente bestond niet meer op die dag.',
		'Gebruik de gemeente waarin ze opging, of zeg welke indeling de cijfers volgen.',
		'gemeenten bestonden niet meer op die dag.'
	),
	future_municipality: blocks(
		'Use the municipalities of then, or say with --structure which structure the figures follow.',
		'De gemeente bestond nog niet op die dag.',
		'Gebruik de gemeenten van toen, of zeg welke indeling de cijfers volgen.',
		'gemeenten bestonden nog niet op die dag.'
	),
	total_row: blocks(
		'Remove the row of the total.',
		'Tussen de gemeenten staat een totaal.',
		'Verwijder de rij met het totaal.',
		'rijen tussen de gemeenten zijn een totaal.'
	),
	implausible_date: blocks(
		'Correct the date, or give the status forecast.',
		'Een dag kan niet kloppen.',
		'Verbeter de dag, of geef aan dat het een vooruitzicht is.',
		'dagen kunnen niet kloppen.'
	),
	unusual_day: informs(
		'Look whether the figure is of 31 December (stock) or 1 January (households).',
		'Een cijfer is van een ongewone dag.',
		'Kijk na of het cijfer van 31 december (woningen) of 1 januari (huishoudens) is.',
		'cijfers zijn van een ongewone dag.'
	),
	not_whole: blocks(
		'Look whether it is a percentage; a count is a whole number.',
		'Een aantal is geen geheel getal.',
		'Kijk na of het een percentage is; een aantal is een geheel getal.',
		'aantallen zijn geen geheel getal.'
	),
	negative_value: blocks(
		'Correct the value; only a net change can be below zero.',
		'Een aantal is kleiner dan nul.',
		'Verbeter de waarde; alleen een netto verandering kan onder nul zijn.',
		'aantallen zijn kleiner dan nul.'
	),
	implausible_value: blocks(
		'Correct the value.',
		'Een waarde is te groot.',
		'Verbeter de waarde.',
		'waarden zijn te groot.'
	),
	duplicate: blocks(
		'Keep the right one of the rows.',
		'Hetzelfde cijfer staat er twee keer in.',
		'Houd alleen de juiste rij.',
		'cijfers staan er twee keer in.'
	),
	high_share: asks(
		'Compare the figure with its publisher.',
		'Er zijn zeer veel sociale woningen voor het aantal huishoudens.',
		'Kijk het cijfer na bij de uitgever.'
	),
	unknown_structure: blocks(
		'Say with --structure which structure the figures follow.',
		'De gemeenten van het bestand passen in geen bekende indeling.',
		'Zeg welke indeling de cijfers volgen.'
	),
	unknown_household_size: blocks(
		'Correct the household size.',
		'Een gezinsgrootte is niet bekend.',
		'Verbeter de gezinsgrootte.'
	),
	missing_household_size: blocks(
		'Add the rows of the missing size.',
		'Een gezinsgrootte ontbreekt.',
		'Voeg de rijen van die gezinsgrootte toe.'
	),
	missing_municipality: informs(
		'Look whether the municipality was left out on purpose.',
		'Een gemeente ontbreekt.',
		'Kijk na of de gemeente met opzet ontbreekt.',
		'gemeenten ontbreken.'
	),
	objective_deviates: asks(
		'Compare the objective with its source: it may be an error, an agreement, a later decision or a merger. It is kept as it is.',
		'Een objectief verschilt meer dan één woning van de formule van de wet.',
		'Vergelijk het objectief met de bron: het kan een fout zijn, een afspraak, een latere beslissing of een fusie. Het blijft zoals het is.',
		'objectieven verschillen meer dan één woning van de formule van de wet.'
	),
	objective_high: asks(
		'Compare the objective with its source: look for a shifted column, a total, or the stock in the place of the objective.',
		'Een objectief is veel te groot voor de gemeente.',
		'Vergelijk het objectief met de bron: kijk na of het geen totaal of voorraad is.',
		'objectieven zijn veel te groot voor hun gemeente.'
	),
	replaces_earlier: blocks(
		'Say with --kind whether it is a revision or a correction.',
		'Cijfers verschillen van wat eerder gepubliceerd werd.',
		'Zeg of het een herziening of een rechtzetting is.'
	),
	reason_missing: blocks(
		'Say with --why why they change.',
		'Niemand zei waarom vroegere cijfers veranderen.',
		'Geef de reden; ze komt op de pagina van de publicatie.'
	)
};

/** Whether the figures fit what is known: looked at when nothing blocks any more. */
export const COMPARISON_RULES = {
	incomplete_list: asks(
		'Ask the publisher for the missing municipality, or say why it has no figure.',
		'Bijna alle gemeenten staan erin, maar niet alle.',
		'Vraag het ontbrekende cijfer op, of zeg waarom het er niet is.'
	),
	total_not_parts: asks(
		'Ask the publisher which of the numbers is right.',
		'Een totaal is niet de som van zijn delen.',
		'Vraag de uitgever welk getal klopt.',
		'totalen zijn niet de som van hun delen.'
	),
	area_total_off: asks(
		'Look for a municipality that is missing, double or misplaced.',
		'De gemeenten van een provincie, regio of Vlaanderen tellen niet op tot het gepubliceerde totaal.',
		'Zoek een gemeente die ontbreekt, dubbel staat of verkeerd staat.'
	),
	year_looks_wrong: asks(
		'Look which 31 December the figures are of; the test of 2022 measures 31 December 2021.',
		'Het jaartal lijkt één jaar verkeerd.',
		'Kijk na van welke 31 december de cijfers zijn; de toets van 2022 meet 31 december 2021.'
	),
	realised_fell: asks(
		'Ask what was sold or demolished, or correct the figure.',
		'Er zijn minder woningen gerealiseerd dan vorig jaar, meer dan er gekend verdwenen.',
		'Vraag wat verkocht of gesloopt werd, of verbeter het cijfer.'
	),
	planned_below_realised: asks(
		'Look whether two columns were exchanged.',
		'Gepland en gerealiseerd samen is minder dan gerealiseerd.',
		'Kijk na of twee kolommen verwisseld zijn.',
		'keer is gepland en gerealiseerd samen minder dan gerealiseerd.'
	),
	stock_below_baseline: asks(
		'Look whether stock, baseline and realised count the same homes.',
		'De voorraad is kleiner dan de nulmeting plus wat gerealiseerd is.',
		'Kijk na of voorraad, nulmeting en gerealiseerd dezelfde woningen tellen.'
	),
	definition_changed: asks(
		'Say what changed in the definition; the figures are no series with those before.',
		'De woningen zijn anders geteld dan in de vorige publicatie.',
		'Zeg wat er in de telling veranderde; de cijfers vormen geen reeks met die van vroeger.'
	),
	percentage_as_count: asks(
		'Take the column of the numbers instead of the percentages.',
		'Een aantal lijkt een percentage.',
		'Neem de kolom met aantallen in plaats van die met percentages.',
		'aantallen lijken percentages.'
	),
	stock_halved: asks(
		'Look whether the right column was taken, and whether the homes really went.',
		'Een voorraad is minder dan de helft van wat verwacht was.',
		'Kijk na of de juiste kolom gelezen is, en of die woningen echt verdwenen.',
		'voorraden zijn minder dan de helft van wat verwacht was.'
	),
	same_as_last_year: asks(
		'Look whether the figures of last year were sent again.',
		'Verdacht veel cijfers zijn dezelfde als vorig jaar.',
		'Kijk na of de cijfers van vorig jaar opnieuw verstuurd zijn.'
	),
	category_contradicts: asks(
		'Compare category, objective and figures with the decision.',
		'Een categorie spreekt de nagerekende toets tegen.',
		'Vergelijk categorie, objectief en cijfers met de beslissing.',
		'categorieën spreken de nagerekende toets tegen.'
	),
	estimates_above_total: remarks(
		'Nothing: the pages of the region show what was published.',
		'Geraamde woningen tellen op tot meer dan het gepubliceerde totaal.',
		'Niets: in de regio tonen we dan alleen wat gepubliceerd is.'
	),
	realised_above_total: remarks(
		'Nothing: the pages of the region show what was published.',
		'Wat geraamd gerealiseerd is, telt op tot meer dan het gepubliceerde totaal.',
		'Niets: in de regio tonen we dan alleen wat gepubliceerd is.'
	),
	objectives_above_total: remarks(
		'Nothing: the pages of the region show what was published.',
		'Geraamde objectieven tellen op tot meer dan wat voor het geheel beslist is.',
		'Niets: in de regio tonen we dan alleen wat gepubliceerd is.'
	),
	realised_off_stock: informs(
		'Import the baseline, or what was realised.',
		'Wat geraamd gerealiseerd is, klopt niet met de gepubliceerde voorraad.',
		'Laad de nulmeting in, of wat gerealiseerd is.'
	),
	practice_retired: remarks(
		'Nothing.',
		'Oefencijfers wijken voor gepubliceerde cijfers.',
		'Niets.',
		'oefencijfers wijken voor gepubliceerde cijfers.'
	)
};

/** What a register of municipalities changes. */
export const REGISTER_RULES = {
	no_draft: blocks(
		'Import the register without a release to come.',
		'Gemeenten kunnen niet als ontwerp wachten.',
		'Laad het register in op de dag zelf.'
	),
	not_a_level: blocks(
		'Correct the level of the area.',
		'Het niveau van een gebied is niet bekend.',
		'Verbeter het niveau.'
	),
	parent_missing: blocks(
		'Add the row of the area above.',
		'Het gebied erboven ontbreekt.',
		'Voeg de rij van dat gebied toe.'
	),
	new_municipality: asks(
		'Look whether the municipality and its first day are right.',
		'Een gemeente is nieuw.',
		'Kijk na of de gemeente en haar eerste dag kloppen.',
		'gemeenten zijn nieuw.'
	),
	changed_municipality: asks(
		'Look whether the change is right.',
		'Een gemeente verandert.',
		'Kijk na of de verandering klopt.',
		'gemeenten veranderen.'
	),
	successor_unknown: informs(
		'Say in the mapping file into which municipality it went: "successors".',
		'Een gemeente eindigt zonder opvolger.',
		'Zeg in het koppelbestand in welke gemeente ze opging.',
		'gemeenten eindigen zonder opvolger.'
	),
	older_table: informs(
		'Look for a newer register.',
		'Het register is ouder dan wat bekend is.',
		'Zoek een nieuwer register.'
	),
	left_out: informs(
		'Look whether the difference is right.',
		'Een gemeente blijft zoals ze bekend is.',
		'Kijk na of het verschil klopt.',
		'gemeenten blijven zoals ze bekend zijn.'
	)
};
