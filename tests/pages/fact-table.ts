/** A cell of a file: its address, the first cell of its row, and its column. */
interface Cell {
	path: string;
	row: string;
	column: string;
}

/** One number that stands in several places, and where. */
export interface Fact {
	/** What it is, for the name of the test. */
	what: string;
	/** The page that shows it, and the figure whose words for the minutes say it. */
	page: string;
	figure: string;
	/** The address of the API that gives it, and where it stands in the answer. */
	api: string;
	at: readonly (string | number)[];
	/** The CSV file of the API, and the workbook made of a table of the page. */
	csv?: Cell;
	workbook?: Cell;
	/** Its row and column in a table of the data package. */
	package?: { table: string; where: Record<string, string>; column: string };
	/** The picture of the figure. */
	drawing?: string;
	/** The sheets of paper that show it. */
	sheets?: string;
	/** How it is written on a screen; a share is a fraction. */
	as: 'count' | 'per hundred' | 'index';
	/** Around the number in the minutes, `#` for the number with its mark. */
	says: string;
	/** Whether it rests on an estimate, and so must carry its mark. */
	estimated: boolean;
}

const town = (nis: string, on: string, column: string) => ({
	api: `/api/v1/municipalities/${nis}?on=${on}`,
	csv: { path: `/api/v1/municipalities.csv?on=${on}`, row: nis, column }
});
const region = (slug: string, column: string) => ({
	api: `/api/v1/regions/${slug}?on=2024-12-31`,
	csv: { path: '/api/v1/regions.csv?on=2024-12-31', row: slug, column }
});
const road = '?goal=0.11&by=2030-12-31';

