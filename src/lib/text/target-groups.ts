import type { PartKind, PartOf, TargetGroup } from '#lib/domain/target-groups.ts';

/** What is said of parts for target groups. */

export const GROUP_WORDS: Record<TargetGroup, string> = {
	homeless: 'dak- en thuislozen',
	large_families: 'grote gezinnen',
	elderly: 'ouderen'
};

export const KIND_WORDS: Record<PartKind, string> = {
	objective: 'objectief (opgelegd)',
	goal: 'doel (nagestreefd)',
	stock: 'woningen die er zijn'
};

/** What a part is of, behind its number. */
export const PART_OF_WORDS: Record<PartOf, string> = {
	dwellings: 'woningen',
	stock: 'van de sociale huurwoningen',
	new_dwellings: 'van de nieuwe woningen',
	allocations: 'van de toewijzingen'
};

/** What stands with every list of them. */
export const GROUPS_NOTE =
	'Een deel voor een doelgroep telt in geen enkel totaal mee. Delen van verschillende groepen tellen we ook niet op: iemand kan tot meer dan één groep behoren.';
