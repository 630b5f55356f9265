import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const slow = { testTimeout: 30_000, hookTimeout: 60_000 };

/** A part of the tests that has its own folder and needs something running. */
const part = (name: string, ...setups: string[]): TestProjectInlineConfiguration => ({
	extends: true,
	test: {
		name,
		include: [`tests/${name}/**/*.test.ts`],
		globalSetup: setups.map((setup) => `tests/support/${setup}-setup.ts`),
		...slow
	}
});

export default defineConfig({
	test: {
		expect: { requireAssertions: true },
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
			part('database', 'build', 'postgres'),
			part('import', 'postgres'),
			part('pages', 'build', 'site')
		]
	}
});
