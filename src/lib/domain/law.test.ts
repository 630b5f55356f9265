import { expect, test } from 'vitest';
import { saidOn } from './law.ts';

const dated = {
	says: 'Kan tot 1 juni.',
	holdsUntil: '2026-06-01',
	afterwards: 'Kon tot 1 juni.',
	verified: false
};

test('on its last day a statement still holds; the day after it is past', () => {
	expect(saidOn(dated, '2026-06-01')).toEqual({
		words: 'Kan tot 1 juni.',
		isOver: false,
		isUnverified: false
	});
	expect(saidOn(dated, '2026-06-02')).toEqual({
		words: 'Kon tot 1 juni.',
		isOver: true,
		isUnverified: true
	});
});

test('what a source says happened is past without a doubt, and what has no end never is', () => {
	expect(saidOn({ ...dated, verified: true }, '2026-11-30').isUnverified).toBe(false);
	const always = { ...dated, holdsUntil: null, afterwards: null };
	expect(saidOn(always, '2099-01-01')).toMatchObject({ words: 'Kan tot 1 juni.', isOver: false });
});
