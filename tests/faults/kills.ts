/** Imports that are killed at random moments. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Place } from '#lib/server/database/database.ts';
import { openDatabase } from '#lib/server/database/database.ts';
import { contentDigests } from '#lib/server/desk/release/canonical.ts';
import { verifyChain } from '#lib/server/desk/release/chain.ts';
import type { WriteTransaction } from '#lib/server/database/schema.ts';
import { median } from '../bench/line.ts';
import type { EngineName } from '../bench/stage.ts';
import { end } from '../support/program.ts';
import { hold, type Trial } from './fault.ts';
import { figuresFile, municipalities, startImport } from './figures.ts';

/** What must not change: what each publication holds, and the links of the chain. */
interface Kept {
	contents: Map<number, string>;
	links: string[];
}

/** Kills imports and looks after each what is there: all of it or nothing, and all that was there before. */
export const killedImports =
	(engine: EngineName): Trial =>
	async (ground, { kills }) => {
		const place = await ground.copy(engine);
		const codes = await municipalities(place);
		const file = (number: number) => figuresFile(ground.folder, codes, number);
		const usual = await usualTime(place, [file(1), file(2)]);
		const came = { absent: 0, whole: 0, first: 0 };
		let kept = await looked(place, (database) => keptOf(database));
		for (let number = 3; number < 3 + kills; number++) {
			const isDone = await killed(place, file(number), Math.random() * usual * 1.1);
			const now = await looked(place, async (database) => {
				hold((await verifyChain(database.read, await database.keys())).holds, 'verify fails');
				return keptOf(database);
			});
			const added = addedTo(kept, now);
			hold(added === 1 || (added === 0 && !isDone), `${added} publications after one import`);
			came[isDone ? 'first' : added === 1 ? 'whole' : 'absent']++;
			kept = now;
		}
		const { code, output } = await end(startImport(place, file(0)));
		hold(code === 0, `the next import fails: ${output}`);
		return `${kills} kills: ${came.absent} absent, ${came.whole} whole, ${came.first} were done first; 0 lost, 0 in part`;
	};

async function usualTime(place: Place, files: readonly string[]): Promise<number> {
	const times: number[] = [];
	for (const file of files) {
		const began = performance.now();
		const { code, output } = await end(startImport(place, file));
		hold(code === 0, `an import that nobody kills fails: ${output}`);
		times.push(performance.now() - began);
	}
	return median(times);
}

/** Kills an import after so many ms. @returns whether it had said that it was written */
async function killed(place: Place, file: string, after: number): Promise<boolean> {
	const program = startImport(place, file);
	const ended = end(program);
	await Promise.race([ended, wait(after)]);
	await program.stop('SIGKILL');
	return /Written as publication/.test((await ended).output);
}

async function looked<T>(place: Place, look: (database: Database) => Promise<T>): Promise<T> {
	const database = await openDatabase(place);
	return look(database).finally(() => database.close());
}

async function keptOf({ read }: Database): Promise<Kept> {
	const entries = await read.selectFrom('chain_entry').select('link').orderBy('position').execute();
	return {
		contents: await contentDigests(read as unknown as WriteTransaction, null),
		links: entries.map(({ link }) => link)
	};
}

/** How many publications came. @throws Error when something that was there is not the same */
function addedTo(before: Kept, now: Kept): number {
	for (const [id, content] of before.contents)
		hold(now.contents.get(id) === content, `publication ${id} was altered`);
	before.links.forEach((link, at) => hold(now.links[at] === link, `link ${at + 1} was altered`));
	return now.contents.size - before.contents.size;
}
