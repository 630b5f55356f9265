import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Ends only what hangs: these tests start whole programs, and how long that takes says something of the machine alone. */
const slow = { testTimeout: 120_000, hookTimeout: 180_000 };

/**
 * A part of the tests that has its own folder and needs something running. Its files share the processes that run them:
 * to load anew what they import takes longer than many of them last.
 */
const part = (name: string, ...setups: string[]): TestProjectInlineConfiguration => ({
	extends: true,
	test: {
		name,
		include: [`tests/${name}/**/*.test.ts`],
		globalSetup: setups.map((setup) => `tests/support/${setup}-setup.ts`),
		isolate: false,
		...slow
	}
});

export default defineConfig({
	test: {
		// what is waited for comes late on a busy machine, and is no less right for it
		expect: { requireAssertions: true, poll: { timeout: 20_000 } },
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				plugins: [sveltekit()],
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'db/**/*.test.ts', 'tests/support/**/*.test.ts']
				}
			},
			part('database', 'build', 'start'),
			part('import', 'start'),
			part('pages', 'build', 'start', 'site')
		]
	}
});
