import type { Day } from '#lib/domain/dates.ts';
import {
	CATALOGUE_WORDS,
	LICENCE,
	OPEN_DATA_ABOUT,
	OPEN_DATA_KEYWORDS,
	OPEN_DATA_TITLE
} from '#lib/text/open-data.ts';
import { OPEN_TABLES, type OpenTableName } from '#lib/tables/data-package.ts';
import { day as shownDay } from '#lib/text/format.ts';
import type { PackageSum } from '../../../queries/packages.ts';
import type { Name, Thing, Value } from './graph.ts';

/**
 * The catalogue of the open data by DCAT-AP Vlaanderen, version 3 (2026-02-12), with what version 2 (2022-04-21) made
 * mandatory too, for portals that read that one. `tests/support/dcat-ap-vl.ts` lists what both ask.
 *
 * The packages are versions of one data set (`dcat:hasVersion`), not the members of a series: each holds everything, as it
 * was known on its day. The contact is a page of the site: nobody's name or address is known here.
 */
export interface Catalogued {
	/** Absolute address of the site. */
	origin: string;
	/** The days with a package, the latest first, with size and checksum as far as they are known. */
	releases: readonly { day: Day; sum: PackageSum | null }[];
	/** Moment of the last change of the data, ISO 8601. */
	changedAt: string;
	/** First and last year-end with a stock. */
	period: { from: Day; to: Day } | null;
}

/** DCAT-AP Vlaanderen, in both versions. */
export const PROFILES = ['2026-02-12', '2022-04-21'].map(
	(version) =>
		`https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL/erkendestandaard/${version}`
);
const EU = 'http://publications.europa.eu/resource/authority';
const MEDIA = 'https://www.iana.org/assignments/media-types';
const OPEN_DATA_STATUTE = 'https://metadata.vlaanderen.be/id/GDI-Vlaanderen-Trefwoorden/VLOPENDATA';
const FLANDERS = 'http://data.europa.eu/nuts/code/BE2';

const to = (iri: string): Value => ({ iri });
const dutch = (text: string): Value => ({ text, language: 'nl' });
const moment = (value: string): Value => ({ value, datatype: 'xsd:dateTime' });
const date = (value: Day): Value => ({ value, datatype: 'xsd:date' });
const plain = (value: string): Value => ({ value, datatype: 'xsd:string' });

/** Every thing of the catalogue, in a fixed order. */
export function catalogue(asked: Catalogued): Thing[] {
	const { origin, releases } = asked;
	const [newest] = releases;
	return [
		catalogueItself(asked),
		recordOf(asked),
		dataset(asked),
		...(newest ? newestDistributions(asked, newest) : []),
		feedDistribution(asked),
		service(asked),
		...releases.flatMap((one, at) => version(asked, one, releases[at + 1]?.day ?? null)),
		...supporting(origin),
		...(asked.period ? [periodOf(origin, asked.period)] : [])
	];
}

const at = (origin: string, name: string) => `${origin}/dcat#${name}`;
const packageAt = (origin: string, day: Day) => `${origin}/cijfers/download/${day}`;
const versionAt = (origin: string, day: Day) => `${packageAt(origin, day)}#dataset`;

/** What every resource of the catalogue says of itself. */
const common = (
	{ origin }: Catalogued,
	iri: string,
	title: string,
	about: string
): Thing['properties'] => ({
	'dct:identifier': plain(iri),
	'dct:title': dutch(title),
	'dct:description': dutch(about),
	'dct:publisher': to(at(origin, 'uitgever')),
	'dcat:contactPoint': to(at(origin, 'contact'))
});

const licensed: Thing['properties'] = { 'dct:license': to(LICENCE.id) };

/** What makes a data set or service open by the profile. */
const open: Thing['properties'] = {
	'dct:accessRights': to(`${EU}/access-right/PUBLIC`),
	'mdcat:statuut': to(OPEN_DATA_STATUTE),
	'dcat:theme': [to(`${EU}/data-theme/SOCI`), to(`${EU}/data-theme/REGI`)],
	'dcat:keyword': OPEN_DATA_KEYWORDS.map(dutch)
};

function catalogueItself(asked: Catalogued): Thing {
	const { origin, changedAt } = asked;
	const iri = at(origin, 'catalogus');
	return {
		iri,
		types: ['dcat:Catalog'],
		properties: {
			...common(asked, iri, CATALOGUE_WORDS.catalogue.title, CATALOGUE_WORDS.catalogue.about),
			...licensed,
			'foaf:homepage': to(`${origin}/`),
			'dct:language': to(`${EU}/language/NLD`),
			'dct:modified': moment(changedAt),
			'dct:spatial': to(FLANDERS),
			'dcat:themeTaxonomy': to(`${EU}/data-theme`),
			'dcat:dataset': to(at(origin, 'dataset')),
			'dcat:service': to(at(origin, 'api')),
			'dcat:record': to(at(origin, 'record'))
		}
	};
}

