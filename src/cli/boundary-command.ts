import type { DataCommand, Given } from './data-command.ts';

/** `boundaries FILE` and `boundaries --remove`. */
export const boundaryCommand: DataCommand = {
	usage: 'FILE [options] | --remove',
	about: 'draw the maps with the boundaries of a file (GeoJSON, TopoJSON, shapefile), or without',
	words: (given) => (given['remove'] ? [] : ['FILE']),
	options: {
		on: {
			type: 'string',
			about:
				'the day of the municipal structure, YYYY-MM-DD (default: the validity that each area bears, else the structure that fits)'
		},
		publisher: { type: 'string', about: 'who published the boundaries' },
		title: { type: 'string', about: 'title of the publication (default: the name of the file)' },
		credit: {
			type: 'string',
			about: 'the line under each map, in Dutch (default: publisher and title)'
		},
		licence: {
			type: 'string',
			about: 'licence under which they were published; shown with the credit'
		},
		url: { type: 'string', about: 'where they were published, https://…' },
		published: { type: 'string', about: 'day of publication, YYYY-MM-DD' },
		check: { type: 'boolean', about: 'tell what is wrong and what it would bring; write nothing' },
		neighbours: {
			type: 'boolean',
			about: 'compare the neighbours, as the borders have them, with those known'
		},
		'replace-neighbours': { type: 'boolean', about: 'the same, and write those of the file' },
		remove: { type: 'boolean', about: 'delete all boundaries: the maps are schematic again' },
		json: { type: 'boolean', about: 'print the result as JSON' }
	},
	parts: true,
	ask: ([file], given, path) =>
		file === undefined
			? { task: { name: 'remove-boundaries' }, file: null }
			: { task: taskOf(given), file: path(file) }
};

const taskOf = (given: Given) => ({
	name: 'boundaries',
	on: given['on'] ?? null,
	publisher: given['publisher'] ?? null,
	title: given['title'] ?? null,
	url: given['url'] ?? null,
	licence: given['licence'] ?? null,
	credit: given['credit'] ?? null,
	publishedOn: given['published'] ?? null,
	neighbours: given['replace-neighbours'] ? 'replace' : given['neighbours'] ? 'compare' : 'leave',
	write: !given['check']
});
