/**
 * French names in common use for Flemish municipalities, with their Dutch ones: those of the municipalities with language
 * facilities among them. They only help to find a page: no page shows them as a fact.
 */
export const FRENCH: Readonly<Record<string, string>> = {
	Alost: 'Aalst',
	Anvers: 'Antwerpen',
	Audenarde: 'Oudenaarde',
	Biévène: 'Bever',
	Bruges: 'Brugge',
	Courtrai: 'Kortrijk',
	Coxyde: 'Koksijde',
	Crainhem: 'Kraainem',
	Dixmude: 'Diksmuide',
	'Espierres-Helchin': 'Spiere-Helkijn',
	Fourons: 'Voeren',
	Furnes: 'Veurne',
	Gand: 'Gent',
	Grammont: 'Geraardsbergen',
	Hal: 'Halle',
	'La Panne': 'De Panne',
	Léau: 'Zoutleeuw',
	Lierre: 'Lier',
	Looz: 'Borgloon',
	Louvain: 'Leuven',
	Malines: 'Mechelen',
	Menin: 'Menen',
	Messines: 'Mesen',
	Nieuport: 'Nieuwpoort',
	Ostende: 'Oostende',
	Renaix: 'Ronse',
	'Rhode-Saint-Genèse': 'Sint-Genesius-Rode',
	Roulers: 'Roeselare',
	'Saint-Nicolas': 'Sint-Niklaas',
	'Saint-Trond': 'Sint-Truiden',
	Termonde: 'Dendermonde',
	Tirlemont: 'Tienen',
	Tongres: 'Tongeren',
	Vilvorde: 'Vilvoorde',
	Ypres: 'Ieper'
};

/** What the site says of a theme: its words, and the part of a page that tells of it. */
interface Theme {
	label: string;
	words: readonly string[];
	path: string;
	part?: string;
}

/** Themes that a visitor may look for. */
export const THEMES: readonly Theme[] = [
	{
		label: 'Bindend sociaal objectief',
		words: ['bindend sociaal objectief', 'bso', 'objectief', 'inhaalbeweging', 'nulmeting'],
		path: '/objectief'
	},
	{ label: 'De voortgangstoets', words: ['voortgangstoets', 'toets'], path: '/voortgangstoets' },
	{
		label: 'Wat telt als sociale huurwoning?',
		words: ['leegstand', 'leegstaande woningen', 'sociale huurwoningen', 'telling', 'tellingen'],
		path: '/methode',
		part: '#tellingen'
	},
	{
		label: 'Streefcijfer en tekort van een regio',
		words: ['streefcijfer', 'tekort', '11 procent'],
		path: '/methode',
		part: '#streefcijfer'
	},
	{
		label: 'Spreiding: Gini, Lorenz, Theil',
		words: ['spreiding', 'gini', 'lorenz', 'theil', 'ongelijkheid'],
		path: '/methode',
		part: '#spreiding'
	},
	{
		label: 'Hoe we een tekort verdelen',
		words: ['verdeelsleutels', 'sleutels', 'verdeling'],
		path: '/methode',
		part: '#sleutels'
	},
	{ label: 'Fusies', words: ['fusies', 'fusie'], path: '/methode', part: '#fusies' },
	{
		label: 'Oefencijfers',
		words: ['oefencijfers', 'ramingen', 'raming'],
		path: '/methode',
		part: '#oefencijfers'
	},
	{ label: 'Weerwoord', words: ['weerwoord'], path: '/methode', part: '#weerwoord' },
	{
		label: 'Open data',
		words: ['open data', 'download', 'csv', 'excel'],
		path: '/cijfers/download'
	}
];
