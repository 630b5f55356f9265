import type { Component } from 'svelte';
import type { Drawing, Said } from '#lib/charts/drawing.ts';
import { shown, type Shown } from '#lib/charts/figure.ts';

/** One drawing of the gallery. Every number is invented; the case says what it tries. */
export interface Case {
	/** Also the name of its snapshot. */
	id: string;
	about: string;
	drawing: Shown;
}

/** A tiny mark of the gallery. */
export interface TinyCase {
	id: string;
	about: string;
	mark: Component<Record<string, unknown>>;
	props: Record<string, unknown>;
}

/** A case: what the drawing is given must fit it. */
export const example = <Data extends Said>(
	id: string,
	about: string,
	drawing: Drawing<Data>,
	data: Data
): Case => ({ id, about, drawing: shown('case', drawing, data) });

/** A component as TypeScript sees it: what it takes, whatever it takes. */
type Mark<Props> = (internals: never, props: Props) => object;

/** A case of a tiny mark. */
export const tinyExample = <Props extends object>(
	id: string,
	about: string,
	mark: Mark<Props>,
	props: Props
): TinyCase => ({
	id,
	about,
	mark: mark as unknown as TinyCase['mark'],
	props: props as TinyCase['props']
});
