import { error, fail, isHttpError, isRedirect } from '@sveltejs/kit';
import type { KeptProposal } from '#lib/domain/agreement.ts';
import { isDay } from '#lib/domain/dates.ts';
import { writeExchanges, writeParts } from '#lib/domain/proposal-address.ts';
import { halfUp } from '#lib/domain/rounding.ts';
import { keepProposal, takeStep } from '#lib/server/deeds/proposals.ts';
import { hasRole, type Person } from '#lib/server/people/roles.ts';
import { keptProposals } from '#lib/server/queries/proposals.ts';
import { reference } from '#lib/server/reference/reference.ts';
import { today } from '#lib/server/today.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { tableIn } from '../../negotiating.ts';
import { personIn } from '../gate.ts';
import { isProposalState } from './states.ts';

/** Longest name of a proposal, and longest words beside a step. */
const LONGEST = { name: 120, because: 500, organisation: 200 };

export async function load({ locals }) {
	const person = personIn(locals, 'region', 'editor');
	const { database } = runtime();
	const { regions } = await reference(database);
	const own = regionsOf(person);
	const proposals = await keptProposals(database.read, own);
	return {
		proposals: proposals.map((one) => ({
			...one,
			regionName: regions.get(one.region)?.name ?? one.region
		})),
		organisation: person.organisation ?? '',
		region: own === 'all' ? null : (regions.get(own[0] ?? '')?.name ?? null),
		today: today(),
		longest: LONGEST
	};
}

/** The regions for which a person keeps proposals: the own one, and every one for who enters what others decided. */
const regionsOf = (person: Person): readonly string[] | 'all' =>
	hasRole(person, 'editor') ? 'all' : person.region === null ? [] : [person.region];

const mayFor = (person: Person, region: string): boolean => {
	const own = regionsOf(person);
	return own === 'all' || own.includes(region);
};

export const actions = {
	async keep({ request, locals, url }) {
		const person = personIn(locals, 'region', 'editor');
		const { text, said } = await sentBy(request);
		const asked = {
			...said,
			address: text('adres'),
			name: text('naam').slice(0, LONGEST.name),
			organisation: text('organisatie').slice(0, LONGEST.organisation)
		};
		if (asked.name === '' || asked.organisation === '')
			return fail(400, {
				...asked,
				problem: 'Geef het voorstel een naam, en zeg van welke organisatie het is.'
			});
		if (said.problem) return fail(400, { ...asked, problem: said.problem });
		const read = await proposalAt(asked.address, url);
		if ('problem' in read) return fail(400, { ...asked, problem: read.problem });
		if (!mayFor(person, read.region))
			error(403, 'U bewaart alleen voorstellen van uw eigen regio.');
		const { database } = runtime();
		const predecessor = Number(text('voorganger')) || null;
		const before = await keptProposals(database.read, [read.region]);
		if (predecessor !== null && !before.some(({ id }) => id === predecessor))
			return fail(400, {
				...asked,
				problem: 'Die voorganger is geen voorstel van dezelfde regio.'
			});
		const { name, organisation } = asked;
		const kept = { ...read, name, organisation, predecessor };
		const id = await keepProposal(database, kept, said, person, today());
		return { kept: id };
	},

	async step({ request, locals }) {
		const person = personIn(locals, 'region', 'editor');
		const { text, said } = await sentBy(request);
		const [id, state] = [Number(text('voorstel')), text('staat')];
		const { database } = runtime();
		const found = (await keptProposals(database.read, regionsOf(person))).find(
			(one) => one.id === id
		);
		if (!found) error(403, 'U zet alleen stappen met voorstellen van uw eigen regio.');
		if (said.problem) return fail(400, { of: id, problem: said.problem });
		if (!isProposalState(state))
			return fail(400, { of: id, problem: 'Kies wat er met het voorstel gebeurde.' });
		const done = await takeStep(database, id, { ...said, state }, person, today());
		return done
			? { stepped: id }
			: fail(400, {
					of: id,
					problem: 'Die stap kan nu niet: het voorstel is intussen veranderd. Kijk opnieuw.'
				});
	}
};

/** What a form says, with the day and the words that go with each step. */
async function sentBy(request: Request) {
	const sent = await request.formData();
	const text = (name: string) => String(sent.get(name) ?? '').trim();
	const decidedOn = text('dag');
	const isGood = isDay(decidedOn) && decidedOn <= today();
	return {
		text,
		said: {
			decidedOn,
			because: text('waarom').slice(0, LONGEST.because) || null,
			problem: isGood ? null : 'Kies de dag van de vergadering of beslissing, ten laatste vandaag.'
		}
	};
}

type Read = Omit<KeptProposal, 'id' | 'name' | 'organisation' | 'predecessor'>;

/** The proposal at an address of the table, as it is kept; or what is wrong with the address. */
async function proposalAt(address: string, at: URL): Promise<Read | { problem: string }> {
	const url = URL.parse(address, at);
	const [, slug] = /^\/regios\/([a-z0-9-]+)\/tafel$/.exec(url?.pathname ?? '') ?? [];
	if (!url || slug === undefined || slug === 'eigen') return { problem: NO_TABLE };
	try {
		const { region, negotiation, now } = await tableIn(url, slug);
		if (!negotiation || !now || now.parts.size === 0) return { problem: NOTHING };
		const { goal, on, by } = negotiation;
		return {
			// Kept as an address holds it, so a share that is held is kept rounded.
			...{ region: region.slug, goal: halfUp(goal), on, by },
			parts: writeParts(now),
			exchanges: writeExchanges(now)
		};
	} catch (problem) {
		if (isHttpError(problem)) return { problem: problem.body.message };
		if (isRedirect(problem)) return { problem: NO_TABLE };
		throw problem;
	}
}

const NO_TABLE =
	'Dit is geen adres van een tafel. Open de pagina «aan tafel» van uw regio en kopieer het adres uit de balk.';
const NOTHING = 'Op die tafel ligt niets: geen enkele gemeente neemt woningen.';
