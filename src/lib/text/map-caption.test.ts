import { expect, test } from 'vitest';
import { mapCaption } from './map-caption.ts';

test('a map without boundaries says that it is schematic', () => {
	expect(mapCaption(null)).toMatch(/^Schematische kaart: .*geen officiële grenzen\.$/);
});

test('a map with boundaries names their source and licence, and is not schematic', () => {
	const credit = 'Statbel, statistische sectoren; bewerking Provincies in Cijfers.';
	expect(mapCaption({ credit, licence: 'CC BY 4.0' })).toBe(
		'Grenzen van de gemeenten: Statbel, statistische sectoren; bewerking Provincies in Cijfers (CC BY 4.0). Vereenvoudigd voor deze kaart.'
	);
	expect(mapCaption({ credit: 'Test', licence: null })).toBe(
		'Grenzen van de gemeenten: Test. Vereenvoudigd voor deze kaart.'
	);
});
