import { mkdir, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, defineConfig, type Plugin, type Rollup } from 'vite';
import type * as opening from './src/cli/open.ts';

/** `npm run dev` serves the site by itself, so it opens the database as the program does for the built site. */
const openDatabase: Plugin = {
	name: 'woonobjectief-database',
	apply: 'serve',
	async configureServer(server) {
		// Left to Node at run time: Vite would bundle the program into this file's own copy.
		const program = pathToFileURL(resolve('src/cli/open.ts')).href;
		const { openForDevelopment } = (await import(program)) as typeof opening;
		const opened = await openForDevelopment();
		server.httpServer?.once('close', () => void opened.close());
	}
};

/** Where scripts are put together; a folder that is made anew at will. */
const SCRIPTS = resolve('.svelte-kit/scripts');

/**
 * `import address from 'x.ts?script'`: the address of one plain script, made of a TypeScript file and what it imports,
 * components included. Pages load no framework script, so nothing else bundles these. The styles of its components come with
 * the page, which shows them too.
 */
const scripts: Plugin = {
	name: 'woonobjectief-scripts',
	enforce: 'pre',
	async load(id) {
		const [entry = '', query] = id.split('?');
		if (query !== 'script') return null;
		const { output } = (await build({
			configFile: false,
			logLevel: 'silent',
			plugins: [svelte({ configFile: false })],
			build: { rolldownOptions: { input: entry }, modulePreload: false, write: false }
		})) as Rollup.RollupOutput;
		const path = resolve(SCRIPTS, basename(entry).replace(/ts$/, 'js'));
		await mkdir(SCRIPTS, { recursive: true });
		await writeFile(path, output[0].code);
		for (const part of output[0].moduleIds) this.addWatchFile(part);
		return `export { default } from '${path}?url&no-inline';`;
	}
};

/** Marks in a page by which a script of the framework would take it up, as the code writes them; not the place of a notice. */
const SEAMS = /<!--(?!melding)(?:[[\]!$\w-]*|\$\{[^{}]+\})-->|<!--\$" \+ uid \+ "-->/g;
/** Where it would hear of what was loaded before it came; the policy of the page forbids it. */
const EVENTS = / on(?:load|error)="this\.__e=event"/g;
/** What is left of a mark that stood by itself: every other step of a page. */
const NOTHING = /\$\$renderer\d*\.push\((?:""|``)\)/g;

/** No page sends that script, so the built site writes nothing that only it would use: it was a quarter of a page. */
const withoutSeams: Plugin = {
	name: 'woonobjectief-without-seams',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'ssr',
	renderChunk: (code) => ({
		code: code.replace(SEAMS, '').replace(EVENTS, '').replace(NOTHING, 'void 0'),
		map: null
	})
};

export default defineConfig({
	plugins: [scripts, sveltekit(), openDatabase, withoutSeams]
});
