/** What people may do at the desk: their roles, and how these are read from what a provider of identity says. */

/** The roles, each with its name on the screen and what it gives. */
export const ROLES = {
	municipality: {
		name: 'gemeente',
		gives: 'ziet en beantwoordt wat over de eigen gemeente gaat'
	},
	region: {
		name: 'regio',
		gives: 'ziet wat over de eigen regio gaat, en bewaart haar voorstellen'
	},
	editor: { name: 'redacteur', gives: 'levert bestanden in en maakt er een ontwerp van' },
	releaser: { name: 'vrijgever', gives: 'geeft vrij wat een ander inleverde, en trekt in' },
	people: { name: 'beheerder', gives: 'ziet wie toegang heeft, en beëindigt die' }
} as const;

export type Role = keyof typeof ROLES;

/** Whoever is signed in. */
export interface Person {
	/** Number of the account. */
	account: number;
	/** Shown inside the desk only. */
	name: string;
	roles: readonly Role[];
	organisation: string | null;
	/** The municipality for which this person acts; null: none, or not said yet. */
	nis: string | null;
	/** The region, by its name in addresses. */
	region: string | null;
	/** Whether this is whoever sits at the machine: then one pair of eyes is enough. */
	isLocal: boolean;
}

const isRole = (word: string): word is Role => Object.hasOwn(ROLES, word);

/** The roles of an account as the database keeps them, with blanks between. */
export const rolesIn = (kept: string): Role[] => kept.split(' ').filter(isRole);

/** A role by the last word of its name at the provider: «WoonobjectiefGebruiker-redacteur», «editor». */
function roleCalled(name: string): Role | null {
	const last = name.toLowerCase().split(/[-_ ]/).at(-1) ?? '';
	const found = Object.entries(ROLES).find(([role, { name: dutch }]) =>
		[role, dutch].includes(last)
	);
	return (found?.[0] as Role | undefined) ?? null;
}

/**
 * The roles that a claim gives: each entry reads `role` or `role:organisation`, and one of another organisation than the
 * person signed in for gives nothing.
 */
export function rolesOf(claim: unknown, organisation: string | null): Role[] {
	const entries = (Array.isArray(claim) ? claim : [claim]).filter((one) => typeof one === 'string');
	const roles = entries.flatMap((entry) => {
		const [name = '', of] = entry.split(':');
		const role = of === undefined || of === organisation ? roleCalled(name) : null;
		return role ? [role] : [];
	});
	return [...new Set(roles)];
}

/** Whether a person has one of some roles. */
export const hasRole = ({ roles }: Pick<Person, 'roles'>, ...some: readonly Role[]): boolean =>
	some.some((role) => roles.includes(role));
