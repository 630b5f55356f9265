import type { Insertable } from 'kysely';
import { insertRows } from '#db/seed/insert.ts';
import type {
	ObservationTable,
	PublicationTable,
	WriteTransaction
} from '#lib/server/database/schema.ts';

/** Two municipalities that nobody can publish anything about. */
export const TRIAL_TOWNS = ['99001', '99002'];

const PUBLICATIONS = [
	{ title: 'practice', kind: 'practice', known_from: '2020-01-01' },
	{ title: 'first', kind: 'first', known_from: '2021-03-01' },
	{ title: 'revision', kind: 'revision', known_from: '2022-03-01' },
	{ title: 'correction of the same day', kind: 'correction', known_from: '2022-03-01' },
	{
		title: 'of another structure',
		kind: 'first',
		known_from: '2021-06-01',
		structure_on: '2019-01-01'
	},
	{
		title: 'withdrawn',
		kind: 'first',
		known_from: '2023-01-01',
		withdrawn_on: '2023-06-01',
		withdrawn_why: 'Proef'
	},
	{ title: 'of a day to come', kind: 'first', known_from: '2999-01-01' }
] as const satisfies Omit<Insertable<PublicationTable>, 'publisher'>[];

type Title = (typeof PUBLICATIONS)[number]['title'];
type Status = ObservationTable['status'];

/** `title, municipality, indicator, date, value, status`: each line is decided by another part of the rule. */
const OBSERVATIONS: [Title, string, string, string, number | null, Status][] = [
	['practice', '99001', 'stock_b', '2017-12-31', 100, 'estimated'],
	['practice', '99001', 'stock_b', '2018-12-31', 101, 'estimated'],
	['first', '99001', 'stock_b', '2018-12-31', 111, 'normal'],
	['revision', '99001', 'stock_b', '2018-12-31', 121, 'provisional'],
	['first', '99001', 'stock_b', '2019-12-31', 112, 'normal'],
	['revision', '99001', 'stock_b', '2019-12-31', 122, 'normal'],
	['correction of the same day', '99001', 'stock_b', '2019-12-31', 132, 'normal'],
	['first', '99001', 'stock_b', '2020-12-31', 113, 'normal'],
	['of another structure', '99001', 'stock_b', '2020-12-31', 143, 'normal'],
	['first', '99001', 'stock_b', '2021-12-31', null, 'suppressed'],
	['withdrawn', '99001', 'stock_b', '2021-12-31', 154, 'normal'],
	['of a day to come', '99001', 'stock_b', '2022-12-31', 165, 'forecast'],
	['practice', '99001', 'stock_b', '2098-12-31', 176, 'estimated'],
	['first', '99001', 'households', '2019-01-01', 2_000.5, 'normal'],
	['first', '99002', 'stock_b', '2018-12-31', 0, 'normal']
];

/** `title, municipality, component, value`. */
const OBJECTIVES: [Title, string, 'total' | 'catch_up', number][] = [
	['practice', '99001', 'total', 50],
	['first', '99001', 'total', 55],
	['practice', '99001', 'catch_up', 5],
	['withdrawn', '99002', 'total', 60],
	['of a day to come', '99002', 'catch_up', 6]
];

/** Writes figures and objectives of both, with one row for each way in which one of them gives way to another. */
export async function writeTrial(transaction: WriteTransaction): Promise<Map<number, Title>> {
	const rows = PUBLICATIONS.map((one) => ({ publisher: 'Proef', ...one }));
	const written = await transaction
		.insertInto('publication')
		.values(rows)
		.returning(['id', 'title'])
		.execute();
	const ids = new Map(written.map(({ id, title }) => [title, id]));
	const publication_id = (title: Title) => ids.get(title) ?? 0;
	const place = { province_code: '30000', arrondissement_code: '34000', valid_from: '2007-01-01' };
	await insertRows(
		transaction,
		'municipality',
		TRIAL_TOWNS.map((nis_code) => ({
			...place,
			nis_code,
			name: `Proef ${nis_code}`,
			publication_id: publication_id('first')
		}))
	);
	await insertRows(
		transaction,
		'observation',
		OBSERVATIONS.map(([title, nis_code, indicator, reference_date, value, status]) => ({
			publication_id: publication_id(title),
			...{ nis_code, indicator, reference_date, value, status }
		}))
	);
	await insertRows(
		transaction,
		'objective',
		OBJECTIVES.map(([title, nis_code, component, value]) => ({
			publication_id: publication_id(title),
			...{ nis_code, component, value, scheme: 'BSO-2009-HUUR', status: 'compulsory' as const }
		}))
	);
	return new Map(written.map(({ id, title }) => [id, title as Title]));
}
