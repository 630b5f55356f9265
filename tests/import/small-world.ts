import { INDICATORS } from '#lib/domain/indicators.ts';
import { createPlaces } from '#lib/domain/places.ts';
import type { Regime } from '#lib/domain/regime.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Database } from '#lib/server/database/database.ts';
import type { ImportRequest } from '#lib/server/desk/write/import-job.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { sealReleases } from '#lib/server/desk/release/chain.ts';
import type { Region } from '#lib/server/queries/regions.ts';

const REFERENCE = 1;
const PRACTICE = 2;

/** `nis, name, province, arrondissement, first day, last day`: eight municipalities, with a merger of 2019 and of 2025. */
const MUNICIPALITIES = [
	['11002', 'Antwerpen', '10000', '11000', '1970-01-01', null],
	['11007', 'Borsbeek', '10000', '11000', '1970-01-01', '2024-12-31'],
	['34013', 'Harelbeke', '30000', '34000', '1970-01-01', null],
	['34022', 'Kortrijk', '30000', '34000', '1970-01-01', null],
	['71047', 'Opglabbeek', '70000', '72000', '1970-01-01', '2018-12-31'],
	['72040', 'Meeuwen-Gruitrode', '70000', '72000', '1970-01-01', '2018-12-31'],
	['72042', 'Oudsbergen', '70000', '72000', '2019-01-01', null],
	['73028', 'Herstappe', '70000', '73000', '1970-01-01', null]
] as const;
const SUCCESSIONS = [
	['11002', '11002', '2025-01-01'],
	['11007', '11002', '2025-01-01'],
	['71047', '72042', '2019-01-01'],
	['72040', '72042', '2019-01-01']
] as const;

/** The municipalities without a database. */
export const smallPlaces = () =>
	createPlaces(
		MUNICIPALITIES.map(([nis, name, province, arrondissement, validFrom, validTo]) => ({
			nis,
			name,
			province,
			arrondissement,
			validFrom,
			validTo,
			longitude: null,
			latitude: null,
			areaKm2: null
		})),
		SUCCESSIONS.map(([predecessor, successor, on]) => ({ predecessor, successor, on }))
	);

/** Two regions of one sort. */
export const smallRegions = (kind: RegionKind): Region[] =>
	['igs01', 'igs02'].map((code) => ({
		slug: `project-${code}`,
		code: `igs2026:${code}`,
		name: `Project ${code}`,
		kind,
		validFrom: null,
		validTo: null,
		attestedFrom: '2026-01-01',
		note: null,
		publication: REFERENCE
	}));

/** Kortrijk and Harelbeke are in the first region, Antwerpen in the second. */
export const SMALL_MEMBERSHIPS = [
	{ region: 'project-igs01', nis: '34013', from: '2026-01-01', to: null },
	{ region: 'project-igs01', nis: '34022', from: '2026-01-01', to: null },
	{ region: 'project-igs02', nis: '11002', from: '2026-01-01', to: null }
];

/** The rules that are known: two regions with members, the round of 2022, no regime. */
export const smallRules = () => ({
	places: smallPlaces(),
	regions: new Map(
		smallRegions('igs').map((one) => [one.slug, { ...one, publication: REFERENCE }])
	),
	memberships: Map.groupBy(SMALL_MEMBERSHIPS, ({ region }) => region),
	testRounds: [
		{
			year: 2022,
			measuredOn: '2021-12-31',
			realised: 7952,
			withPlanned: 9542,
			legalReference: 'Proef',
			note: null,
			publication: REFERENCE
		}
	],
	schemes: []
});
const LAW = {
	tenure: 'rental',
	startsOn: '2009-09-01',
	deadline: '2025-12-31',
	baselineOn: '2007-12-31'
} as const;

/** Two regimes for rental homes, of which the day on which one ends is the baseline of the next; and one for purchase homes. */
export const SMALL_LAWS: readonly Regime[] = [
	{ ...LAW, code: 'BSO-2009-HUUR', status: 'ended', figures: '' },
	{
		...LAW,
		code: 'BSO-2009-KOOP',
		tenure: 'purchase',
		status: 'ended',
		baselineOn: null,
		figures: null
	},
	{
		code: 'BSO-2042',
		tenure: 'rental',
		status: 'in_preparation',
		startsOn: '2026-01-01',
		deadline: '2042-12-31',
		baselineOn: '2025-12-31',
		figures: '2026_2042'
	}
];

