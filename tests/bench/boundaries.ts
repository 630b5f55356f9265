import { globSync } from 'node:fs';
import { once } from 'node:events';
import { start } from '../support/program.ts';
import type { Line } from './line.ts';
import { environment, NotMeasuredError, type Place, type Stage } from './stage.ts';
import { firstViewOf } from './views.ts';
import { compressedBytes } from './weight.ts';

/** Real borders lie beside the project, never in it. */
const FILES = '../shared/boundaries/*.geojson';
/** The pages with a map, with their budget of HTML in kB. */
const PAGES = [
	['overview', '/', 70],
	['region', '/regios/kortrijk', 60]
] as const;

/** What real borders cost in place of the schematic map: HTML as sent, and the first view of the overview. */
export async function boundaries(stage: Stage): Promise<Line[]> {
	const [file] = globSync(FILES);
	if (!file) throw new NotMeasuredError(`no file of borders at ${FILES}`);
	const place = await stage.copy('postgresql');
	await importBorders(place, file);
	return stage.with(place, async ({ address }) => {
		const lines: Line[] = [];
		for (const [name, path, atMost] of PAGES) {
			const measured = (await compressedBytes(address + path)) / 1000;
			const what = `HTML of ${name} with real borders, compressed`;
			lines.push({ what, unit: 'kB', budget: { atMost }, measured });
		}
		const views = await firstViewOf(address, '/', place);
		return [...lines, ...views.map((line) => ({ ...line, what: `${line.what}, real borders` }))];
	});
}

async function importBorders(place: Place, file: string): Promise<void> {
	const said = ['--publisher', 'Meting', '--licence', 'Meting', '--credit', 'Meting'];
	const command = ['src/cli/main.ts', 'data', 'boundaries', file, ...said];
	const program = start(command, environment(place));
	const [code] = (await once(program.process, 'close')) as [number | null];
	if (code !== 0) throw new Error(`The import ended with code ${code}:\n${program.output}`);
}
