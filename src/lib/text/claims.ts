import type { MemberCount } from '#lib/domain/members.ts';
import type { Status } from '#lib/domain/status.ts';
import { count, municipalities, NBSP } from './format.ts';

/** How a claim over members is worded, in the singular and the plural. */
export interface ClaimWords {
	/** Who is counted: «gemeente met een objectief». */
	who: { one: string; many: string };
	/** What is said of them: «haalt het», «halen het». */
	says: { one: string; many: string };
	/** What is not known when it is not: «gemeenten hun objectief halen», after «Hoeveel». */
	open: string;
	/** How sure it is who is counted at all, such as who has an objective; sure when not given. */
	whole?: Status;
}

const about = (status: Status | undefined): string => (status === 'estimated' ? `≈${NBSP}` : '');

/**
 * A claim over members in one sentence or two: «≈ 3 van de 12 gemeenten halen 11 %. Van 2 gemeenten ontbreekt een
 * cijfer: die tellen niet mee.» An estimate carries its mark in every form of it, and who is left out is always said.
 * @param more what follows from the claim, said before who is left out
 */
export const claimSentence = (counted: MemberCount, words: ClaimWords, more = ''): string =>
	[claimed(counted, words), more, leftOut(counted)].filter(Boolean).join(' ');

/** Who is not counted; empty when everyone is, and when the claim itself says that too much is missing. */
function leftOut(counted: MemberCount): string {
	const size = counted.missing.length;
	if (size === 0 || counted.claim === 'unknown') return '';
	return `Van ${municipalities(size)} ontbreekt een cijfer: die ${size === 1 ? 'telt' : 'tellen'} niet mee.`;
}

function claimed(counted: MemberCount, { who, says, open, whole }: ClaimWords): string {
	const { known, holding, missing, status, claim } = counted;
	const all = `${about(whole)}${count(known)} ${who.many}`;
	const guess = status === 'estimated' || whole === 'estimated' ? ' (raming)' : '';
	const only = `De enige ${who.one}${missing.length > 0 ? ' waarvan alles bekend is,' : ''}`;
	switch (claim) {
		case 'nobody':
			return `Er is geen ${who.one}.`;
		case 'unknown':
			return `Hoeveel ${open}, is niet bekend: ${lacking(missing.length, known)} ontbreekt een cijfer.`;
		case 'only':
			return `${only} ${says.one}${guess}.`;
		case 'only_not':
			return `${only} ${says.one} niet${guess}.`;
		case 'none':
			return `Geen van de ${all} ${says.one}${guess}.`;
		case 'all':
			return `Alle ${all} ${says.many}${guess}.`;
		case 'some':
			return `${about(status)}${count(holding)} van de ${all} ${holding === 1 ? says.one : says.many}.`;
		default:
			return claim satisfies never;
	}
}

const lacking = (missing: number, known: number): string =>
	known === 0
		? missing === 1
			? 'voor de enige gemeente'
			: `voor alle ${count(missing)}`
		: `voor ${count(missing)} van de ${count(missing + known)}`;
