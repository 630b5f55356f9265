import { changedFigures, changes } from '#lib/tables/changes.ts';
import { contradictions } from '#lib/tables/contradictions.ts';
import { division, divisions } from '#lib/tables/division.ts';
import { members, municipalities } from '#lib/tables/municipalities.ts';
import { components } from '#lib/tables/objectives.ts';
import { plans } from '#lib/tables/plans.ts';
import { rounds, tests } from '#lib/tables/progress-tests.ts';
import { publications } from '#lib/tables/publications.ts';
import { comparedRegions, regions } from '#lib/tables/regions.ts';
import { knownReplies } from '#lib/tables/replies.ts';
import { mentions } from '#lib/tables/mentions.ts';
import { road } from '#lib/tables/road.ts';
import { spread } from '#lib/tables/spread.ts';
import { targetGroups } from '#lib/tables/target-groups.ts';
import { figureChanges, versions } from '#lib/tables/versions.ts';
import { ChangesAnswer } from './answers/changes.ts';
import { ComparisonAnswer } from './answers/compare.ts';
import { Contradiction } from './answers/contradictions.ts';
import { DivisionAnswer, DivisionsAnswer } from './answers/division.ts';
import { ListedMunicipality, Municipality } from './answers/municipality.ts';
import { MentionsAnswer } from './answers/mentions.ts';
import { ObjectivesAnswer } from './answers/objectives.ts';
import { PlansAnswer } from './answers/plans.ts';
import { RoundAnswer, RoundsAnswer } from './answers/progress-tests.ts';
import { Publication, PublicationAccount } from './answers/publications.ts';
import { ListedRegion, Region } from './answers/region.ts';
import { RepliesAnswer } from './answers/replies.ts';
import { RoadAnswer } from './answers/road.ts';
import { TargetGroupsAnswer } from './answers/target-groups.ts';
import { VersionChangesAnswer, VersionsAnswer } from './answers/versions.ts';
import { listOf, of } from './answers/fields.ts';
import { declare, type Operation } from './operation.ts';
import {
	AREA,
	COMPARISON,
	CONTRADICTIONS,
	DIVISION,
	OWN_REGION,
	PERIOD,
	PROJECT,
	PUBLICATIONS,
	ROAD
} from '../asked/questions.ts';
import { CHANGED, DAYS, ID, NIS, PAGE, SLUG, YEAR } from './parameters.ts';
import { rowShape } from './row-shape.ts';

export const listMunicipalities = declare({
	id: 'listMunicipalities',
	group: 'municipalities',
	path: '/municipalities',
	title: 'All municipalities',
	about:
		'Every municipality of the structure asked, by NIS code: households, dwellings, share, the objective that is measured, and its regions.',
	query: PAGE,
	answer: listOf(of(ListedMunicipality, 'A municipality.'), 'The municipalities, by NIS code.'),
	csv: { row: rowShape(municipalities, 'A municipality.'), about: 'A row is a municipality.' },
	examples: [
		'/municipalities?limit=2',
		'/municipalities?on=2012-12-31',
		'/municipalities?known=2024-01-31&structure=today&limit=5&offset=5'
	]
});

export const oneMunicipality = declare({
	id: 'oneMunicipality',
	group: 'municipalities',
	path: '/municipalities/{nis}',
	title: 'One municipality',
	about:
		'The same with what every regime asks by component, what the municipality can ask itself, and its progress tests. A municipality that did not exist yet is given as the sum of those that went into it.',
	at: NIS,
	answer: Municipality,
	csv: {
		row: rowShape(municipalities, 'A municipality.'),
		about: 'One row, with the columns of the list.'
	},
	problems: ['unknown_municipality'],
	examples: [
		'/municipalities/34022',
		'/municipalities/72042?on=2012-12-31',
		'/municipalities/73028',
		'/municipalities/11002?structure=today'
	]
});

export const municipalObjectives = declare({
	id: 'municipalObjectives',
	group: 'municipalities',
	path: '/municipalities/{nis}/objectives',
	title: 'What is asked of one municipality, by component',
	about:
		'The components of what every regime asks of the municipality; of a merger those of every part.',
	at: NIS,
	csv: { row: rowShape(components, 'A component.'), about: 'A row is a component.' },
	problems: ['unknown_municipality'],
	examples: ['/municipalities/38008/objectives.csv']
});

export const municipalTests = declare({
	id: 'municipalTests',
	group: 'municipalities',
	path: '/municipalities/{nis}/tests',
	title: 'The progress tests of one municipality',
	about:
		'Every round for the municipality; one before a merger for each of those that it was, as it was decided.',
	at: NIS,
	csv: {
		row: rowShape(tests, 'A municipality in a round.'),
		about: 'A row is a municipality in a round.'
	},
	problems: ['unknown_municipality'],
	examples: ['/municipalities/72042/tests.csv']
});

