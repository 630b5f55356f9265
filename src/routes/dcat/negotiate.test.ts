import { expect, test } from 'vitest';
import { preferred } from './negotiate.ts';

const OFFERS = ['application/ld+json', 'text/turtle', 'text/html'] as const;

test.for([
	['text/turtle', 'text/turtle'],
	['application/ld+json', 'application/ld+json'],
	['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
	['text/turtle;q=0.5, application/ld+json;q=0.4', 'text/turtle'],
	['text/*;q=0.9, text/html;q=0.1', 'text/turtle'],
	['TEXT/Turtle', 'text/turtle'],
	['*/*', 'application/ld+json'],
	[null, 'application/ld+json'],
	['', 'application/ld+json'],
	['image/png', null],
	['text/turtle;q=0', null],
	['text/turtle;q=onzin', null]
] as const)('whoever accepts %s gets %s', ([accept, type]) => {
	expect(preferred(accept, OFFERS)).toBe(type);
});
