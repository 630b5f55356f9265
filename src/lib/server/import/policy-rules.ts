import { asks, blocks, informs } from './rule.ts';

/** Whether the figures can be true: places, days, sums, and what was known before. */
export const POLICY_RULES = {
	unknown_municipality: blocks(
		'Correct the code or the name.',
		'De gemeente is niet bekend.',
		'Verbeter de code of de naam.'
	),
	ended_municipality: blocks(
		'Use the municipality it went into, or say with --structure which structure the figures follow.',
		'De gemeente bestond niet meer op die dag.',
		'Gebruik de gemeente waarin ze opging, of zeg welke indeling de cijfers volgen.'
	),
	future_municipality: blocks(
		'Use the municipalities of then, or say with --structure which structure the figures follow.',
		'De gemeente bestond nog niet op die dag.',
		'Gebruik de gemeenten van toen, of zeg welke indeling de cijfers volgen.'
	),
	total_row: blocks(
		'Remove the row of the total.',
		'Tussen de gemeenten staat een totaal.',
		'Verwijder de rij met het totaal.'
	),
	implausible_date: blocks(
		'Correct the date, or give the status forecast.',
		'Een dag kan niet kloppen.',
		'Verbeter de dag, of geef aan dat het een vooruitzicht is.'
	),
	unusual_day: informs(
		'Look whether the figure is of 31 December (stock) or 1 January (households).',
		'Een cijfer is van een ongewone dag.',
		'Kijk na of het cijfer van 31 december (woningen) of 1 januari (huishoudens) is.'
	),
	not_whole: blocks(
		'Look whether it is a percentage; a count is a whole number.',
		'Een aantal is geen geheel getal.',
		'Kijk na of het een percentage is; een aantal is een geheel getal.'
	),
	negative_value: blocks(
		'Correct the value; only a net change can be below zero.',
		'Een aantal is kleiner dan nul.',
		'Verbeter de waarde; alleen een netto verandering kan onder nul zijn.'
	),
	implausible_value: blocks('Correct the value.', 'Een waarde is te groot.', 'Verbeter de waarde.'),
	duplicate: blocks(
		'Keep the right one of the rows.',
		'Hetzelfde cijfer staat er twee keer in.',
		'Houd alleen de juiste rij.'
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
		'Kijk na of de gemeente met opzet ontbreekt.'
	),
	objective_deviates: informs(
		'Compare the objective with its source: it may be an error, an agreement, a later decision or a merger. It is kept as it is.',
		'Een objectief verschilt meer dan één woning van de formule van de wet.',
		'Vergelijk het objectief met de bron: het kan een fout zijn, een afspraak, een latere beslissing of een fusie. Het blijft zoals het is.'
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
		'Kijk na of de gemeente en haar eerste dag kloppen.'
	),
	changed_municipality: asks(
		'Look whether the change is right.',
		'Een gemeente verandert.',
		'Kijk na of de verandering klopt.'
	),
	successor_unknown: informs(
		'Say in the mapping file into which municipality it went: "successors".',
		'Een gemeente eindigt zonder opvolger.',
		'Zeg in het koppelbestand in welke gemeente ze opging.'
	),
	older_table: informs(
		'Look for a newer register.',
		'Het register is ouder dan wat bekend is.',
		'Zoek een nieuwer register.'
	),
	left_out: informs(
		'Look whether the difference is right.',
		'Een gemeente blijft zoals ze bekend is.',
		'Kijk na of het verschil klopt.'
	)
};