function recordOf({ origin, changedAt }: Catalogued): Thing {
	const iri = at(origin, 'record');
	return {
		iri,
		types: ['dcat:CatalogRecord'],
		properties: {
			'dct:identifier': plain(iri),
			'dct:title': dutch(OPEN_DATA_TITLE),
			'dct:modified': moment(changedAt),
			'foaf:primaryTopic': to(at(origin, 'dataset')),
			'dct:conformsTo': PROFILES.map(to)
		}
	};
}

function dataset(asked: Catalogued): Thing {
	const { origin, releases, changedAt, period } = asked;
	const iri = at(origin, 'dataset');
	const [newest] = releases;
	return {
		iri,
		types: ['dcat:Dataset'],
		properties: {
			...common(asked, iri, OPEN_DATA_TITLE, OPEN_DATA_ABOUT),
			...open,
			'dct:modified': moment(changedAt),
			'dct:language': to(`${EU}/language/NLD`),
			'dct:spatial': to(FLANDERS),
			'dct:accrualPeriodicity': to(`${EU}/frequency/IRREG`),
			'dct:provenance': to(at(origin, 'herkomst')),
			'dcat:landingPage': to(`${origin}/cijfers/download`),
			...(period && { 'dct:temporal': to(at(origin, 'periode')) }),
			...(newest && {
				'dct:issued': moment(`${releases.at(-1)?.day}T00:00:00Z`),
				'dcat:version': plain(newest.day),
				'owl:versionInfo': plain(newest.day),
				'dcat:hasCurrentVersion': to(versionAt(origin, newest.day)),
				'dcat:hasVersion': releases.map(({ day }) => to(versionAt(origin, day)))
			}),
			'dcat:distribution': [
				...(newest
					? [
							packageAt(origin, newest.day),
							...tableNames.map((name) => `${packageAt(origin, newest.day)}/${name}.csv`)
						].map((one) => to(`${one}#distributie`))
					: []),
				to(at(origin, 'feed'))
			]
		}
	};
}

const tableNames = Object.keys(OPEN_TABLES) as OpenTableName[];

/** A file as it can be fetched. */
interface File {
	iri: string;
	url: string;
	title: string;
	about: string;
	format: string;
	media: string;
	more?: Thing['properties'];
}

const distribution = ({ iri, url, title, about, format, media, more = {} }: File): Thing => ({
	iri,
	types: ['dcat:Distribution'],
	properties: {
		'dct:identifier': plain(iri),
		'dct:title': dutch(title),
		'dct:description': dutch(about),
		'dcat:accessURL': to(url),
		'dcat:downloadURL': to(url),
		'dct:format': to(`${EU}/file-type/${format}`),
		'dcat:mediaType': to(`${MEDIA}/${media}`),
		'dct:language': to(`${EU}/language/NLD`),
		...licensed,
		...more
	}
});

/** The newest package, and its tables one by one. */
function newestDistributions(
	{ origin }: Catalogued,
	{ day, sum }: Catalogued['releases'][number]
): Thing[] {
	const url = packageAt(origin, day);
	return [
		...packageDistribution(origin, day, sum),
		...tableNames.map((name) =>
			distribution({
				iri: `${url}/${name}.csv#distributie`,
				url: `${url}/${name}.csv`,
				title: `${OPEN_TABLES[name].title} (CSV)`,
				about: OPEN_TABLES[name].about,
				format: 'CSV',
				media: 'text/csv',
				more: { 'dct:conformsTo': to('https://www.w3.org/TR/tabular-data-model/') }
			})
		)
	];
}

