import type { LawCertainty, Said } from '#lib/domain/law.ts';

/** What is said, in one form everywhere, of what was announced for a day that is past. */
export const NOT_VERIFIED = 'We konden niet nagaan of dit gebeurd is.';

/** A statement about the law as a page says it. */
export const saidWords = ({ words, isUnverified }: Said): string =>
	isUnverified ? `${words} ${NOT_VERIFIED}` : words;

/** How sure a statement is, behind it; of what a source says itself nothing. */
export const LAW_CERTAINTY: Record<LawCertainty, string> = {
	stated: '',
	secondary: 'Zo zegt een bron die het niet zelf besliste.',
	inferred: 'Dat is onze lezing: geen bron zegt het zo.',
	not_found: 'Dat vonden we niet.'
};
