import { practiceFigures } from '#db/seed/practice/index.ts';
import { facts, figures, unpublishedMembers } from '../support/facts.ts';

/** A cell of a file of the API: its address, the first cell of its row, and its column. */
interface FileCell {
	path: string;
	row: string;
	column: string;
}

/** A cell of a table of a page by its name, the head of its row and that of its column; the workbook of the table has it too. */
export interface PageCell {
	table: string;
	row: string;
	column: string;
}

/** A sheet of paper by its name (it may go on on a next one), and what it says or a cell in one of its tables. */
interface OnSheet {
	path: string;
	sheet: string;
	says?: string;
	cell?: Omit<PageCell, 'table'>;
}

/** One number that stands in several places, and where. */
export interface Fact {
	/** What it is, for the name of the test. */
	what: string;
	/** The page that shows it, in a cell or in its first sentence, and the figure whose words for the minutes say it. */
	page: string;
	shown: PageCell | string;
	figure: string;
	/** The address of the API that gives it, and where it stands in the answer. */
	api: string;
	at: readonly (string | number)[];
	csv?: FileCell;
	/** Its row and column in a table of the data package. */
	package?: { table: string; where: Record<string, string>; column: string };
	/** The name of a drawing of the page, and what it says. */
	drawing?: { name: string; says: string };
	sheets?: OnSheet;
	/** How it is written in a sentence; a share is a fraction. */
	as: 'count' | 'per hundred' | 'index';
	/** Around the number in the minutes, `#` for the number with its mark, `|#|` where words say that it is below zero. */
	says: string;
	/** Whether it rests on an estimate, and so must carry its mark. */
	estimated: boolean;
}

const LAST = '2024-12-31';
/** Whether nobody published a figure, so that an estimate stands in its place. */
const isEstimate = (nis: string, indicator: string, day: string) =>
	figures(nis, indicator, day).length === 0;
const practice = practiceFigures(facts);
const free = new Set(
	practice.objectives.filter(({ value }) => value === 0).map(({ nis_code }) => nis_code)
);
/** A municipality with an objective that had less than at the baseline, by our estimate. */
const SHRUNK = practice.observations.find(
	({ indicator, reference_date, value, nis_code }) =>
		indicator === 'realised' && reference_date === LAST && Number(value) < 0 && !free.has(nis_code)
)?.nis_code;
const shrunk = facts.municipalities.find(({ nis_code }) => nis_code === SHRUNK);
if (!shrunk) throw new Error('No municipality has less than at the baseline.');
const inKortrijk = unpublishedMembers('kortrijk', ['stock_b'], LAST).length > 0;

const town = (nis: string, on: string, column: string) => ({
	api: `/api/v1/municipalities/${nis}?on=${on}`,
	csv: { path: `/api/v1/municipalities.csv?on=${on}`, row: nis, column }
});
const region = (slug: string, column: string) => ({
	api: `/api/v1/regions/${slug}?on=${LAST}`,
	csv: { path: `/api/v1/regions.csv?on=${LAST}`, row: slug, column },
	package: { table: 'regions', where: { slug, on: LAST }, column }
});
const spread = (column: string) => ({
	api: `/api/v1/regions/kortrijk?on=${LAST}`,
	csv: { path: `/api/v1/regions/kortrijk/spread.csv?on=${LAST}`, row: '34002', column }
});
const realised = (nis: string, says: string): Omit<Fact, 'what'> => ({
	page: `/gemeenten/${nis}?op=${LAST}`,
	shown: { table: 'voortgang', row: 'gerealiseerd', column: 'Cijfer' },
	figure: 'voortgang',
	...town(nis, LAST, 'realised'),
	at: ['objectives', 0, 'realised', 'value'],
	package: { table: 'municipalities', where: { nis, on: LAST }, column: 'realised' },
	drawing: { name: 'voortgang', says },
	sheets: { path: `/gemeenten/${nis}/steekkaart?op=${LAST}`, sheet: 'blad-1', says },
	as: 'count',
	says,
	estimated: isEstimate(nis, 'realised', LAST)
});
const onSheet = (part: string, sheet: string, says: string, more = ''): OnSheet => ({
	path: `/vergadering/kortrijk?op=${LAST}&delen=${part}${more}`,
	sheet,
	says
});
const road = '?goal=0.11&by=2030-12-31';

