import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { circles } from './tests/support/circles.js';
import { doors } from './tests/support/doors.js';

export default typescript.config(
	{ ignores: ['.svelte-kit/', 'build/', 'node_modules/', 'tests/.results/', 'tests/fixtures/'] },
	js.configs.recommended,
	...typescript.configs.strict,
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { house: { rules: { circles, doors } } },
		rules: {
			'house/circles': 'error',
			'house/doors': 'error',
			'no-console': 'error',
			// Fixtures of Vitest name what they use in their first parameter, if only to say: nothing.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: typescript.parser, svelteConfig }
		},
		rules: {
			// The site is served from the root of its host; plain addresses keep links readable.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: ['src/cli/**', 'tests/**', 'db/**'], rules: { 'no-console': 'off' } }
);
