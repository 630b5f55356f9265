import { plainName } from '../bytes/plain-name.ts';

/** The 22 Flemish arrondissements: names by code (Statbel, REFNIS). */
export const ARRONDISSEMENTS: Readonly<Record<string, string>> = {
	'11000': 'Antwerpen',
	'12000': 'Mechelen',
	'13000': 'Turnhout',
	'23000': 'Halle-Vilvoorde',
	'24000': 'Leuven',
	'31000': 'Brugge',
	'32000': 'Diksmuide',
	'33000': 'Ieper',
	'34000': 'Kortrijk',
	'35000': 'Oostende',
	'36000': 'Roeselare',
	'37000': 'Tielt',
	'38000': 'Veurne',
	'41000': 'Aalst',
	'42000': 'Dendermonde',
	'43000': 'Eeklo',
	'44000': 'Gent',
	'45000': 'Oudenaarde',
	'46000': 'Sint-Niklaas',
	'71000': 'Hasselt',
	'72000': 'Maaseik',
	'73000': 'Tongeren'
};

/** Arrondissements outside Flanders, as Dutch tables name them, those of before 2019 too (Statbel, REFNIS). */
const ELSEWHERE = [
	'Brussel-Hoofdstad',
	'Brussel',
	'Nijvel',
	'Aat',
	'Charleroi',
	'Bergen',
	'Moeskroen',
	'Zinnik',
	'Thuin',
	'Doornik',
	'Doornik-Moeskroen',
	'La Louvière',
	'Hoei',
	'Luik',
	'Verviers',
	'Borgworm',
	'Aarlen',
	'Bastenaken',
	'Marche-en-Famenne',
	'Neufchâteau',
	'Virton',
	'Dinant',
	'Namen',
	'Philippeville'
];

/** Words for the country, the regions, the provinces without a namesake among municipalities, and sums. */
const ABOVE = [
	'België',
	'Belgique',
	'Belgium',
	'Het Rijk',
	'Vlaanderen',
	'Vlaams Gewest',
	'Het Vlaamse Gewest',
	'Waals Gewest',
	'Wallonië',
	'Brussels Hoofdstedelijk Gewest',
	'Brussels Hoofdstedelijk Gewest (BHG)',
	'Limburg',
	'Oost-Vlaanderen',
	'West-Vlaanderen',
	'Vlaams-Brabant'
];

/** Areas that hold what belongs to no known municipality (Provincies in Cijfers). */
export const NOT_LOCALISED: Readonly<Record<string, string>> = {
	'99991': 'Niet te lokaliseren - Vlaanderen',
	'99992': 'Niet te lokaliseren - Brussel',
	'99993': 'Niet te lokaliseren',
	'99999': 'Buiten Vlaanderen en Brussel'
};

const ABOVE_NAMES = new Set(ABOVE.map(plainName));
const ELSEWHERE_NAMES = new Set(ELSEWHERE.map(plainName));
const NOT_LOCALISED_NAMES = new Set(Object.values(NOT_LOCALISED).map(plainName));
const ABOVE_STARTS =
	/^(provincie|prov|arrondissement|arr|de regio|totaal|totale|eindtotaal|algemeen totaal|som|subtotaal|gewest|total|province|region) ?\b/;

/** Whether a name is that of a country, region, province, arrondissement or sum; a bare «Antwerpen» is a municipality. */
export function isAreaAbove(name: string): boolean {
	const plain = plainName(name);
	return ABOVE_NAMES.has(plain) || ABOVE_STARTS.test(plain);
}

/** Whether a name stands for what could not be placed in a municipality. */
export const isNotLocalised = (name: string): boolean =>
	NOT_LOCALISED_NAMES.has(plainName(name)) || /^niet te lokaliseren\b/.test(plainName(name));

/** The code of a Flemish arrondissement by its name, with or without the word arrondissement; null when it is none. */
export function arrondissementByName(name: string): string | null {
	const plain = plainName(name).replace(/^(arrondissement|arr) /, '');
	const found = Object.entries(ARRONDISSEMENTS).find(([, one]) => plainName(one) === plain);
	return found?.[0] ?? null;
}

const PROVINCES: Readonly<Record<string, string>> = {
	antwerpen: '10000',
	'vlaams brabant': '20001',
	'west vlaanderen': '30000',
	'oost vlaanderen': '40000',
	limburg: '70000'
};

/** The code of a Flemish province by its name, with or without the word provincie; null when it is none. */
export const provinceByName = (name: string): string | null =>
	PROVINCES[plainName(name).replace(/^(provincie|prov) /, '')] ?? null;

/** Whether a name is that of an arrondissement or region outside Flanders. */
export function isElsewhere(name: string): boolean {
	const plain = plainName(name).replace(/^(arrondissement|arr) /, '');
	return ELSEWHERE_NAMES.has(plain) || /^(waals|brussels) /.test(plain);
}

/** Whether a code is of a Brussels or Walloon municipality or area above it: Statbel's ranges. */
export const isCodeElsewhere = (code: string): boolean => /^(03|04|21|25|[5689])\d+$/.test(code);
