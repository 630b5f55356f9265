import { asks, blocks } from './rule.ts';

/** What a table of rules is held against, beside what holds for every file. */
export const RULE_RULES = {
	cell_missing: blocks(
		'Fill the cell.',
		'Een nodige cel is leeg.',
		'Vul de cel in.',
		'nodige cellen zijn leeg.'
	),
	unknown_word: blocks(
		'Use one of the words of the column.',
		'Een cel bevat een woord dat de kolom niet kent.',
		'Gebruik een van de woorden van de kolom.'
	),
	not_a_slug: blocks(
		'Write it with small letters, digits and hyphens.',
		'De naam van een regio kan niet in een adres staan.',
		'Schrijf ze met kleine letters, cijfers en koppeltekens.'
	),
	fraction_out_of_range: blocks(
		'Write a fraction, or a per cent with its mark.',
		'Een aandeel of drempel is geen deel van een geheel.',
		'Schrijf een breuk (0.7952), of een procent met zijn teken (79,52 %).'
	),
	thresholds_incomplete: blocks(
		'Give both thresholds, the one with what is planned not below the other.',
		'De drempels van een ronde passen niet bij elkaar.',
		'Geef beide drempels; die met gepland is niet lager.'
	),
	threshold_above_one: asks(
		'Look whether the law asks more than the whole objective.',
		'Een drempel met gepland ligt boven het hele objectief.',
		'Kijk na of de regel dat echt vraagt.'
	),
	one_area: blocks(
		'Give the municipality or the region, and leave the other blank.',
		'Een rij noemt geen gemeente en geen regio, of allebei.',
		'Geef de gemeente of de regio, en laat het andere leeg.'
	),
	period_reversed: blocks(
		'Correct one of the two days.',
		'Een laatste dag komt voor de eerste.',
		'Verbeter een van de twee dagen.'
	),
	members_overlap: blocks(
		'Give the earlier membership its last day.',
		'Een gemeente is op dezelfde dag twee keer lid van een regio.',
		'Geef het eerste lidmaatschap een laatste dag.'
	),
	region_without_members: asks(
		'Add its members, or say why there are none.',
		'Een nieuwe regio heeft geen leden.',
		'Voeg de leden toe, of zeg waarom er geen zijn.'
	),
	part_incomplete: blocks(
		'Give one area and one number, as the sort of part asks.',
		'Een deel voor een doelgroep mist iets, of zegt te veel voor zijn soort.',
		'Geef één gemeente of regio, en een aantal woningen of een aandeel.'
	),
	goal_incomplete: blocks(
		'Give what this kind of goal needs, and nothing else.',
		'Een streefcijfer mist iets, of zegt te veel voor zijn soort.',
		'Geef wat bij deze soort hoort, en niets anders.'
	)
};
