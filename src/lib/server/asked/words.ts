/** Closed lists of words that can be asked, each with what the API says that it means; it answers with the same words. */
import type { ContradictionKind } from '#lib/domain/contradiction.ts';
import type { DivisionKey, Factor } from '#lib/domain/division.ts';
import type { Topic } from '#lib/domain/published-number.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { PublicationTable } from '../database/schema.ts';

export const REGION_KIND_MEANINGS: Record<RegionKind, string> = {
	gewest: 'Flanders',
	provincie: 'province',
	arrondissement: 'arrondissement',
	referentieregio: 'one of the fifteen reference regions',
	stadsregio: 'city region',
	centrumsteden: 'the group of the thirteen central cities',
	woonmaatschappij: 'working area of a social housing company',
	igs: 'intermunicipal project for housing policy',
	intercommunale: 'intermunicipal association',
	welzijnsvereniging: 'welfare association',
	vervoerregio: 'transport region',
	gebied: 'area for which a source gave one figure',
	eigen: 'a list of municipalities that the request itself gives'
};

export const PUBLICATION_KIND_MEANINGS: Record<PublicationTable['kind'], string> = {
	first: 'the first of its kind',
	revision: 'improves an earlier publication',
	correction: 'repairs an error of an earlier publication',
	practice: 'practice figures of this site: estimates, no measurement'
};

export const KEY_MEANINGS: Record<DivisionKey, string> = {
	households: 'by households on the day asked',
	gap: 'by own shortfall',
	'lift-lowest': 'dwelling after dwelling to the lowest share',
	growth: 'by growth of households',
	weighted: 'by a weighted sum of households, gap and growth',
	'capped-households': 'by households, nobody beyond `cap`',
	'own-deficit': 'everyone its own shortfall, nothing shared'
};

export const FACTOR_MEANINGS: Record<Factor, string> = {
	households: 'households on the day asked',
	gap: 'own shortfall',
	growth: 'growth of households until the day asked'
};

export const CONTRADICTION_KIND_MEANINGS: Record<ContradictionKind, string> = {
	contradiction: 'two published numbers differ',
	revision: 'the second improves the first, by its own account',
	correction: 'the second repairs an error of the first, by its own account'
};

export const TOPIC_MEANINGS: Record<Topic, string> = {
	stock: 'a number of dwellings',
	share: 'a share',
	objective: 'an objective',
	progress: 'realised, in execution, planned or still to build',
	test: 'a progress test',
	other: 'any other figure'
};
