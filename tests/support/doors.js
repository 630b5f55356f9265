/**
 * The house: which room of the project may import what. Imports run downwards only; `domain` is the cellar.
 * A lint rule of our own, so that each message can say the reason.
 */
import { posix, relative, sep } from 'node:path';

/**
 * @typedef {object} Room
 * @property {string} path the files of the room
 * @property {string[]} may rooms and packages that it may import; `type:` in front: their types only
 * @property {string} why what is lost when it imports something else
 */

const NODE = 'node:';
const EVERY_ROOM = ['db/seed', 'db/migrations', 'src/cli', 'src/lib'];

/** Files of the server that every room may need. */
const LEAVES = [
	'src/lib/server/settings.ts',
	'src/lib/server/today.ts',
	'src/lib/server/bounded-store.ts',
	'src/lib/server/log-failure.ts'
];

/** What every room of the server above the queries stands on. */
const CELLAR = [
	NODE,
	'src/lib/domain',
	...LEAVES,
	'src/lib/server/database',
	'src/lib/server/queries'
];

/** Packages that open and read files of others. */
const READERS = [
	'csv-parse',
	'fflate',
	'read-excel-file',
	'shpjs',
	'proj4',
	'topojson-client',
	'topojson-server',
	'topojson-simplify',
	'type:topojson-specification',
	'type:geojson',
	'valibot',
	'kysely',
	'pg',
	'pg-copy-streams'
];

/**
 * A room of the desk: the way of a file from hand to version.
 * @param {string} name
 * @param {string[]} below the rooms of the desk on which it stands
 * @param {string} why
 * @returns {Room}
 */
function desk(name, below, why) {
	const may = below.map((one) => `src/lib/server/desk/${one}`);
	const above = ['check', 'write', 'review'].includes(name) ? ['src/lib/server/standing'] : [];
	return {
		path: `src/lib/server/desk/${name}`,
		may: [...CELLAR, 'src/lib/server/reference', ...READERS, ...above, ...may],
		why
	};
}

