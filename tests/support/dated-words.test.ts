import { expect, test } from 'vitest';
import { laterDays } from './dated-words.ts';

const set = new Set(['2020-12-31']);

test.for([
	['Het decreet van 14 oktober 2016 schafte het af.', '2016-10-13', ['14 oktober 2016']],
	['Het decreet van 14 oktober 2016 schafte het af.', '2016-10-14', []],
	['Sinds 01/02/2019 en 2021-12-31.', '2018-12-31', ['01/02/2019', '2021-12-31']],
	['In september 2022 zei de stad het.', '2022-08-31', ['september 2022']],
	['Nu: de codex van 2021.', '2020-12-31', ['2021']],
	['Met 2020 als streefjaar.', '2009-09-01', []],
	['Het objectief 2009-2025.', '2009-09-01', ['2025']],
	['Het objectief 2026-2042.', '2025-12-31', []],
	['Een voornemen tegen 2040, tot en met 2041.', '2023-01-01', []]
] as const)('of «%s», told on %s, what is later is %j', ([text, day, later]) => {
	expect(laterDays(text, day, set)).toEqual(later);
});
