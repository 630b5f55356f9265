import type { ForeignLayout } from './layout.ts';
import { plainName } from '../bytes/plain-name.ts';
import { cellText, findHeader, type Table } from '../bytes/table.ts';

const foreign = (
	layout: Pick<ForeignLayout, 'name' | 'about' | 'columns' | 'recognises' | 'refusal'>
): ForeignLayout => ({
	kind: 'foreign',
	optional: [],
	publisher: null,
	title: null,
	note: null,
	...layout
});

const POPULATION = ['NIS code', 'Woonplaats', 'Mannen', 'Vrouwen', 'Totaal'];

/** Statbel's population: inhabitants, and every share here is per household. */
export const population = foreign({
	name: 'population',
	about: 'population by municipality of Statbel (CSV)',
	columns: POPULATION,
	recognises: (table) => findHeader(table, POPULATION, POPULATION.length) !== null,
	refusal: {
		message:
			'The file counts inhabitants. This program sets homes against households, never against inhabitants, so it has no place for them.',
		expected:
			'the households of the same year: Statistiek Vlaanderen (households by size) or Statbel (private households)'
	}
});

const PERMITS = [
	'Bevoegde overheid (eerste aanleg)',
	'Jaar indiening',
	'Aantal ingediende vergunningsaanvragen'
];

/** Export of permit applications: applications, not dwellings that were permitted. */
export const permits = foreign({
	name: 'permits',
	about: 'permit applications of the Omgevingsloket (CSV)',
	columns: PERMITS,
	recognises: (table) => findHeader(table, PERMITS, 2) !== null,
	refusal: {
		message:
			'The file counts applications for permits and how long they took. No objective or share is made of applications.',
		expected:
			'permitted dwellings by municipality, as a tidy table with the indicator permitted_dwellings'
	}
});

/** Statbel's tables of taxable incomes. */
export const incomes = foreign({
	name: 'incomes',
	about: 'taxable incomes by municipality of Statbel (XLSX)',
	columns: ['Administratieve Eenheid', 'Totaal netto belastbaar inkomen'],
	recognises: (table) => says(table, 'netto belastbaar inkomen'),
	refusal: {
		message:
			'The file holds taxable incomes. This program counts social homes and households, and has no figure that is made of incomes.',
		expected: 'a measurement, a progress test, households or regions'
	}
});

/** Whether a cell of the first rows holds some words. */
const says = (table: Table, words: string): boolean =>
	table.head.some((row) => row.some((cell) => plainName(cellText(cell)).includes(words)));
