import pg from 'pg';
import { type Line, median } from './line.ts';
import type { Place, Stage } from './stage.ts';
import { openTimedSite } from './timed-site.ts';

const TIMES = 100;

/** Moves a municipality to the tile of its copy in a grid of ten by ten, a tenth as wide, so that it keeps its surroundings. */
const tile = (k: string) => `
	2 + ${k} % 10 * 0.5 + (m.longitude - 2) / 10, 50 + ${k} / 10 * 0.2 + (m.latitude - 50) / 10, m.area_km2 / 100`;

/**
 * Every municipality 99 times more, with codes of its own, in copies of its regions; the Flemish Region holds them all.
 * Codes count up from the first that is free.
 */
const MULTIPLY = [
	`create temporary table copy_of as
		select m.nis_code as nis, k.k, lpad((row_number() over (order by k.k, m.nis_code))::text, 5, '0') as code
		from municipality m cross join generate_series(1, ${TIMES - 1}) as k(k)`,
	`create temporary table free_code as
		select row_number() over (order by n) as at, lpad(n::text, 5, '0') as code
		from generate_series(1, 99999) as n
		where lpad(n::text, 5, '0') not in (select nis_code from municipality)`,
	`update copy_of set code = f.code from free_code f where f.at = copy_of.code::int`,
	`create index on copy_of (nis, k)`,
	`analyze copy_of`,
	`insert into municipality select c.code, m.name || ' ' || c.k, m.province_code, m.arrondissement_code,
		m.valid_from, m.valid_to, ${tile('c.k')}, m.publication_id
		from municipality m join copy_of c on c.nis = m.nis_code`,
	`update municipality as m set (longitude, latitude, area_km2) = (select ${tile('0')})
		where nis_code not in (select code from copy_of)`,
	`insert into succession select a.code, b.code, s.effective_on, s.publication_id
		from succession s join copy_of a on a.nis = s.predecessor
		join copy_of b on b.nis = s.successor and b.k = a.k`,
	`insert into neighbour select n.structure_on, least(a.code, b.code), greatest(a.code, b.code)
		from neighbour n join copy_of a on a.nis = n.nis_a join copy_of b on b.nis = n.nis_b and b.k = a.k`,
	`insert into region select r.slug || '-' || k.k, r.code || '-' || k.k, r.name || ' ' || k.k, r.kind, r.valid_from,
		r.valid_to, r.attested_from, r.note, r.publication_id
		from region r cross join generate_series(1, ${TIMES - 1}) as k(k) where r.kind <> 'gewest'`,
	`insert into region_membership
		select case r.kind when 'gewest' then r.slug else r.slug || '-' || c.k end, c.code, m.valid_from, m.valid_to,
			m.publication_id
		from region_membership m join region r on r.slug = m.region join copy_of c on c.nis = m.nis_code`,
	`insert into observation select o.publication_id, c.code, o.indicator, o.reference_date, o.value, o.status, o.note,
		o.place_sheet, o.place_row, o.place_column
		from observation o join copy_of c on c.nis = o.nis_code`,
	`insert into objective select o.publication_id, o.scheme, c.code, o.component, o.value, o.status, o.attested_on, o.note
		from objective o join copy_of c on c.nis = o.nis_code`,
	`insert into test_result select t.publication_id, t.year, c.code, t.category, t.provisional, t.note
		from test_result t join copy_of c on c.nis = t.nis_code`
];

/** The pages, how often each is rendered, and how many times as long it may take with 100 × the municipalities. */
const PAGES = [
	['/regios/kortrijk', 40, 1.5],
	['/gemeenten/34022', 40, 1.5],
	['/', 3, 10]
] as const;

/** Time of a rendering with 100 × the municipalities, against the start data set. */
export async function growth(stage: Stage): Promise<Line[]> {
	const small = await stage.filled('postgresql');
	const large = await stage.copy('postgresql');
	await multiply(large);
	const [before, after] = [await renderTimes(small), await renderTimes(large)];
	return PAGES.map(([path, , atMost], i) => {
		const [one, many] = [before[i] ?? Number.NaN, after[i] ?? Number.NaN];
		return {
			what: `rendering ${path} with ${TIMES} × the municipalities`,
			unit: '× as long',
			budget: { atMost },
			measured: many / one,
			note: `${many.toFixed(1)} ms against ${one.toFixed(1)} ms`
		};
	});
}

async function multiply({ databaseUrl }: Place): Promise<void> {
	const client = new pg.Client(databaseUrl ?? undefined);
	await client.connect();
	for (const statement of MULTIPLY) await client.query(statement);
	await client.query('vacuum analyze');
	await client.end();
}

async function renderTimes(place: Place): Promise<number[]> {
	const site = await openTimedSite(place);
	try {
		const medians: number[] = [];
		for (const [path, runs] of PAGES) {
			const times: number[] = [];
			for (let run = -2; run < runs; run++) {
				const { total } = await site.render(path);
				if (run >= 0) times.push(total); // the first runs warm up
			}
			medians.push(median(times));
		}
		return medians;
	} finally {
		await site.close();
	}
}
