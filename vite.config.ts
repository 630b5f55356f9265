import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
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

export default defineConfig({
	plugins: [sveltekit(), openDatabase]
});
