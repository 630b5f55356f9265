import type { Reference } from '#lib/server/reference/reference.ts';
import type { RegimeNames } from './changes.ts';

/** The regimes by their codes, which no page shows. */
export const regimesIn = ({ schemes }: Pick<Reference, 'schemes'>): RegimeNames =>
	Object.fromEntries(schemes.map(({ code, name }) => [code, name]));
