import { sql } from 'kysely';
import type { Day } from '#lib/domain/dates.ts';
import type { Reader } from '../database/schema.ts';

/** Size and checksum of a package. */
export interface PackageSum {
	bytes: number;
	/** SHA-256, hexadecimal. */
	sha256: string;
}

/** A package as it was written and handed out. */
export interface KeptPackage {
	version: number;
	known: Day;
	/** SHA-256, hexadecimal. */
	sha256: string;
	/** A zip. */
	content: Uint8Array;
}

/** Sizes and checksums of the packages that are kept, by version. */
export async function packageSums(db: Reader): Promise<Map<number, PackageSum>> {
	const rows = await db
		.selectFrom('version_package')
		.select(['version', 'sha256', sql<number>`octet_length(content)`.as('bytes')])
		.execute();
	return new Map(rows.map(({ version, ...sum }) => [version, sum]));
}

/** The package of a version; undefined as long as none is kept. */
export const packageOf = (db: Reader, version: number): Promise<KeptPackage | undefined> =>
	db
		.selectFrom('version_package')
		.select(['version', 'known', 'sha256', 'content'])
		.where('version', '=', version)
		.executeTakeFirst();
