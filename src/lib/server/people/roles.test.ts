import { expect, test } from 'vitest';
import { rolesOf } from './roles.ts';

test('an entry of the role claim counts for the organisation that the person signed in for', () => {
	const claim = [
		'WoonobjectiefGebruiker-redacteur:OVO002949',
		'WoonobjectiefGebruiker-vrijgever:OVO000001'
	];
	expect(rolesOf(claim, 'OVO002949')).toEqual(['editor']);
});

test.for([
	['editor', ['editor']],
	['Woonobjectief-gemeente:0207494678', ['municipality']],
	[['releaser', 'Woonobjectief-vrijgever'], ['releaser']],
	['baas', []],
	[undefined, []],
	[{ role: 'editor' }, []]
] as const)('the claim %j gives the roles %j', ([claim, roles]) => {
	expect(rolesOf(claim, '0207494678')).toEqual(roles);
});
