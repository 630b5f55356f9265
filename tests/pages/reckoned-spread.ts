/** What the API says of a member of a region. */
export interface Member {
	nis: string;
	name: string;
	stock: { value: number };
	households: { value: number };
}

/** How a member stands in the spread of its region. */
export interface MemberSpread {
	nis: string;
	name: string;
	place: number;
	highest: number;
	lowest: number;
	project: number;
	excess: number;
	quotient: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * The spread of a region, reckoned anew from the stock and the households of its members, by the words of the page on
 * methods and not by the program: in whole numbers as far as they go.
 * @param size dwellings in the project of which a place allows for one
 */
export function reckonedSpread(members: readonly Member[], size: number) {
	const stock = sum(members.map((one) => one.stock.value));
	const households = sum(members.map((one) => one.households.value));
	const excess = (one: Member) => one.stock.value - (stock * one.households.value) / households;
	/** The place that a member would have with some number of dwellings, all others as they are. */
	const placeWith = (own: Member, dwellings: number) =>
		1 +
		members.filter(
			(one) =>
				one !== own && one.stock.value * own.households.value > dwellings * one.households.value
		).length;
	return {
		elsewhere: Math.round(sum(members.map((one) => Math.max(0, excess(one))))),
		members: members.map((one): MemberSpread => {
			const { nis, name, stock: own, households: base } = one;
			return {
				nis,
				name,
				place: placeWith(one, own.value),
				highest: placeWith(one, own.value + size),
				lowest: placeWith(one, Math.max(0, own.value - size)),
				project: size / base.value,
				excess: Math.round(excess(one)) || 0,
				quotient: (own.value * households) / (base.value * stock)
			};
		})
	};
}
