import { expect, test } from 'vitest';
import { NO_ANSWERS, templateOf } from '#lib/server/intake/answers.ts';
import { rememberedOf } from './remembered.ts';

const nameOf = (code: string) => (code === '34013' ? 'Harelbeke' : null);
const said = {
	...NO_ANSWERS,
	licence: 'vrij',
	map: {
		columns: { Erbij: 'realised' as const, Huizen: 'stock_b' as const },
		municipalities: { Kourtrai: '34013' }
	}
};

test('only what is said as it was said the last time was taken over', () => {
	const now = {
		...said,
		licence: null,
		map: { ...said.map, columns: { Erbij: 'realised' as const } }
	};
	expect(rememberedOf(templateOf(said), now, nameOf)).toEqual([
		{ words: 'kolom «Erbij» is gerealiseerd sinds de nulmeting', part: 'kolom-Erbij' },
		{ words: '«Kourtrai» is Harelbeke', part: 'gemeenten' }
	]);
	expect(rememberedOf(null, said, nameOf)).toEqual([]);
});
