import { expect, test } from 'vitest';
import { correctionPath, townAt } from './addresses.ts';

test.for(['/gemeenten/34040', '/gemeenten/34040?op=2023-12-31', '/gemeenten/34040#deel'])(
	'%s leads to the page of a municipality',
	(href) => expect(townAt(href)).toBe('34040')
);

test.for(['/gemeenten', '/gemeenten/34040/rekening', '/gemeenten/340401', '/regios/34040'])(
	'%s does not',
	(href) => expect(townAt(href)).toBeNull()
);

test.for([
	['/gemeenten/34023?op=2024-12-31', 'nis_code=34023&reference_date=2024-12-31'],
	[
		'/herkomst?gebied=34023&cijfer=woningen&op=2024-12-31',
		'nis_code=34023&indicator=stock_b&reference_date=2024-12-31'
	],
	[
		'/herkomst?gebied=34023&reeks=stock_b&op=2010-12-31&publicatie=61',
		'nis_code=34023&indicator=stock_b&reference_date=2010-12-31'
	]
])('the desk corrects what %s is about, with what it tells filled in', ([about, filled]) =>
	expect(correctionPath(about ?? '')).toBe(`/beheer/formulieren/cijfer?${filled}`)
);

test.for(['/', '/regios/kortrijk', '/herkomst?gebied=kortrijk&cijfer=aandeel'])(
	'%s is about no municipality, and no form corrects it',
	(about) => expect(correctionPath(about)).toBeNull()
);
