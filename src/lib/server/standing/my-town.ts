/** The municipality that a visitor calls its own: which one an address means, and where it stands beside its region and Flanders. */
import { nearest, plainName } from '#lib/domain/names.ts';
import type { Municipality } from '#lib/domain/places.ts';
import type { Figure } from '#lib/domain/figure.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import type { Database } from '../database/database.ts';
import { borders } from '../queries/places.ts';
import type { Region } from '../queries/regions.ts';
import type { Reference } from '../reference/reference.ts';
import { regionsOn } from './memberships.ts';
import { inForceAt, momentOf, type Moment } from './moment.ts';
import { standingOf } from './municipalities.ts';
import { flandersStanding, regionStandings } from './regions.ts';

/** What is offered for a name that no municipality has. */
const MOST_OFFERED = 3;

/** The municipality that an address means. */
export interface MineAsked {
	municipality: Municipality;
	/** Codes under which it stands on the page: its own, or those of its predecessors where it did not exist yet. */
	codes: string[];
}

/** The municipality that is called by a code or a name; what the address says, with names like it, when there is none. */
export function mineCalled(
	facts: Pick<Reference, 'places'>,
	moment: Moment,
	asked: string
): MineAsked | { unknown: string; offered: Municipality[] } {
	const { places } = facts;
	const found = places.byCode.get(asked) ?? named(facts, moment, asked);
	if (!found) return { unknown: asked, offered: likeIt(facts, moment, asked) };
	const municipality = inForceAt(places, moment, found);
	const codes = places
		.withPredecessors(municipality.nis)
		.filter((nis) => places.inForce(nis, moment.structureOn));
	return { municipality, codes };
}

/** By name: the one of the day that is shown before a former one, and a former one before one to come. */
function named({ places }: Pick<Reference, 'places'>, { structureOn }: Moment, asked: string) {
	const name = plainName(asked);
	const own = [...places.byCode.values()].filter((one) => plainName(one.name) === name);
	return own.find(({ nis }) => places.inForce(nis, structureOn)) ?? own[0];
}

function likeIt({ places }: Pick<Reference, 'places'>, { structureOn }: Moment, asked: string) {
	const names = places.validOn(structureOn).map((town) => ({ town, name: plainName(town.name) }));
	const sought = plainName(asked);
	const begin = names.filter(({ name }) => sought !== '' && name.startsWith(sought));
	return [...new Set([...begin, ...nearest(names, sought, ({ name }) => name)])]
		.slice(0, MOST_OFFERED)
		.map(({ town }) => town);
}

/** Where the municipality of a visitor stands. */
export interface MyTown {
	share: Figure;
	/** One of its regions, and Flanders. */
	beside: { name: string; share: Figure }[];
	/** Whether that region wants to reach a share and is short of it, so that each member can be told its part. */
	hasPart: boolean;
	/** Names of the Flemish municipalities that border on it; empty where none is known. */
	neighbours: string[];
}

/** @param slug the region that the page is about; the municipality is set beside it if it is a member */
export async function myTown(
	database: Database,
	facts: Reference,
	moment: Moment,
	municipality: Municipality,
	slug: string | undefined
): Promise<MyTown> {
	const at = momentOf(moment, municipality);
	const region = regionBeside(facts, municipality.nis, at.structureOn, slug);
	const [own, regions, flanders, pairs] = await Promise.all([
		standingOf(database, at, municipality),
		regionStandings(database, moment, (one) => one === region),
		flandersStanding(database, moment),
		borders(database.read, [municipality.nis], at.structureOn)
	]);
	return {
		share: own.share,
		hasPart: regions.some(({ goal }) => goal?.kind === 'reach_share' && (goal.gap.value ?? 0) > 0),
		beside: [...regions, flanders].map((one) => ({ name: one.region.name, share: one.share })),
		neighbours: pairs
			.flatMap(({ neighbour }) => facts.places.byCode.get(neighbour)?.name ?? [])
			.sort(byName)
	};
}

const KINDS = Object.keys(REGION_KINDS);

/** The region of the page, or the first by kind: not Flanders, which is always there. */
function regionBeside(
	facts: Reference,
	nis: string,
	day: string,
	slug: string | undefined
): Region | undefined {
	const own = regionsOn(facts, nis, day)
		.map(({ region }) => region)
		.filter(({ kind }) => kind !== 'gewest');
	const [first] = own.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
	return own.find((region) => region.slug === slug) ?? first;
}
