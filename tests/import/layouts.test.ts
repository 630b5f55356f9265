import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { compareAreas } from '#lib/server/desk/write/check-area-list.ts';
import { FigureChecker, type CheckedFigure } from '#lib/server/desk/check/figure-checker.ts';
import { Findings } from '#lib/server/desk/findings/findings.ts';
import type {
	FiguresLayout,
	MembershipsLayout,
	ReadOptions
} from '#lib/server/desk/read/layout.ts';
import { LAYOUTS, recogniseLayout } from '#lib/server/desk/read/layouts.ts';
import { ImportMapSchema } from '#lib/server/desk/read/import-map.ts';
import { compareMemberships } from '#lib/server/desk/check/membership-changes.ts';
import { compareMunicipalities } from '#lib/server/desk/check/municipality-changes.ts';
import { checkRules } from '#lib/server/desk/check/rules/check.ts';
import { readRules } from '#lib/server/desk/read/rules-read.ts';
import { tellSkipped, withoutSkipped } from '#lib/server/desk/read/skipped-rows.ts';
import { openTables } from '#lib/server/desk/bytes/open-tables.ts';
import { bytesSource, inspect, type ImportSource } from '#lib/server/desk/bytes/source.ts';
import type { Table } from '#lib/server/desk/bytes/table.ts';
import {
	SMALL_LAWS,
	SMALL_MEMBERSHIPS,
	smallHouseholds,
	smallPlaces,
	smallRegions,
	smallRules
} from './small-world.ts';
import { makeWorkbook, type MadeSheet } from './workbook-maker.ts';

const PUBLISHED_ON = '2026-03-01';
const folders = globSync(join(import.meta.dirname, 'layouts/*/*/input.*')).sort();

test('every layout has its folder', () => {
	const layouts = new Set(folders.map((path) => basename(dirname(dirname(path)))));
	expect([...layouts]).toEqual(LAYOUTS.map(({ name }) => name).sort());
});

test.for(folders.map((path) => [path.split('/').slice(-3, -1).join('/'), path] as const))(
	'%s gives the figures and findings beside it',
	async ([, path]) => {
		const read = await readFile(path);
		const text = `${JSON.stringify(read, null, '\t')}\n`;
		await expect(text).toMatchFileSnapshot(join(dirname(path), 'expected.json'));
	}
);

/** A `.json` input is a description of a workbook. */
function sourceOf(path: string): ImportSource {
	const bytes = readFileSync(path);
	if (!path.endsWith('.json')) return bytesSource(basename(path), bytes);
	return bytesSource('input.xlsx', makeWorkbook(JSON.parse(bytes.toString()) as MadeSheet[]));
}

async function readFile(path: string) {
	const source = sourceOf(path);
	const options = optionsBeside(path);
	const whole = (await openTables(source, await inspect(source))).tables;
	const { layout, tables } = recogniseLayout(withoutSkipped(whole, options.map), options.map);
	expect(path).toContain(`/${layout.name}/`);
	const findings = new Findings();
	tellSkipped(whole, options.map, findings);
	if (layout.kind === 'municipalities') {
		const areas = await layout.read(tables, findings);
		const changes = compareMunicipalities(areas, smallPlaces().byCode, findings);
		return { changes, findings: findings.list() };
	}
	if (layout.kind === 'memberships') return readMemberships(layout, tables, options, findings);
	if (layout.kind === 'area_list') {
		const areas = await layout.read(tables, findings);
		compareAreas(areas, smallPlaces(), options.on ?? PUBLISHED_ON, findings);
		return { areas, findings: findings.list() };
	}
	if (layout.kind === 'rules') return readRuleTables(tables, findings);
	if (layout.kind === 'foreign') return { refusal: layout.refusal };
	return readFigures(layout, tables, options, findings);
}

/** The rows by table, as they would be written. */
async function readRuleTables(tables: readonly Table[], findings: Findings) {
	const read = await readRules(tables, findings);
	const rows = checkRules(read, smallRules(), findings);
	return {
		rows: Object.fromEntries(
			[...rows].map(([{ table }, own]) => [table, own.map(({ values }) => values)])
		),
		findings: findings.list()
	};
}

/** What is said about the file on the command line, from `options.json` beside it. */
function optionsBeside(path: string): ReadOptions {
	const file = join(dirname(path), 'options.json');
	const said = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
	const options: ReadOptions = {
		observedUntil: null,
		structureOn: null,
		on: null,
		map: null,
		...said
	};
	return { ...options, map: options.map && v.parse(ImportMapSchema, options.map) };
}

async function readMemberships(
	layout: MembershipsLayout,
	tables: readonly Table[],
	options: ReadOptions,
	findings: Findings
) {
	const places = smallPlaces();
	const table = await layout.read(tables, options, places, findings);
	const known = { places, regions: smallRegions(table.kind), memberships: SMALL_MEMBERSHIPS };
	const changes = options.on ? compareMemberships(table, known, options.on, findings) : [];
	return { changes, findings: findings.list() };
}

async function readFigures(
	layout: FiguresLayout,
	tables: readonly Table[],
	options: ReadOptions,
	findings: Findings
) {
	const places = smallPlaces();
	const laws = SMALL_LAWS;
	const file = await layout.open(tables, options, places, findings, laws);
	const context = { places, publishedOn: PUBLISHED_ON, households: smallHouseholds(), laws };
	const checker = new FigureChecker(context, file, findings);
	const figures: CheckedFigure[] = [];
	for await (const batch of file.batches()) {
		for (const raw of batch) {
			const figure = checker.check(raw);
			if (figure) figures.push(figure);
		}
	}
	const { structureOn, beside, referenceDate } = file;
	return { structureOn, referenceDate, figures, beside, findings: findings.list() };
}