/** Households of 1 January 2023 by `nis date`, as an import reads them. */
export const smallHouseholds = () =>
	new Map(MUNICIPALITIES.map(([nis], at) => [`${nis} 2023-01-01`, 2_000 + at]));

/** Fills a database with a few municipalities, their households of 2023, and practice figures of their stock. */
export async function fillSmallWorld(database: Database): Promise<void> {
	await database.change(async (transaction) => {
		await transaction
			.insertInto('publication')
			.values([
				{ publisher: 'Test', title: 'Reference', kind: 'first', known_from: '2020-01-01' },
				{ publisher: 'Test', title: 'Practice', kind: 'practice', known_from: '2020-01-01' }
			])
			.execute();
		await transaction
			.insertInto('municipality')
			.values(
				MUNICIPALITIES.map(([nis_code, name, province_code, arrondissement_code, from, to]) => ({
					nis_code,
					name,
					province_code,
					arrondissement_code,
					valid_from: from,
					valid_to: to,
					publication_id: REFERENCE
				}))
			)
			.execute();
		await transaction
			.insertInto('succession')
			.values(
				SUCCESSIONS.map(([predecessor, successor, effective_on]) => ({
					predecessor,
					successor,
					effective_on,
					publication_id: REFERENCE
				}))
			)
			.execute();
		await transaction
			.insertInto('indicator')
			.values(Object.entries(INDICATORS).map(([code, { unit }]) => ({ code, unit })))
			.execute();
		await transaction.insertInto('observation').values(observations()).execute();
		await sealReleases(transaction, null);
	});
}

function observations() {
	const valid = MUNICIPALITIES.filter(
		([, , , , from, to]) => from <= '2022-12-31' && (to ?? '9') > '2023'
	);
	const common = { note: null, place_sheet: null, place_row: null, place_column: null };
	const households = smallHouseholds();
	return valid.flatMap(([nis_code], at) => [
		{
			...common,
			publication_id: REFERENCE,
			nis_code,
			indicator: 'households',
			reference_date: '2023-01-01',
			value: households.get(`${nis_code} 2023-01-01`) ?? null,
			status: 'normal' as const
		},
		...['2021-12-31', '2022-12-31'].map((reference_date) => ({
			...common,
			publication_id: PRACTICE,
			nis_code,
			indicator: 'stock_b',
			reference_date,
			value: 100 + at,
			status: 'estimated' as const
		}))
	]);
}

/** A request with nothing said but the file. */
export function request(
	name: string,
	content: string | Uint8Array,
	rest: Partial<ImportRequest> = {}
) {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const plain: ImportRequest = {
		source: bytesSource(name, bytes),
		kind: null,
		why: null,
		supersedes: null,
		accept: [],
		release: 'now',
		publishedOn: '2026-03-01',
		publisher: 'Test',
		title: null,
		url: null,
		licence: null,
		observedUntil: null,
		structureOn: null,
		on: null,
		map: null,
		write: true
	};
	return { ...plain, ...rest };
}

/** Every observation that no newer one replaces, as text, for comparing before and after. */
export async function newestFigures(database: Database): Promise<string[]> {
	const rows = await database.read
		.selectFrom('observation as o')
		.innerJoin('publication as p', 'p.id', 'o.publication_id')
		.distinctOn(['o.nis_code', 'o.indicator', 'o.reference_date'])
		.select(['o.nis_code', 'o.indicator', 'o.reference_date', 'o.value', 'o.status', 'p.kind'])
		.where('p.withdrawn_on', 'is', null)
		.orderBy('o.nis_code')
		.orderBy('o.indicator')
		.orderBy('o.reference_date')
		.orderBy((eb) => eb.case().when('p.kind', '=', 'practice').then(1).else(0).end())
		.orderBy('p.known_from', 'desc')
		.orderBy('p.id', 'desc')
		.execute();
	return rows.map((row) => Object.values(row).join(' '));
}
