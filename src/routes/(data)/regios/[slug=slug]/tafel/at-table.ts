/** What the part of the page is told that answers while one moves: on the server by the page, in the browser by the same as JSON. */
import type { Making } from '#lib/domain/figure.ts';
import type { Reply } from '#lib/domain/reply.ts';
import type { Negotiation } from '#lib/domain/negotiation.ts';
import { proposalAmong, readExchanges, readParts } from '#lib/domain/proposal-address.ts';
import type { Proposal, Seat } from '#lib/domain/proposal.ts';
import type { Moment } from '#lib/server/standing/moment.ts';
import type { Source } from '#lib/charts/figure.ts';
import type { Issued } from '#lib/text/citation.ts';
import { boundsNote } from '#lib/text/division.ts';
import { boundsOf } from '../../../stakes.ts';
import { written } from './address.ts';
import type { PageData } from './$types';

/** A proposal as its address writes it. */
type Written = ReturnType<typeof written>;

export interface AtTable {
	negotiation: Negotiation;
	/** What was imposed on municipalities before anything was divided. */
	choices: readonly string[];
	now: Written;
	beside: Written | null;
	/** The whole address of the page. */
	address: string;
	moment: Moment;
	ownList: readonly string[];
	publications: [id: number, issued: Issued][];
	replies: readonly Reply[];
	/** Codes of the reader's own municipality. */
	mine: readonly string[];
}

export const atTable = (
	data: PageData,
	negotiation: Negotiation,
	now: Proposal,
	url: URL
): AtTable => ({
	negotiation,
	choices: data.division ? boundsNote(boundsOf(data.division)) : [],
	now: written(now),
	beside: data.beside && written(data.beside),
	address: url.href,
	moment: data.moment,
	ownList: data.ownList,
	publications: data.sources.map(issuedOf),
	replies: data.replies,
	mine: data.mine?.codes ?? []
});

const issuedOf = ({ publication: { id, publisher, title } }: Source): [number, Issued] => [
	id,
	{ publisher, title }
];

/** A proposal from its address. */
export const readWritten = (seats: readonly Seat[], { parts, exchanges }: Written): Proposal =>
	proposalAmong(seats, readParts(parts) ?? new Map(), readExchanges(exchanges) ?? []);

/**
 * As an element of the page that the script finds; nothing in its JSON can end it. What a figure was made from is left out but
 * for a share, which tells by it how it counts; where a municipality replied to a figure, the reply is found by it too.
 */
export const dataElement = (told: AtTable): string => {
	const isNeeded = (made: Making) => told.replies.length > 0 || made.rule === 'share';
	const json = JSON.stringify(told, (key, value: unknown) =>
		key === 'made' && !isNeeded(value as Making) ? undefined : value
	);
	return `<script type="application/json" id="tafel-gegevens">${json.replaceAll('<', '\\u003c')}</script>`;
};