const PLANS = 'Two measurements count dwellings and follow none, so these are bounds.';

export const municipalPlans = declare({
	id: 'municipalPlans',
	group: 'municipalities',
	path: '/municipalities/{nis}/plans',
	title: 'What became of the plans of one municipality',
	about: `For each of the last five measurements, how many of the dwellings in execution or planned then are at most realised or still on their way by the last one, and how many are at least gone. ${PLANS}`,
	at: NIS,
	answer: PlansAnswer,
	csv: { row: rowShape(plans, 'A measurement.'), about: 'A row is a measurement before the last.' },
	problems: ['unknown_municipality'],
	examples: ['/municipalities/34022/plans', '/municipalities/34022/plans?on=2013-12-31']
});

export const listRegions = declare({
	id: 'listRegions',
	group: 'regions',
	path: '/regions',
	title: 'All regions',
	about: 'Every region with its sums, share, goal and gap, and who its members are.',
	query: PAGE,
	answer: listOf(of(ListedRegion, 'A region.'), 'The regions, by kind and name.'),
	csv: { row: rowShape(regions, 'A region.'), about: 'A row is a region.' },
	examples: ['/regions?limit=2', '/regions?on=2018-12-31&limit=20&offset=60']
});

export const oneRegion = declare({
	id: 'oneRegion',
	group: 'regions',
	path: '/regions/{slug}',
	title: 'One region',
	about:
		'A region with its members, goal, gap and spread. With the slug `eigen` it is the municipalities of the request. The CSV form has the members.',
	at: SLUG,
	query: { ...OWN_REGION, ...PROJECT },
	answer: Region,
	csv: { row: rowShape(members, 'A member.'), about: 'A row is a member.' },
	problems: ['unknown_region'],
	examples: [
		'/regions/kortrijk',
		'/regions/antwerpen?on=2012-12-31',
		'/regions/eigen?municipalities=34022,72042&on=2012-12-31&name=Proef&project=35'
	]
});

export const regionSpread = declare({
	id: 'regionSpread',
	group: 'regions',
	path: '/regions/{slug}/spread',
	title: 'The spread over the members of a region',
	about:
		'Each member with its place, its part of the Lorenz curve and its neighbours; the measures of the region stand in every row.',
	at: SLUG,
	query: { ...OWN_REGION, ...PROJECT },
	csv: { row: rowShape(spread, 'A member.'), about: 'A row is a member.' },
	problems: ['unknown_region'],
	examples: ['/regions/kortrijk/spread.csv?project=20']
});

export const regionPlans = declare({
	id: 'regionPlans',
	group: 'regions',
	path: '/regions/{slug}/plans',
	title: 'What became of the plans of the members of a region',
	about: `The same as for a municipality, summed over the members: what is gone in one is not made up for by another. ${PLANS}`,
	at: SLUG,
	query: OWN_REGION,
	answer: PlansAnswer,
	csv: { row: rowShape(plans, 'A measurement.'), about: 'A row is a measurement before the last.' },
	problems: ['unknown_region'],
	examples: ['/regions/kortrijk/plans', '/regions/eigen/plans?municipalities=34022,72042']
});

export const compareRegions = declare({
	id: 'compareRegions',
	group: 'regions',
	path: '/compare',
	title: 'Regions side by side',
	about:
		'Regions with share, goal, gap and spread, and the split of the unevenness within and between them (Theil).',
	query: { ...COMPARISON, ...OWN_REGION },
	answer: ComparisonAnswer,
	csv: { row: rowShape(comparedRegions, 'A region.'), about: 'A row is a region.' },
	examples: [
		'/compare?kind=stadsregio',
		'/compare?regions=kortrijk,genk,eigen&municipalities=34022,34027'
	]
});

export const divideShortfall = declare({
	id: 'divideShortfall',
	group: 'scenarios',
	path: '/regions/{slug}/division',
	title: 'A shortfall divided by one rule',
	about:
		'What each member would build if the shortfall of the region were divided by a rule: a scenario, never a decision.',
	at: SLUG,
	query: { ...OWN_REGION, ...DIVISION },
	answer: DivisionAnswer,
	csv: { row: rowShape(division, 'A member.'), about: 'A row is a member.' },
	problems: ['unknown_region'],
	examples: [
		'/regions/kortrijk/division?goal=0.11&key=households&by=2030-12-31',
		'/regions/kortrijk/division?key=lift-lowest&min-34043=25&max-34022=700',
		'/regions/limburg/division?goal=0.08&without=missing&key=weighted&weight-gap=2'
	]
});

