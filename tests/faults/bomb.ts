/** A workbook that unpacks to far more than it says, handed to a site that runs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../bench/stage.ts';
import { makeWorkbook } from '../import/workbook-maker.ts';
import { lying } from '../support/lying.ts';
import { end, serveSite, start } from '../support/program.ts';
import { meanwhile, memoryOf, ms, quantile, timed } from './asked.ts';
import { hold, type Trial } from './fault.ts';

const UNPACKED = 256 * 1024 * 1024;
/** Most (MB) that reading it may take on top. */
const MOST = 250;

export const lyingWorkbook: Trial = async (ground) => {
	const place = await ground.copy('embedded');
	const file = join(ground.folder, 'lying.xlsx');
	const rows = [['nis_code', 'reference_date', 'indicator', 'value']];
	const workbook = makeWorkbook([{ sheet: 'a', rows }], {
		'xl/media/a.bin': new Uint8Array(UNPACKED)
	});
	writeFileSync(file, lying(workbook, 5_000));
	const site = await serveSite(environment(place));
	try {
		await timed(`${site.address}/gemeenten/34022`);
		const before = memoryOf(site.process.pid).now;
		const checked = end(start(['src/cli/main.ts', 'data', 'check', file], environment(place)));
		const during = await meanwhile(`${site.address}/gemeenten/34022`, checked);
		const { code, output } = await checked;
		hold(code === 1 && /would grow from|no sound workbook/.test(output), `not refused: ${output}`);
		const slowest = quantile(during, 1);
		hold(slowest < 1_500, `a page waited ${ms(slowest)}`);
		const more = memoryOf(site.process.pid).now - before;
		hold(more < MOST, `${more.toFixed(0)} MB more in memory`);
		return `refused; the slowest page meanwhile ${ms(slowest)}; ${more.toFixed(0)} MB more in memory`;
	} finally {
		await site.stop();
	}
};