/** The most precise path stands first. @type {Room[]} */
export const ROOMS = [
	{
		path: 'src/lib/domain',
		may: [],
		why: 'the calculations stay pure: no database, no clock, no screen, so that they can be proven alone'
	},
	{
		path: 'src/lib/text',
		may: [
			'type:src/lib/domain',
			'src/lib/domain/dates.ts',
			'src/lib/domain/indicators.ts',
			'src/lib/domain/rounding.ts',
			'src/lib/domain/status.ts'
		],
		why: 'sentences and formats are told numbers; they never calculate or fetch them'
	},
	{
		path: 'src/lib/tables',
		may: ['src/lib/domain', 'src/lib/text', 'type:src/lib/server', 'type:src/lib/charts'],
		why: 'a table is a list of columns; whoever writes a form of it loops over the list'
	},
	{
		path: 'src/lib/components',
		may: [
			'src/lib/text',
			'src/lib/tables',
			'src/lib/charts',
			'src/lib/browser',
			'type:src/lib/domain',
			'svelte',
			'$app/state'
		],
		why: 'a component shows what it is given; it makes no decision and loads no data'
	},
	{
		path: 'src/lib/browser',
		may: [],
		why: 'a script only adds to a page that works without it, and stays small'
	},
	{
		path: 'src/lib/charts',
		may: ['src/lib/domain', 'src/lib/text', 'svelte', 'd3', '@observablehq/plot', 'clipper2-ts'],
		why: 'a chart draws any data of its shape; it knows no table, no address and no threshold of policy'
	},
	{
		path: 'src/lib/server/database',
		may: [
			NODE,
			'src/lib/domain',
			...LEAVES,
			'db/migrations',
			'db/seed/load.ts',
			'kysely',
			'pg',
			'@electric-sql/pglite'
		],
		why: 'the engines bring rows and keep them; what they mean is decided above'
	},
	{
		path: 'src/lib/server/queries',
		may: ['src/lib/server/database/schema.ts', 'type:src/lib/domain', 'kysely'],
		why: 'a query turns tables into plain rows; what the rows mean is decided above it'
	},
	{
		path: 'src/lib/server/reference',
		may: [...CELLAR, 'src/lib/charts/map-areas.ts', 'src/lib/charts/schematic-areas.ts', 'kysely'],
		why: 'the facts that all pages share are read once a version; it knows no page and no file'
	},
	{
		path: 'src/lib/server/asked',
		may: ['src/lib/domain', 'src/lib/text', 'type:src/lib/server/database'],
		why: 'what an address can ask is read before anything is looked up'
	},
	{
		path: 'src/lib/server/standing',
		may: [...CELLAR, 'src/lib/server/asked', 'src/lib/server/reference', 'src/lib/text', 'kysely'],
		why: 'where an area stands is the same for a page, a file and an import, so it knows none of them'
	},
	...[
		desk('findings', [], 'what can be wrong with a file is told in one place, whoever finds it'),
		desk('bytes', ['findings'], 'opening a file is a matter of bytes, whatever stands in it'),
		desk(
			'read',
			['findings', 'bytes'],
			'a layout says what a file says; what is known is no matter of it'
		),
		desk('release', [], 'a version begins and ends the same way, whatever brought it'),
		desk(
			'check',
			['findings', 'bytes', 'read'],
			'a check holds what was read against what is known, and writes nothing'
		),
		desk(
			'write',
			['findings', 'bytes', 'read', 'check', 'release'],
			'an import runs from the command line as well as in the server; it knows no page'
		),
		desk(
			'boundaries',
			['findings', 'bytes', 'read'],
			'a file of boundaries is read, checked and written as one; figures do not need it'
		),
		desk(
			'review',
			['findings', 'bytes', 'read', 'check', 'write', 'release'],
			'a review looks at what an import would change; it changes nothing'
		)
	],
	{
		path: 'src/lib/server/api',
		may: [
			...CELLAR,
			'src/lib/text',
			'src/lib/tables',
			'src/lib/server/reference',
			'src/lib/server/asked',
			'src/lib/server/standing',
			'valibot',
			'@valibot/to-json-schema'
		],
		why: 'what can be asked and what is answered is said apart from who answers'
	},
	{
		path: 'src/lib/server/formats/picture',
		may: [NODE, 'src/lib/charts', 'src/lib/text', 'fontkitten', '@resvg/resvg-js'],
		why: 'a picture is made of a drawing and what is said around it; it knows no page and no database'
	},
	{
		path: 'src/lib/server/formats/one-file',
		may: [NODE, 'parse5', '@csstools/css-tokenizer'],
		why: 'bringing a page into one file is a matter of HTML and CSS alone, whatever page it is'
	},
	{
		path: 'src/lib/server/formats',
		may: [
			...CELLAR,
			'src/lib/text',
			'src/lib/tables',
			'src/lib/server/reference',
			'src/lib/server/standing',
			'src/lib/server/desk',
			'src/lib/server/api',
			'd3',
			'fflate',
			'kysely',
			'n3',
			'qr',
			'write-excel-file'
		],
		why: 'page, API and file take their numbers from the same functions; a format knows no page'
	},
	{
		path: 'src/lib/server/people',
		may: [...CELLAR, 'jose', 'kysely', 'openid-client'],
		why: 'who somebody is and which roles they have is known without a page'
	},
	{
		path: 'src/lib/server/deeds',
		may: [
			...CELLAR,
			'src/lib/server/people',
			'src/lib/server/desk',
			'src/lib/server/tasks',
			'kysely'
		],
		why: 'a task is done for somebody in one place, for the desk and for the command line'
	},
	{
		path: 'src/lib/server/intake',
		may: [
			...CELLAR,
			'src/lib/text',
			'src/lib/server/people',
			'src/lib/server/desk',
			'src/lib/server/tasks',
			'kysely',
			'valibot',
			'@fastify/busboy'
		],
		why: 'a file that waits to be settled knows no page; what is done with it, a task does'
	},
	{
		path: 'src/lib/server/tasks',
		may: [
			...CELLAR,
			'src/lib/server/people',
			'type:src/lib/tables',
			'src/lib/server/reference',
			'src/lib/server/standing',
			'src/lib/server/desk',
			'src/lib/server/formats',
			'db/seed/load.ts',
			'db/seed/newer-rules.ts',
			'kysely',
			'valibot'
		],
		why: 'a task is done the same way for the command line and for a running site'
	},
	{
		path: 'src/lib/server/thread',
		may: [
			...CELLAR,
			'src/lib/server/desk/bytes',
			'src/lib/server/tasks',
			'src/lib/server/deeds',
			'kysely',
			'valibot'
		],
		why: 'a thread does a task on a database that it has on loan; it serves no page'
	},
	{
		path: 'src/lib/server/web',
		may: [...CELLAR, 'src/lib/text', 'src/lib/server', 'pino', 'valibot', 'kysely'],
		why: 'the server also starts from the command line, without SvelteKit'
	},
	{
		path: 'src/lib/server',
		may: [NODE, 'src/lib/domain/dates.ts', 'valibot', 'pino'],
		why: 'a file beside the rooms is one that every room may need, so it needs none of them'
	},
	{
		path: 'src/cli',
		may: [
			NODE,
			'src/lib/domain',
			'src/lib/text',
			'type:src/lib/tables',
			'src/lib/server',
			'db/seed',
			'pino',
			'valibot'
		],
		why: 'plain Node runs the command line without a build, so no Svelte and no $app'
	},
	{
		path: 'src/routes/uitvoer',
		may: ['src/lib', 'src/routes', '@sveltejs/kit'],
		why: 'a file is made from the load and the figures of its page, never from its HTML'
	},
	{
		path: 'src/routes',
		may: [
			'@fontsource-variable/source-sans-3',
			'src/lib',
			'src/app.css',
			'svelte',
			'$app',
			'$env',
			'@sveltejs/kit'
		],
		why: 'what two routes need moves to src/lib; a route reads only its own parts and its parents’'
	},
	{
		path: 'src/params',
		may: ['src/lib/domain', 'type:@sveltejs/kit'],
		why: 'a matcher only looks at the text of the address'
	},
	{
		path: 'db/migrations',
		may: ['kysely'],
		why: 'a released schema step is frozen; what it imports from src would change under it'
	},
	{
		path: 'db/seed',
		may: [NODE, 'src/lib/domain', 'src/lib/server', 'csv-parse', 'kysely'],
		why: 'the start data set is written through the same doors as any other data'
	}
];

