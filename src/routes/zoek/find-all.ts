import type { Day } from '#lib/domain/dates.ts';
import { nearest, plainName } from '#lib/domain/names.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { byName } from '#lib/text/format.ts';
import { REGION_KINDS } from '#lib/text/words.ts';
import { FRENCH, THEMES } from './other-names.ts';

/** A municipality, region or theme that a visitor may mean. */
export interface Found {
	label: string;
	kind: string;
	/** Path of its page, and the part of it, if not the whole. */
	path: string;
	part?: string;
	/** Whether the words sought are its whole name or code. */
	exact: boolean;
	/** Whether the words sought are none of its names, and only look like one. */
	guessed: boolean;
}

/** One that can be found, by any of its plain names, or by its whole code. */
interface Candidate extends Omit<Found, 'exact' | 'guessed'> {
	names: readonly string[];
	code?: string;
	/** Whether it goes before others that are found as well. */
	first: boolean;
	/** Path of what a former municipality is a part of now, after which it comes where both are found. */
	after?: string;
}

const MOST = 12;
/** Rank of what a typing error may mean: after all that is found by a name. */
const GUESSED = 3;

/**
 * Municipalities (former ones too), regions and themes with a name or code that begins with the words sought, or holds them;
 * beginnings first, municipalities before the others, and the living one before those that went into it. Where there are
 * none, the regions of a place whatever their kind; and else those that a typing error may mean.
 */
export function findAll(facts: Reference, query: string, today: Day): Found[] {
	const sought = plainName(query);
	if (!sought) return [];
	const all = [...candidates(facts, today)];
	const regions = all.filter(({ path }) => path.startsWith('/regios/'));
	const tries = [
		() => ranked(all, sought),
		() => ranked(regions, sought.replace(KIND_OF_REGION, '')),
		() => mistyped(all, sought)
	];
	const found = tries.map((attempt) => attempt()).find((some) => some.length > 0) ?? [];
	return found.slice(0, MOST).map(({ label, kind, path, part, rank, first }) => ({
		...{ label, kind, path, exact: rank === 0 && first, guessed: rank === GUESSED },
		...(part && { part })
	}));
}

/** How a visitor may call a region of a place, of which the name begins otherwise. */
const KIND_OF_REGION = /^(\w*regio|arrondissement) /;

function ranked(all: readonly Candidate[], sought: string) {
	const found = all.flatMap((one) => {
		const rank = rankOf(one, sought);
		return rank === null ? [] : [{ ...one, rank }];
	});
	const rankAt = new Map(found.map(({ path, rank }) => [path, rank]));
	return found
		.map((one) => ({ ...one, order: Math.max(one.rank, rankAt.get(one.after ?? '') ?? 0) }))
		.sort(
			(a, b) => a.order - b.order || Number(b.first) - Number(a.first) || byName(a.label, b.label)
		);
}

function mistyped(all: readonly Candidate[], sought: string) {
	const named = all.flatMap((one) => one.names.map((name) => ({ one, name })));
	const meant = nearest(named, sought, ({ name }) => name).map(({ one }) => one);
	return [...new Set(meant)].map((one) => ({ ...one, rank: GUESSED }));
}

function rankOf({ names, code }: Candidate, sought: string): number | null {
	if (names.includes(sought) || code === sought) return 0;
	if (names.some((name) => name.startsWith(sought))) return 1;
	return names.some((name) => ` ${name}`.includes(` ${sought}`)) ? 2 : null;
}

/** The French names of municipalities by their Dutch ones. */
const FRENCH_OF = Map.groupBy(Object.entries(FRENCH), ([, dutch]) => dutch);

function* candidates(facts: Reference, today: Day): Generator<Candidate> {
	for (const town of facts.places.byCode.values()) {
		const inForce = town.validTo === null || town.validTo >= today;
		const french = FRENCH_OF.get(town.name)?.map(([name]) => name) ?? [];
		yield {
			label: town.name,
			kind: inForce ? 'gemeente' : `vroegere gemeente, tot ${town.validTo?.slice(0, 4)}`,
			names: [town.name, ...french].map(plainName),
			code: town.nis,
			path: `/gemeenten/${town.nis}`,
			first: inForce,
			after: inForce ? undefined : `/gemeenten/${facts.places.successorOn(town.nis, today) ?? ''}`
		};
	}
	for (const { name, kind, slug } of facts.regions.values()) {
		yield {
			label: name,
			kind: REGION_KINDS[kind].one,
			names: [plainName(name)],
			code: slug,
			path: `/regios/${slug}`,
			first: false
		};
	}
	for (const { words, ...theme } of THEMES) {
		yield { ...theme, kind: 'uitleg', names: words.map(plainName), first: false };
	}
}