export const divideByEveryRule = declare({
	id: 'divideByEveryRule',
	group: 'scenarios',
	path: '/regions/{slug}/divisions',
	title: 'A shortfall divided by every rule, side by side',
	about: 'The same by all rules, and the spread that each leaves.',
	at: SLUG,
	query: { ...OWN_REGION, ...DIVISION },
	answer: DivisionsAnswer,
	csv: {
		row: rowShape(divisions, 'A member.'),
		about: 'A row is a member; the columns of a rule bear its name.'
	},
	problems: ['unknown_region'],
	examples: ['/regions/kortrijk/divisions?goal=0.11&by=2030-12-31']
});

export const roadToGoal = declare({
	id: 'roadToGoal',
	group: 'scenarios',
	path: '/regions/{slug}/road',
	title: 'The road of a region to a share',
	about:
		'What a share on a later day asks, with projected households: dwellings, pace, part of the new dwellings. A scenario.',
	at: SLUG,
	query: { ...OWN_REGION, ...ROAD },
	answer: RoadAnswer,
	csv: {
		row: rowShape(road, 'A year-end.'),
		about: 'A row is a year-end; what holds for the whole road stands in every row.'
	},
	problems: ['unknown_region'],
	examples: [
		'/regions/kortrijk/road?goal=0.11&by=2030-12-31&q=0.2',
		'/regions/antwerpen/road',
		'/regions/w13/road?newHomes=400'
	]
});

export const listTests = declare({
	id: 'listTests',
	group: 'tests',
	path: '/progress-tests',
	title: 'The rounds of the progress test',
	about: 'Every round that was known, with its thresholds and what sources say of it as a whole.',
	answer: RoundsAnswer,
	csv: {
		row: rowShape(rounds, 'A source of a round.'),
		about: 'A row is a source of a round; a round without one has a row too.'
	},
	examples: ['/progress-tests', '/progress-tests?known=2016-01-01']
});

export const oneTest = declare({
	id: 'oneTest',
	group: 'tests',
	path: '/progress-tests/{year}',
	title: 'One round with every municipality',
	about:
		'The figures of the measuring date, our replay of the rule, and the published category of every municipality.',
	at: YEAR,
	query: PAGE,
	answer: RoundAnswer,
	csv: { row: rowShape(tests, 'A municipality in a round.'), about: 'A row is a municipality.' },
	problems: ['unknown_round'],
	examples: ['/progress-tests/2022?limit=2', '/progress-tests/2012', '/progress-tests/2018']
});

export const listObjectives = declare({
	id: 'listObjectives',
	group: 'objectives',
	path: '/objectives',
	title: 'What every regime asks of every municipality',
	about:
		'The regimes with their rules and dates, and what they ask of every municipality by component.',
	query: PAGE,
	answer: ObjectivesAnswer,
	csv: {
		row: rowShape(components, 'A component.'),
		about: 'A row is a component of one municipality.'
	},
	examples: ['/objectives?limit=1', '/objectives?on=2012-12-31']
});

export const listTargetGroups = declare({
	id: 'listTargetGroups',
	group: 'objectives',
	path: '/target-groups',
	title: 'What is asked or there for target groups',
	about:
		'Parts of objectives, goals and stocks for the homeless, large families and the elderly, as published. None is in a total.',
	query: PAGE,
	answer: TargetGroupsAnswer,
	csv: { row: rowShape(targetGroups, 'A part.'), about: 'A row is a part.' },
	examples: ['/target-groups', '/target-groups?known=2012-01-01']
});

export const listPublications = declare({
	id: 'listPublications',
	group: 'changes',
	path: '/publications',
	title: 'All publications',
	about:
		'Every publication that was out, with its source, licence and checksum; those withdrawn since too, which say so.',
	query: { ...PUBLICATIONS, ...PAGE },
	answer: listOf(of(Publication, 'A publication.'), 'The publications, by number.'),
	csv: { row: rowShape(publications, 'A publication.'), about: 'A row is a publication.' },
	examples: ['/publications?limit=2', '/publications', '/publications?kind=revision'],
	settledBy: null
});

export const onePublication = declare({
	id: 'onePublication',
	group: 'changes',
	path: '/publications/{id}',
	title: 'One publication',
	about:
		'What it brought, what it replaced, and which figures became something else; of those the first 100 or the part that is asked.',
	at: ID,
	answer: PublicationAccount,
	query: PAGE,
	csv: {
		row: rowShape(changedFigures, 'A figure.'),
		about:
			'A row is a figure that became something else, the largest difference first; at most 10000 at a time.'
	},
	problems: ['unknown_publication'],
	examples: ['/publications/83', '/publications/1', '/publications/1000'],
	settledBy: null
});

