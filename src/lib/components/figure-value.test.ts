import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { derived } from '#lib/domain/figure.ts';
import { dwellings } from '#lib/text/format.ts';
import FigureValue from './FigureValue.svelte';

const DAY = '2024-12-31';

test.for([
	['s', { composed: true }],
	['v', { status: 'forecast' as const }]
] as const)(
	'the mark %s stands apart from the word before it, also when it is copied',
	([mark, more]) => {
		const figure = { ...derived(12, DAY, []), ...more };
		const { body } = render(FigureValue, { props: { figure, format: dwellings } });
		expect(body.replace(/<[^>]*>/g, '')).toMatch(new RegExp(`woningen\\s${mark}$`));
	}
);
