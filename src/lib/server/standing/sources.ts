import type { Figure } from '#lib/domain/figure.ts';
import type { Publication } from '../queries/publications.ts';
import type { Reference } from '../reference.ts';

/** A publication behind numbers on a page, and how many of them rest on it. */
export interface Source {
	publication: Publication;
	figures: number;
}

/** The publications behind some figures, the most used first. */
export function sourcesOf(facts: Reference, figures: Iterable<Figure>): Source[] {
	const counts = new Map<number, number>();
	for (const figure of figures) {
		const ids = new Set([...figure.publications, ...(figure.now?.publications ?? [])]);
		for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a, n], [b, m]) => m - n || a - b)
		.flatMap(([id, figures]) => {
			const publication = facts.publications.get(id);
			return publication ? [{ publication, figures }] : [];
		});
}