export const listContradictions = declare({
	id: 'listContradictions',
	group: 'changes',
	path: '/contradictions',
	title: 'Published numbers that contradict or correct one another',
	about:
		'Two published numbers of one area and about one day that differ, side by side with what they count, with the difference in steps as far as it can be computed and the rest as unexplained. Practice figures are never among them.',
	query: { ...CONTRADICTIONS, ...PAGE },
	answer: listOf(of(Contradiction, 'Two numbers.'), 'The pairs, by name of the area.'),
	csv: { row: rowShape(contradictions, 'Two numbers.'), about: 'A row is two numbers.' },
	problems: ['unknown_municipality', 'unknown_region'],
	examples: [
		'/contradictions?municipality=34022',
		'/contradictions?kind=revision&limit=5',
		'/contradictions?region=kortrijk&topic=stock'
	]
});

export const listMentions = declare({
	id: 'listMentions',
	group: 'changes',
	path: '/mentions',
	title: 'What publications say beside the figures',
	about:
		'A part of a total, one project, an aim, a number without a day: published, shown with its source, and counted nowhere.',
	query: { ...AREA, ...PAGE },
	answer: MentionsAnswer,
	csv: { row: rowShape(mentions, 'What is said.'), about: 'A row is what one publication says.' },
	problems: ['unknown_municipality', 'unknown_region'],
	examples: ['/mentions?municipality=34022', '/mentions?region=kortrijk&limit=3', '/mentions']
});

export const listReplies = declare({
	id: 'listReplies',
	group: 'changes',
	path: '/replies',
	title: 'What municipalities replied to their figures',
	about:
		'Every reply that was known, those replaced or withdrawn too, which say so. A reply that counts also stands with its figure, as `replies`.',
	query: PAGE,
	answer: RepliesAnswer,
	csv: { row: rowShape(knownReplies, 'A reply.'), about: 'A row is a reply.' },
	examples: ['/replies']
});

export const listChanges = declare({
	id: 'listChanges',
	group: 'changes',
	path: '/changes',
	settledBy: 'to',
	title: 'What changed in an area between two days',
	about:
		'How stock and pipeline of an area went from what was known on one day to what is known on another: estimates that made way, corrections, and real change apart.',
	query: { ...AREA, ...PERIOD, ...OWN_REGION, ...PAGE },
	answer: ChangesAnswer,
	csv: { row: rowShape(changes, 'A municipality.'), about: 'A row is a municipality.' },
	problems: ['unknown_municipality', 'unknown_region'],
	examples: [
		'/changes?region=kortrijk&from=2024-12-30&to=2026-11-24',
		'/changes?municipality=71072&from=2018-02-01',
		'/changes?limit=3'
	]
});

export const listVersions = declare({
	id: 'listVersions',
	group: 'changes',
	path: '/versions',
	title: 'The days on which what is known changed',
	about:
		'Every day on which a publication was released, renewed or withdrawn, the latest first. `known` with such a day, in any other request, gives the figures of that version.',
	query: PAGE,
	answer: VersionsAnswer,
	csv: { row: rowShape(versions, 'An event.'), about: 'A row is an event.' },
	examples: ['/versions?limit=3', '/versions?known=2012-01-01'],
	settledBy: null
});

export const changesBetweenVersions = declare({
	id: 'changesBetweenVersions',
	group: 'changes',
	path: '/versions/{from}/{to}',
	title: 'The figures that changed between two versions',
	about:
		'Every figure that is new, replaced a practice figure, was revised, corrected or withdrawn between two days of knowledge: figures and objectives of municipalities, published totals of regions, and categories of the progress test. At most 10000 at a time. `/changes` tells what such changes come to for an area.',
	at: DAYS,
	settledBy: 'to',
	query: { ...CHANGED, ...PAGE },
	answer: VersionChangesAnswer,
	csv: { row: rowShape(figureChanges, 'A figure.'), about: 'A row is a figure.' },
	examples: [
		'/versions/2018-02-01/2020-01-01?limit=5',
		'/versions/2009-01-01/2014-12-31?change=revised',
		'/versions/2010-01-01/2026-11-24?municipality=34022&limit=100'
	]
});

/** Every operation, in the order of the reference page. */
export const OPERATIONS: readonly Operation[] = [
	listMunicipalities,
	oneMunicipality,
	municipalObjectives,
	municipalTests,
	municipalPlans,
	listRegions,
	oneRegion,
	regionSpread,
	regionPlans,
	compareRegions,
	divideShortfall,
	divideByEveryRule,
	roadToGoal,
	listTests,
	oneTest,
	listObjectives,
	listTargetGroups,
	listPublications,
	onePublication,
	listVersions,
	changesBetweenVersions,
	listContradictions,
	listMentions,
	listReplies,
	listChanges
];
