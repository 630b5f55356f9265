import { expect, test } from 'vitest';
import { ATTAINMENT_WORDS, bySlug, MEASURE_WORDS } from './words.ts';

const NAMED: Record<string, { slug: string }>[] = [MEASURE_WORDS, ATTAINMENT_WORDS];

test.for(NAMED)('each slug leads back to its own word', (words) => {
	for (const [key, { slug }] of Object.entries(words)) {
		expect(bySlug(words, slug)).toBe(key);
		expect(encodeURIComponent(slug)).toBe(slug);
	}
});

test.for(['constructor', '__proto__', 'toString', 'reached', '', null])(
	'%s is no slug of anything',
	(slug) => {
		expect(bySlug(ATTAINMENT_WORDS, slug)).toBeUndefined();
	}
);