function packageDistribution(origin: string, day: Day, sum: PackageSum | null): Thing[] {
	const url = packageAt(origin, day);
	const checksum = `${url}#controlegetal`;
	const words = CATALOGUE_WORDS.package;
	const file = distribution({
		iri: `${url}#distributie`,
		url,
		title: `${words.title} ${shownDay(day)}`,
		about: words.about,
		format: 'ZIP',
		media: 'application/zip',
		more: {
			'dct:issued': date(day),
			'dct:conformsTo': to('https://specs.frictionlessdata.io/data-package/'),
			...(sum && {
				'dcat:byteSize': { value: String(sum.bytes), datatype: 'xsd:nonNegativeInteger' },
				'spdx:checksum': to(checksum)
			})
		}
	});
	if (!sum) return [file];
	const digest: Thing = {
		iri: checksum,
		types: ['spdx:Checksum'],
		properties: {
			'spdx:algorithm': to('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
			'spdx:checksumValue': { value: sum.sha256, datatype: 'xsd:hexBinary' }
		}
	};
	return [file, digest];
}

const feedDistribution = ({ origin }: Catalogued): Thing =>
	distribution({
		iri: at(origin, 'feed'),
		url: `${origin}/cijfers/feed.atom`,
		...CATALOGUE_WORDS.feed,
		format: 'ATOM',
		media: 'application/atom+xml'
	});

/** The data set as it was known on a day; the newest one shares its package with the data set itself. */
function version(
	asked: Catalogued,
	{ day, sum }: Catalogued['releases'][number],
	before: Day | null
): Thing[] {
	const { origin } = asked;
	const iri = versionAt(origin, day);
	const isNewest = day === asked.releases[0]?.day;
	const words = CATALOGUE_WORDS.version;
	return [
		{
			iri,
			types: ['dcat:Dataset'],
			properties: {
				...common(asked, iri, `${OPEN_DATA_TITLE}, ${words.title} ${shownDay(day)}`, words.about),
				...open,
				'dct:issued': moment(`${day}T00:00:00Z`),
				'dct:modified': moment(`${day}T00:00:00Z`),
				'dct:spatial': to(FLANDERS),
				'dct:language': to(`${EU}/language/NLD`),
				'dcat:landingPage': to(`${origin}/cijfers/download`),
				'dcat:version': plain(day),
				'owl:versionInfo': plain(day),
				'dcat:isVersionOf': to(at(origin, 'dataset')),
				...(before && { 'dcat:previousVersion': to(versionAt(origin, before)) }),
				'dcat:distribution': to(`${packageAt(origin, day)}#distributie`)
			}
		},
		...(isNewest ? [] : packageDistribution(origin, day, sum))
	];
}

function service(asked: Catalogued): Thing {
	const { origin, changedAt } = asked;
	const iri = at(origin, 'api');
	const { title, about } = CATALOGUE_WORDS.api;
	return {
		iri,
		types: ['dcat:DataService'],
		properties: {
			...common(asked, iri, title, about),
			...open,
			...licensed,
			'dct:modified': moment(changedAt),
			'dcat:endpointURL': to(`${origin}/api/v1`),
			'dcat:endpointDescription': to(`${origin}/api/v1/openapi.json`),
			'dcat:landingPage': to(`${origin}/cijfers`),
			'dcat:servesDataset': to(at(origin, 'dataset'))
		}
	};
}

const periodOf = (origin: string, { from, to: until }: { from: Day; to: Day }): Thing => ({
	iri: at(origin, 'periode'),
	types: ['dct:PeriodOfTime'],
	properties: { 'dcat:startDate': date(from), 'dcat:endDate': date(until) }
});

/** A concept of somebody's list, with its name. */
const concept = (iri: string, name: string, types: readonly Name[] = ['skos:Concept']): Thing => ({
	iri,
	types,
	properties: { 'skos:prefLabel': dutch(name) }
});

/** Whom and what the others refer to: publisher, contact, licence, lists and standards. */
const supporting = (origin: string): Thing[] => [
	{
		iri: at(origin, 'uitgever'),
		types: ['foaf:Agent', 'dct:Agent'],
		properties: { 'foaf:name': dutch('Woonobjectief'), 'foaf:homepage': to(`${origin}/`) }
	},
	{
		iri: at(origin, 'contact'),
		types: ['vcard:Kind'],
		properties: {
			'vcard:fn': plain('Woonobjectief'),
			'foaf:page': to(`${origin}/toegankelijkheid`),
			'vcard:hasURL': to(`${origin}/toegankelijkheid`)
		}
	},
	{
		iri: LICENCE.id,
		types: ['dct:LicenseDocument'],
		properties: { 'dct:title': dutch(LICENCE.title), 'dct:type': to(`${LICENCE_TYPE}/Attribution`) }
	},
	{
		iri: at(origin, 'herkomst'),
		types: ['dct:ProvenanceStatement'],
		properties: { 'rdfs:label': dutch(CATALOGUE_WORDS.provenance) }
	},
	{
		iri: FLANDERS,
		types: ['dct:Location'],
		properties: { 'rdfs:label': dutch('Vlaams Gewest') }
	},
	concept(OPEN_DATA_STATUTE, 'Vlaamse Open data'),
	concept(`${EU}/access-right/PUBLIC`, 'publiek', ['skos:Concept', 'dct:RightsStatement']),
	concept(`${EU}/data-theme/SOCI`, 'Bevolking en samenleving'),
	concept(`${EU}/data-theme/REGI`, 'Regio’s en steden'),
	...FORMATS.map((name) =>
		concept(`${EU}/file-type/${name}`, name, ['skos:Concept', 'dct:MediaTypeOrExtent'])
	),
	...PROFILES.map((iri): Thing => ({
		iri,
		types: ['dct:Standard'],
		properties: {
			'dct:title': dutch('DCAT-AP Vlaanderen'),
			'dct:description': dutch(CATALOGUE_WORDS.profile),
			'owl:versionInfo': plain(iri.slice(-10))
		}
	}))
];

const LICENCE_TYPE = 'http://purl.org/adms/licencetype';
const FORMATS = ['CSV', 'ZIP', 'ATOM'];
