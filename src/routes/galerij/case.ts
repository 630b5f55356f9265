import type { Component } from 'svelte';

/** One drawing of the gallery. Every number is invented; the case says what it tries. */
export interface Case {
	/** Also the name of its snapshot. */
	id: string;
	about: string;
	drawing: Component<Record<string, unknown>>;
	props: Record<string, unknown>;
}

/** A component as TypeScript sees it: what it takes, whatever it takes. */
type Drawing<Props> = (internals: never, props: Props) => object;

/** A case: what the drawing is given must fit it. */
export function example<Props extends object>(
	id: string,
	about: string,
	drawing: Drawing<Props>,
	props: Props
): Case {
	return {
		id,
		about,
		drawing: drawing as unknown as Case['drawing'],
		props: props as Case['props']
	};
}