/** Numbers of every kind: counted, shared, negative, published, estimated, merged, and of a scenario. */
export const FACTS: readonly Fact[] = [
	{
		what: 'the published dwellings of Kortrijk in 2010',
		page: '/gemeenten/34022?op=2010-12-31',
		figure: 'antwoord',
		...town('34022', '2010-12-31', 'stock'),
		at: ['stock', 'value'],
		workbook: {
			path: '/uitvoer/gemeenten/34022/cijfers.xlsx?op=2010-12-31',
			row: 'Sociale huurwoningen',
			column: 'Cijfer'
		},
		package: {
			table: 'figures',
			where: { nis: '34022', reference_date: '2010-12-31', indicator: 'stock_b' },
			column: 'value'
		},
		drawing: '/uitvoer/gemeenten/34022/door-de-jaren.svg?op=2010-12-31',
		sheets: '/vergadering/kortrijk?op=2010-12-31&delen=steekkaarten',
		as: 'count',
		says: 'telde Kortrijk # sociale huurwoningen',
		estimated: false
	},
	{
		what: 'the share of De Panne at the baseline',
		page: '/gemeenten/38008?op=2007-12-31',
		figure: 'antwoord',
		...town('38008', '2007-12-31', 'share'),
		at: ['share', 'value'],
		workbook: {
			path: '/uitvoer/gemeenten/38008/cijfers.xlsx?op=2007-12-31',
			row: 'Aandeel',
			column: 'Cijfer'
		},
		drawing: '/uitvoer/gemeenten/38008/door-de-jaren.svg?op=2007-12-31',
		sheets: '/gemeenten/38008/steekkaart?op=2007-12-31',
		as: 'per hundred',
		says: 'huurwoningen: # per 100 huishoudens',
		estimated: false
	},
	{
		what: 'what Voeren realised, an estimate',
		page: '/gemeenten/73109?op=2024-12-31',
		figure: 'voortgang',
		...town('73109', '2024-12-31', 'realised'),
		at: ['objectives', 0, 'realised', 'value'],
		workbook: {
			path: '/uitvoer/gemeenten/73109/voortgang.xlsx?op=2024-12-31',
			row: 'gerealiseerd',
			column: 'Cijfer'
		},
		package: {
			table: 'municipalities',
			where: { nis: '73109', on: '2024-12-31' },
			column: 'realised'
		},
		drawing: '/uitvoer/gemeenten/73109/voortgang.svg?op=2024-12-31',
		sheets: '/gemeenten/73109/steekkaart?op=2024-12-31',
		as: 'count',
		says: 'waren er # gerealiseerd',
		estimated: true
	},
	{
		what: 'what Mortsel has less than at the baseline',
		page: '/gemeenten/11029?op=2024-12-31',
		figure: 'voortgang',
		...town('11029', '2024-12-31', 'realised'),
		at: ['objectives', 0, 'realised', 'value'],
		workbook: {
			path: '/uitvoer/gemeenten/11029/voortgang.xlsx?op=2024-12-31',
			row: 'gerealiseerd',
			column: 'Cijfer'
		},
		package: {
			table: 'municipalities',
			where: { nis: '11029', on: '2024-12-31' },
			column: 'realised'
		},
		drawing: '/uitvoer/gemeenten/11029/voortgang.svg?op=2024-12-31',
		sheets: '/gemeenten/11029/steekkaart?op=2024-12-31',
		as: 'count',
		says: 'waren het er # minder dan bij de nulmeting',
		estimated: true
	},
	{
		what: 'the dwellings of Hasselt and Kortessem, put together',
		page: '/gemeenten/71072?op=2018-12-31&structuur=vandaag',
		figure: 'antwoord',
		api: '/api/v1/municipalities/71072?on=2018-12-31&structure=today',
		at: ['stock', 'value'],
		csv: {
			path: '/api/v1/municipalities.csv?on=2018-12-31&structure=today',
			row: '71072',
			column: 'stock'
		},
		workbook: {
			path: '/uitvoer/gemeenten/71072/cijfers.xlsx?op=2018-12-31&structuur=vandaag',
			row: 'Sociale huurwoningen',
			column: 'Cijfer'
		},
		drawing: '/uitvoer/gemeenten/71072/door-de-jaren.svg?op=2018-12-31&structuur=vandaag',
		sheets: '/gemeenten/71072/steekkaart?op=2018-12-31&structuur=vandaag',
		as: 'count',
		says: 'telde Hasselt # sociale huurwoningen',
		estimated: true
	},
	{
		what: 'the dwellings that were published for Flanders',
		page: '/?op=2024-12-31',
		figure: 'antwoord',
		...region('vlaanderen', 'stock'),
		at: ['stock', 'value'],
		package: { table: 'regions', where: { slug: 'vlaanderen', on: '2024-12-31' }, column: 'stock' },
		drawing: '/uitvoer/kaart.svg?op=2024-12-31',
		sheets: '/vergadering/vlaanderen?op=2024-12-31&delen=regio',
		as: 'count',
		says: 'telde Vlaanderen # sociale huurwoningen',
		estimated: false
	},
	{
		what: 'the share of the region of Kortrijk',
		page: '/regios/kortrijk?op=2024-12-31',
		figure: 'stand',
		...region('kortrijk', 'share'),
		at: ['share', 'value'],
		workbook: {
			path: '/uitvoer/regios/kortrijk/stand.xlsx?op=2024-12-31',
			row: 'aandeel',
			column: 'Cijfer'
		},
		package: { table: 'regions', where: { slug: 'kortrijk', on: '2024-12-31' }, column: 'share' },
		drawing: '/uitvoer/regios/kortrijk/stand.svg?op=2024-12-31',
		sheets: '/vergadering/kortrijk?op=2024-12-31&delen=regio',
		as: 'per hundred',
		says: 'telde Regio Kortrijk (Leiedal) # sociale huurwoningen per 100 huishoudens',
		estimated: true
	},
	{
		what: 'what the region of Kortrijk is short of its goal',
		page: '/regios/kortrijk?op=2024-12-31',
		figure: 'stand',
		...region('kortrijk', 'gap'),
		at: ['gap'],
		workbook: {
			path: '/uitvoer/regios/kortrijk/leden.xlsx?op=2024-12-31',
			row: 'De regio',
			column: 'Tekort tot streefcijfer'
		},
		package: { table: 'regions', where: { slug: 'kortrijk', on: '2024-12-31' }, column: 'gap' },
		drawing: '/uitvoer/regios/kortrijk/stand.svg?op=2024-12-31',
		sheets: '/vergadering/kortrijk?op=2024-12-31&delen=regio',
		as: 'count',
		says: '11 % van de huishoudens: nog # woningen te gaan',
		estimated: true
	},
	{
		what: 'the dwellings that would have to stand elsewhere',
		page: '/regios/kortrijk?op=2024-12-31',
		figure: 'lorenz',
		api: '/api/v1/regions/kortrijk?on=2024-12-31',
		at: ['spread', 'dwellingsElsewhere'],
		csv: {
			path: '/api/v1/regions/kortrijk/spread.csv?on=2024-12-31',
			row: '34002',
			column: 'dwellings_elsewhere'
		},
		workbook: {
			path: '/uitvoer/regios/kortrijk/spreiding-door-de-jaren.xlsx?op=2024-12-31',
			row: '2024-12-31',
			column: 'Woningen elders'
		},
		drawing: '/uitvoer/regios/kortrijk/lorenz.svg?op=2024-12-31',
		sheets: '/vergadering/kortrijk?op=2024-12-31&delen=regio',
		as: 'count',
		says: 'zouden # woningen elders in de regio',
		estimated: true
	},
	{
		what: 'the Gini coefficient of a region',
		page: '/regios/kortrijk?op=2024-12-31',
		figure: 'lorenz',
		api: '/api/v1/regions/kortrijk?on=2024-12-31',
		at: ['spread', 'gini'],
		csv: {
			path: '/api/v1/regions/kortrijk/spread.csv?on=2024-12-31',
			row: '34002',
			column: 'gini'
		},
		workbook: {
			path: '/uitvoer/regios/kortrijk/maten.xlsx?op=2024-12-31',
			row: 'Gini-coëfficiënt, gewogen naar huishoudens',
			column: 'Waarde'
		},
		as: 'index',
		says: 'gewogen naar huishoudens, is #',
		estimated: true
	},
	{
		what: 'what the road of a region asks, a scenario',
		page: '/regios/kortrijk/weg?op=2024-12-31&doel=11&tegen=2030',
		figure: 'antwoord',
		api: `/api/v1/regions/kortrijk/road${road}&on=2024-12-31`,
		at: ['shortfall'],
		csv: {
			path: `/api/v1/regions/kortrijk/road.csv${road}&on=2024-12-31`,
			row: '2024-12-31',
			column: 'shortfall'
		},
		workbook: {
			path: '/uitvoer/regios/kortrijk/weg/woningen.xlsx?op=2024-12-31&doel=11&tegen=2030',
			row: 'Nodig tegen 31/12/2030',
			column: 'Woningen'
		},
		drawing: '/uitvoer/regios/kortrijk/weg/koers.svg?op=2024-12-31&doel=11&tegen=2030',
		sheets: '/vergadering/kortrijk?op=2024-12-31&delen=scenario&doel=11&tegen=2030',
		as: 'count',
		says: 'heeft Regio Kortrijk (Leiedal) # sociale huurwoningen extra nodig',
		estimated: true
	},
	{
		what: 'what there is to divide, a scenario',
		page: '/regios/kortrijk/verdeling?op=2024-12-31&doel=11&tegen=2030',
		figure: 'antwoord',
		api: `/api/v1/regions/kortrijk/divisions${road}&on=2024-12-31`,
		at: ['shortfall'],
		csv: {
			path: `/api/v1/regions/kortrijk/divisions.csv${road}&on=2024-12-31`,
			row: '34022',
			column: 'shortfall'
		},
		workbook: {
			path: '/uitvoer/regios/kortrijk/verdeling/naast-elkaar.xlsx?op=2024-12-31&doel=11&tegen=2030',
			row: 'Samen erbij',
			column: 'huishoudens'
		},
		sheets: '/vergadering/kortrijk?op=2024-12-31&delen=scenario&doel=11&tegen=2030',
		as: 'count',
		says: 'heeft Regio Kortrijk (Leiedal) nog # woningen nodig (scenario, geen beslissing;',
		estimated: true
	},
	{
		what: 'the dwellings of Kortrijk since the previous meeting',
		page: '/gemeenten/34022/sinds?van=2024-12-30&tot=2026-01-01',
		figure: 'antwoord',
		api: '/api/v1/changes?municipality=34022&from=2024-12-30&to=2026-01-01',
		at: ['municipalities', 0, 'stock', 'end', 'value'],
		csv: {
			path: '/api/v1/changes.csv?municipality=34022&from=2024-12-30&to=2026-01-01',
			row: '34022',
			column: 'stock_end'
		},
		workbook: {
			path: '/uitvoer/gemeenten/34022/sinds/woningen.xlsx?van=2024-12-30&tot=2026-01-01',
			row: 'Kortrijk',
			column: 'Nu 31/12/2024'
		},
		sheets: '/vergadering/kortrijk?sinds=2024-12-30&bekend=2026-01-01&delen=agenda',
		as: 'count',
		says: 'Kortrijk telt # sociale huurwoningen',
		estimated: true
	}
];
