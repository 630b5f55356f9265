import { expect, test } from 'vitest';
import { townAt } from './addresses.ts';

test.for(['/gemeenten/34040', '/gemeenten/34040?op=2023-12-31', '/gemeenten/34040#deel'])(
	'%s leads to the page of a municipality',
	(href) => expect(townAt(href)).toBe('34040')
);

test.for(['/gemeenten', '/gemeenten/34040/rekening', '/gemeenten/340401', '/regios/34040'])(
	'%s does not',
	(href) => expect(townAt(href)).toBeNull()
);
