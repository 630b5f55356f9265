import { isHttpError } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { GET } from './+server.ts';

const env = vi.hoisted((): Record<string, string> => ({}));
vi.mock('$env/dynamic/private', () => ({ env }));

const asked = () =>
	GET({ url: new URL('https://wonen.example/.well-known/security.txt') } as never);

test('it names whom the keeper of the site named, for less than a year (RFC 9116)', async () => {
	env['SECURITY_CONTACT'] = 'mailto:veilig@wonen.example';
	const answer = asked();
	const fields = new Map(
		(await answer.text())
			.trim()
			.split('\n')
			.map((line) => line.split(': ', 2) as [string, string])
	);
	expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
	expect(fields.get('Contact')).toBe('mailto:veilig@wonen.example');
	expect(fields.get('Canonical')).toBe('https://wonen.example/.well-known/security.txt');
	const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 86_400_000;
	expect(days).toBeGreaterThan(1);
	expect(days).toBeLessThan(366);
});

test('where nobody was named there is none, and no made-up address', () => {
	env['SECURITY_CONTACT'] = '';
	let thrown: unknown;
	try {
		asked();
	} catch (error) {
		thrown = error;
	}
	expect(isHttpError(thrown, 404)).toBe(true);
});
