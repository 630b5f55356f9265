import { onPage, type Column } from '#lib/tables/column.ts';
import { tableOf, type Table } from '#lib/tables/table.ts';
import { publicationPath, versionPath } from '#lib/text/addresses.ts';
import { day, plainNumber } from '#lib/text/format.ts';
import { fileSize, STATUS_ABOUT, TYPE_WORDS, UNIT_WORDS } from '#lib/text/open-data.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export const tables = (data: PageData) => ({
	...columnTables(data),
	status: statusTable(),
	pakketten: releaseTable(data.releases)
});

/** What stands in each file of the package, by name of the table. */
export const columnTables = ({ tables }: Pick<PageData, 'tables'>): Record<string, Table> =>
	Object.fromEntries(
		tables.map(({ name, columns }) => {
			const id = `kolommen-${name}`;
			return [id, columnTable(id, `Kolommen van ${name}.csv`, columns)];
		})
	);

const statuses: readonly Column<readonly [status: string, about: string]>[] = [
	onPage('Status', ([status]) => ({ words: status, look: 'code' })),
	onPage('Het getal ernaast is', ([, about]) => about)
];

const statusTable = (): Table =>
	tableOf(statuses, Object.entries(STATUS_ABOUT), undefined, {
		id: 'status',
		title: 'Wat de status zegt'
	});

type TableColumn = PageData['tables'][number]['columns'][number];

const described: readonly Column<TableColumn>[] = [
	onPage('Kolom', ({ name }) => ({ words: name, look: 'code' })),
	onPage('Soort', ({ type }) => TYPE_WORDS[type]),
	onPage('Eenheid', ({ unit }) => (unit ? UNIT_WORDS[unit] : '')),
	onPage('Wat erin staat', ({ about }) => about)
];

/** What each column of a file of the package holds. */
const columnTable = (id: string, title: string, columns: readonly TableColumn[]): Table =>
	tableOf(described, columns, undefined, { id, title });

type Release = PageData['releases'][number];

const NOT_YET = 'nog niet berekend';

const packages: readonly Column<Release>[] = [
	onPage('Pakket', (one) => ({
		words: { day: one.day },
		href: `/cijfers/download/${one.day}`,
		download: true
	})),
	onPage(
		'Versie',
		({ version }) => ({
			words: { amount: version, format: plainNumber },
			href: versionPath(version)
		}),
		{
			numeric: true
		}
	),
	onPage('Wat er die dag bekend werd', ({ events }) =>
		events.map(({ publication, event, title }) => ({
			words: [
				event === 'withdrawal' ? 'ingetrokken: ' : '',
				{ words: title, href: publicationPath(publication) }
			],
			look: 'line'
		}))
	),
	onPage('Grootte', ({ sum }) => (sum ? fileSize(sum.bytes) : ''), { numeric: true }),
	onPage('SHA-256', (one) => ({
		words: one.sum?.sha256 ?? NOT_YET,
		look: 'fixed',
		href: `/cijfers/download/${one.day}.sha256`,
		label: `Controlegetal van ${day(one.day)}: ${one.sum?.sha256 ?? NOT_YET}`
	}))
];

/** Every day that has a package, with what happened on it, the size of the package and its checksum. */
const releaseTable = (releases: readonly Release[]): Table =>
	tableOf(packages, releases, undefined, {
		id: 'pakketten',
		title: 'Alle pakketten',
		look: 'towns'
	});