/** Numbers of every kind: counted, shared, negative, published, estimated, merged, and of a scenario. */
export const FACTS: readonly Fact[] = [
	{
		what: 'the published dwellings of Kortrijk in 2010',
		page: '/gemeenten/34022?op=2010-12-31',
		shown: { table: 'cijfers', row: 'Sociale huurwoningen', column: 'Cijfer' },
		figure: 'antwoord',
		...town('34022', '2010-12-31', 'stock'),
		at: ['stock', 'value'],
		package: {
			table: 'figures',
			where: { nis: '34022', reference_date: '2010-12-31', indicator: 'stock_b' },
			column: 'value'
		},
		drawing: { name: 'door-de-jaren', says: 'Kortrijk telt # sociale huurwoningen' },
		sheets: {
			path: '/vergadering/kortrijk?op=2010-12-31&delen=steekkaarten',
			sheet: 'gemeente-34022',
			says: 'Kortrijk telt # sociale huurwoningen'
		},
		as: 'count',
		says: 'telde Kortrijk # sociale huurwoningen',
		estimated: false
	},
	{
		what: 'the share of De Panne at the baseline',
		page: '/gemeenten/38008?op=2007-12-31',
		shown: { table: 'cijfers', row: 'Aandeel', column: 'Cijfer' },
		figure: 'antwoord',
		...town('38008', '2007-12-31', 'share'),
		at: ['share', 'value'],
		drawing: { name: 'door-de-jaren', says: 'huurwoningen: # per 100 huishoudens' },
		sheets: {
			path: '/gemeenten/38008/steekkaart?op=2007-12-31',
			sheet: 'blad-1',
			says: 'huurwoningen: # per 100 huishoudens'
		},
		as: 'per hundred',
		says: 'huurwoningen: # per 100 huishoudens',
		estimated: false
	},
	{ what: 'what Voeren realised', ...realised('73109', 'waren er # gerealiseerd') },
	{
		what: `what ${shrunk.name} has less than at the baseline`,
		...realised(shrunk.nis_code, 'waren het er |#| minder dan bij de nulmeting')
	},
	{
		what: 'the dwellings of Hasselt and Kortessem, put together',
		page: '/gemeenten/71072?op=2018-12-31&structuur=vandaag',
		shown: { table: 'cijfers', row: 'Sociale huurwoningen', column: 'Cijfer' },
		figure: 'antwoord',
		api: '/api/v1/municipalities/71072?on=2018-12-31&structure=today',
		at: ['stock', 'value'],
		csv: {
			path: '/api/v1/municipalities.csv?on=2018-12-31&structure=today',
			row: '71072',
			column: 'stock'
		},
		drawing: { name: 'door-de-jaren', says: 'Hasselt telt # sociale huurwoningen' },
		sheets: {
			path: '/gemeenten/71072/steekkaart?op=2018-12-31&structuur=vandaag',
			sheet: 'blad-1',
			says: 'Hasselt telt # sociale huurwoningen'
		},
		as: 'count',
		says: 'telde Hasselt # sociale huurwoningen',
		estimated: ['71022', '73040'].some((nis) => isEstimate(nis, 'stock_b', '2018-12-31'))
	},
	{
		what: 'the dwellings that were published for Flanders',
		page: `/?op=${LAST}`,
		shown: 'Vlaanderen telt # sociale huurwoningen',
		figure: 'antwoord',
		...region('vlaanderen', 'stock'),
		at: ['stock', 'value'],
		drawing: { name: 'kaart', says: 'Vlaanderen telt # sociale huurwoningen' },
		sheets: {
			path: `/vergadering/vlaanderen?op=${LAST}&delen=regio`,
			sheet: 'regio',
			says: 'Vlaanderen telt # sociale huurwoningen'
		},
		as: 'count',
		says: 'telde Vlaanderen # sociale huurwoningen',
		estimated: false
	},
	{
		what: 'the share of the region of Kortrijk',
		page: `/regios/kortrijk?op=${LAST}`,
		shown: { table: 'stand', row: 'aandeel', column: 'Cijfer' },
		figure: 'stand',
		...region('kortrijk', 'share'),
		at: ['share', 'value'],
		drawing: { name: 'stand', says: 'huurwoningen: # per 100 huishoudens' },
		sheets: onSheet('regio', 'regio', 'huurwoningen: # per 100 huishoudens'),
		as: 'per hundred',
		says: 'telde Regio Kortrijk (Leiedal) # sociale huurwoningen per 100 huishoudens',
		estimated: inKortrijk
	},
	{
		what: 'what the region of Kortrijk is short of its goal',
		page: `/regios/kortrijk?op=${LAST}`,
		shown: { table: 'leden', row: 'De regio', column: 'Tekort tot streefcijfer' },
		figure: 'stand',
		...region('kortrijk', 'gap'),
		at: ['gap'],
		drawing: { name: 'stand', says: 'nog # woningen te gaan' },
		sheets: onSheet('regio', 'regio', 'Tekort van de regio als geheel # woningen'),
		as: 'count',
		says: '11 % van de huishoudens: nog # woningen te gaan',
		estimated: inKortrijk
	},
	{
		what: 'the dwellings that would have to stand elsewhere',
		page: `/regios/kortrijk?op=${LAST}`,
		shown: { table: 'spreiding-door-de-jaren', row: '31/12/2024', column: 'Woningen elders' },
		figure: 'lorenz',
		...spread('dwellings_elsewhere'),
		at: ['spread', 'dwellingsElsewhere'],
		drawing: { name: 'lorenz', says: 'zouden # woningen elders in de regio' },
		sheets: onSheet('regio', 'regio', 'zouden # woningen elders in de regio'),
		as: 'count',
		says: 'zouden # woningen elders in de regio',
		estimated: inKortrijk
	},
	{
		what: 'the Gini coefficient of a region',
		page: `/regios/kortrijk?op=${LAST}`,
		shown: {
			table: 'maten',
			row: 'Gini-coëfficiënt, gewogen naar huishoudens',
			column: 'Waarde'
		},
		figure: 'lorenz',
		...spread('gini'),
		at: ['spread', 'gini'],
		as: 'index',
		says: 'gewogen naar huishoudens, is #',
		estimated: inKortrijk
	},
	{
		what: 'what the road of a region asks, a scenario',
		page: `/regios/kortrijk/weg?op=${LAST}&doel=11&tegen=2030`,
		shown: { table: 'woningen', row: 'Nodig tegen 31/12/2030', column: 'Woningen' },
		figure: 'antwoord',
		api: `/api/v1/regions/kortrijk/road${road}&on=${LAST}`,
		at: ['shortfall'],
		csv: {
			path: `/api/v1/regions/kortrijk/road.csv${road}&on=${LAST}`,
			row: LAST,
			column: 'shortfall'
		},
		drawing: {
			name: 'koers',
			says: 'heeft Regio Kortrijk (Leiedal) # sociale huurwoningen extra nodig'
		},
		sheets: onSheet(
			'scenario',
			'weg',
			'heeft Regio Kortrijk (Leiedal) # sociale huurwoningen extra nodig',
			'&doel=11&tegen=2030'
		),
		as: 'count',
		says: 'heeft Regio Kortrijk (Leiedal) # sociale huurwoningen extra nodig',
		estimated: inKortrijk
	},
	{
		what: 'what there is to divide, a scenario',
		page: `/regios/kortrijk/verdeling?op=${LAST}&doel=11&tegen=2030`,
		shown: { table: 'naast-elkaar', row: 'Samen erbij', column: 'huishoudens' },
		figure: 'antwoord',
		api: `/api/v1/regions/kortrijk/divisions${road}&on=${LAST}`,
		at: ['shortfall'],
		csv: {
			path: `/api/v1/regions/kortrijk/divisions.csv${road}&on=${LAST}`,
			row: '34022',
			column: 'shortfall'
		},
		sheets: onSheet(
			'scenario',
			'verdeling',
			'heeft Regio Kortrijk (Leiedal) nog # woningen nodig',
			'&doel=11&tegen=2030'
		),
		as: 'count',
		says: 'heeft Regio Kortrijk (Leiedal) nog # woningen nodig (scenario, geen beslissing;',
		estimated: inKortrijk
	},
	{
		what: 'the dwellings of Kortrijk since the previous meeting',
		page: '/gemeenten/34022/sinds?van=2024-12-30',
		shown: { table: 'woningen', row: 'Kortrijk', column: 'Nu' },
		figure: 'antwoord',
		api: '/api/v1/changes?municipality=34022&from=2024-12-30',
		at: ['municipalities', 0, 'stock', 'end', 'value'],
		csv: {
			path: '/api/v1/changes.csv?municipality=34022&from=2024-12-30',
			row: '34022',
			column: 'stock_end'
		},
		sheets: {
			path: '/vergadering/kortrijk?sinds=2024-12-30&delen=agenda',
			sheet: 'agenda',
			cell: { row: 'Kortrijk', column: 'Nu' }
		},
		as: 'count',
		says: 'Kortrijk telt # sociale huurwoningen',
		estimated: isEstimate('34022', 'stock_b', LAST)
	}
];
