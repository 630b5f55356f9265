import type { MeetingPack } from '#lib/server/standing/meeting.ts';
import type { AgreementStanding } from '#lib/server/standing/agreement.ts';
import { agreementSentence, NO_LAW, sinceSentence } from '#lib/text/agreement.ts';
import { estimateSentence } from '#lib/text/estimates.ts';
import { day, isEstimate, list } from '#lib/text/format.ts';
import {
	baseSentence,
	countingSentence,
	comingSentence,
	goalSentence,
	normSentence,
	stockSentence,
	tallySentence
} from '#lib/text/sentences.ts';

/** What the sheet of a region says in words: how it stands, against what, and what the numbers leave out. */
export interface RegionWords {
	stock: string;
	lead: string;
	note: string;
}

/** The words of the sheet of a region. */
export function regionWords(
	{
		region,
		standing,
		moment,
		agreement
	}: Pick<MeetingPack, 'region' | 'standing' | 'moment' | 'agreement'>,
	nameOf: (nis: string) => string
): RegionWords {
	const { members, goal, tally, headline, published, attestedFrom } = standing;
	const estimates = members.filter((row) => isEstimate(row.stock)).length;
	const missing = headline.stock.missing.map(nameOf);
	const join = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(' ');
	return {
		stock: stockSentence(region.name, headline),
		lead: join([
			goalSentence(goal),
			comingSentence(standing.coming),
			normSentence(standing.norm),
			members.length > 0 && tallySentence(tally),
			agreement !== null && wholeAgreement(agreement)
		]),
		note: join([
			baseSentence(headline),
			agreement !== null && NO_LAW,
			headline.stock === published &&
				`Dit aantal is voor het geheel gepubliceerd. ${countingSentence(headline)}`,
			estimateSentence(estimates, members.length),
			missing.length > 0 && `Niet meegeteld, want er is geen cijfer: ${list(missing)}.`,
			attestedFrom !== null &&
				`Het lidmaatschap is pas vanaf ${day(attestedFrom)} gekend; we tonen die gemeenten ook voor vroeger.`,
			members.length === 0 &&
				`Van ${region.name} zijn op ${day(moment.on)} geen leden bekend. Er valt dus niets op te tellen.`
		])
	};
}

/** What the region agreed on, and what came since. */
const wholeAgreement = ({ region, agreement, total }: AgreementStanding): string =>
	`${agreementSentence(region.name, agreement, total.dwellings)} ${sinceSentence(agreement.on, total.since, total.due)}`.trim();