/** What a room may use in its tests on top of its own. */
const TEST_TOOLS = [
	'vitest',
	'fast-check',
	'read-excel-file',
	'svelte',
	'@apidevtools/swagger-parser',
	NODE,
	'tests',
	...EVERY_ROOM
];

/** @type {import('eslint').Rule.RuleModule} */
export const doors = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { closed: '{{room}} may not import {{target}}: {{why}}.' }
	},
	create(context) {
		const file = relative(context.cwd, context.filename).split(sep).join('/');
		const room = roomOf(file);
		if (!room) return {};
		const allowed = /\.test\.[jt]s$/.test(file) ? [...room.may, ...TEST_TOOLS] : room.may;

		/** @param {any} node */
		const check = (node) => {
			if (typeof node.source?.value !== 'string') return;
			const target = resolve(file, node.source.value);
			if (isOpen(file, room, allowed, target, isTypeOnly(node))) return;
			context.report({
				node,
				messageId: 'closed',
				data: { room: room.path, target, why: room.why }
			});
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};

/**
 * @param {string} file
 * @param {Room} room
 * @param {string[]} allowed
 * @param {string} target
 * @param {boolean} typeOnly
 */
function isOpen(file, room, allowed, target, typeOnly) {
	if (roomOf(target) === room) return room.path !== 'src/routes' || isOfRoute(file, target);
	return allowed.some((entry) => {
		const [, types, path = ''] = /^(type:)?(.*)$/.exec(entry) ?? [];
		return isWithin(target, path) && (!types || typeOnly);
	});
}

/** Whether a route's file imports from its own folder or a parent's. @param {string} file @param {string} target */
const isOfRoute = (file, target) =>
	isWithin(posix.dirname(file), posix.dirname(target)) || isWithin(target, posix.dirname(file));

/** @param {string} file */
const roomOf = (file) => ROOMS.find(({ path }) => isWithin(file, path));

/** @param {string} target @param {string} path */
const isWithin = (target, path) =>
	path.endsWith(':') ? target.startsWith(path) : target === path || target.startsWith(`${path}/`);

/** The project path or package that an import means. @param {string} file @param {string} source */
function resolve(file, source) {
	const path = source.replace(/\?.*$/, '');
	if (path.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), path));
	return path.replace(/^#lib\//, 'src/lib/').replace(/^#db\//, 'db/');
}

/** @param {any} node */
function isTypeOnly(node) {
	if (node.importKind === 'type' || node.exportKind === 'type') return true;
	const named = node.specifiers ?? [];
	return named.length > 0 && named.every((/** @type {any} */ each) => each.importKind === 'type');
}
