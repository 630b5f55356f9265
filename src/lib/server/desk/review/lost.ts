import type { Day } from '#lib/domain/dates.ts';
import type { Figure, Reason } from '#lib/domain/figure.ts';
import type { RegionStanding } from '../../standing/standing.ts';

/** What is known and would not be any more, by what a publication brings of something else. */

type Quantity = 'stock' | 'target' | 'realised' | 'gap';

/** A figure of an area that would become unknown. */
export interface Lost {
	area: string;
	quantity: Quantity;
	/** Why nobody can know it then. */
	reason: Reason | null;
}

/** How regions stand, each on a day. */
type Standings = ReadonlyMap<string, RegionStanding & { date: Day }>;

/** What would become unknown, each figure once. */
export function lostOf(before: Standings, after: Standings): Lost[] {
	const then = figuresIn(before);
	const lost = [...figuresIn(after)].flatMap(([key, { area, quantity, figure }]): Lost[] => {
		const wasKnown = (then.get(key)?.figure.value ?? null) !== null;
		return wasKnown && figure.value === null ? [{ area, quantity, reason: figure.reason }] : [];
	});
	return [...new Map(lost.map((one) => [`${one.area} ${one.quantity}`, one])).values()];
}

type Told = Omit<Lost, 'reason'> & { figure: Figure };

/** What is told of the members of regions, and of the regions themselves, by area, day and quantity. */
const figuresIn = (regions: Standings): Map<string, Told> =>
	new Map(
		[...regions].flatMap(([key, { region, date, members, sum, goal }]) => [
			...members.flatMap(({ municipality: { nis, name }, stock, objective }) => {
				const { target, realised } = objective;
				return toldOf(`${nis} ${date}`, name, { stock, target, realised });
			}),
			...toldOf(key, region.name, { stock: sum.stock, ...(goal && { gap: goal.gap }) })
		])
	);

const toldOf = (
	key: string,
	area: string,
	figures: Partial<Record<Quantity, Figure>>
): [string, Told][] =>
	Object.entries(figures).map(([quantity, figure]) => [
		`${key} ${quantity}`,
		{ area, quantity: quantity as Quantity, figure }
	]);
