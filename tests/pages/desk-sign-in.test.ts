import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { newVisitor, test } from '../support/browser.ts';
import { type DeskSite, sayWho, serveDesk, signIn } from '../support/desk.ts';

const PEOPLE = {
	els: { name: 'Els Proef', organisation: 'Proefdienst', code: 'OVO000001', roles: ['redacteur'] },
	gust: { name: 'Gust Proef', organisation: 'Proefdienst', code: 'OVO000001', roles: ['gast'] }
};
let desk: DeskSite;
beforeAll(async () => {
	desk = await serveDesk(PEOPLE);
});
afterAll(() => desk.stop());

/** A visitor with cookies of their own. */
async function visit(
	browser: Browser,
	work: (context: BrowserContext) => Promise<void>
): Promise<void> {
	const context = await newVisitor(browser);
	await work(context).finally(() => context.close());
}

test('whoever signs in at the provider is at the desk, with a cookie for the desk alone that no script reads', async ({
	browser
}) => {
	await visit(browser, async (context) => {
		const page = await context.newPage();
		await page.goto(`${desk.site.address}/beheer`);
		expect(page.url()).toContain('/beheer/aanmelden?naar=');
		expect(await violations(page)).toEqual([]);
		await signIn(page, desk, 'els');
		await page.waitForURL(/\/beheer$/);
		expect(await page.locator('header').innerText()).toContain(
			'Els Proef, Proefdienst (redacteur)'
		);
		const cookies = (await context.cookies()).filter(({ name }) => name === 'beheer');
		expect(cookies).toMatchObject([{ path: '/beheer', httpOnly: true, sameSite: 'Lax' }]);
	});
});

test('who must first sign in comes where they were going, with all that it asked filled in', async ({
	browser
}) => {
	await visit(browser, async (context) => {
		const page = await context.newPage();
		const asked = '/beheer/formulieren/cijfer?nis_code=34022&reference_date=2024-12-31';
		await page.goto(desk.site.address + asked);
		await sayWho(page, 'els');
		await page.waitForURL(desk.site.address + asked);
		expect(await page.locator('[name=nis_code]').inputValue()).toContain('34022');
		expect(await page.getByLabel('Van welke dag').inputValue()).toBe('2024-12-31');
	});
});

test('a reader gets no cookie, and a page of the desk is kept by nobody', async () => {
	const page = await fetch(`${desk.site.address}/regios/kortrijk`);
	expect(page.headers.get('set-cookie')).toBe(null);
	const door = await fetch(`${desk.site.address}/beheer/aanmelden`);
	expect(door.headers.get('set-cookie')).toBe(null);
	expect(door.headers.get('cache-control')).toBe('no-store');
	expect(door.headers.get('content-security-policy')).toContain("default-src 'self'");
	expect(door.headers.get('x-frame-options')).toBe('DENY');
});

test('nobody without a role comes in, and the page says what to do', async ({ browser }) => {
	await visit(browser, async (context) => {
		const page = await context.newPage();
		await signIn(page, desk, 'gust');
		await page.waitForURL(/fout=role/);
		expect(await page.getByRole('alert').innerText()).toContain('u hebt hier geen rol');
	});
});

test('an answer of another issuer, a code for the second time and an answer to no question let nobody in', async ({
	browser
}) => {
	await visit(browser, async (context) => {
		const page = await context.newPage();
		await signIn(page, desk, 'els');
		await page.waitForURL(/\/beheer$/);
		const next = async (address: string) => {
			const answer = await context.request.get(address, { maxRedirects: 0 });
			return answer.headers()['location'] ?? '';
		};
		/** The address at which the provider, who knows her by now, sends her back. */
		const cameBack = async () => {
			await context.clearCookies({ name: 'beheer' });
			return new URL(await next(await next(`${desk.site.address}/beheer/aanmelden/begin`)));
		};
		const first = await cameBack();
		first.searchParams.set('iss', 'https://elders.example');
		expect(await next(first.href)).toBe('/beheer/aanmelden?fout=provider');

		const second = await cameBack();
		expect(await next(second.href)).toBe('/beheer');
		expect(await next(second.href)).toBe('/beheer/aanmelden?fout=over');

		const third = await cameBack();
		third.searchParams.set('code', second.searchParams.get('code') ?? '');
		expect(await next(third.href)).toBe('/beheer/aanmelden?fout=provider');

		const fourth = await cameBack();
		fourth.searchParams.set('state', 'other');
		expect(await next(fourth.href)).toBe('/beheer/aanmelden?fout=provider');
	});
});

test('a session that is ended everywhere is over on every device, and the provider is offered to end its own', async ({
	browser
}) => {
	await visit(browser, async (first) => {
		await visit(browser, async (second) => {
			const [here, there] = [await first.newPage(), await second.newPage()];
			await signIn(here, desk, 'els');
			await here.waitForURL(/\/beheer$/);
			await signIn(there, desk, 'els');
			await there.waitForURL(/\/beheer$/);
			await here.goto(`${desk.site.address}/beheer/afmelden`);
			expect(await violations(here)).toEqual([]);
			await here.getByRole('button', { name: 'Afmelden op elk toestel' }).click();
			await there.goto(`${desk.site.address}/beheer`);
			expect(there.url()).toContain('/beheer/aanmelden');
			await here.getByRole('link', { name: 'Meld u ook daar af' }).click();
			await here.getByRole('button', { name: /yes, sign me out/i }).click();
			await here.waitForURL(/\/beheer\/aanmelden/);
		});
	});
});

test('who signs out at the provider for another site is out here too, and nobody else', async ({
	browser
}) => {
	await visit(browser, async (first) => {
		await visit(browser, async (second) => {
			const [here, there] = [await first.newPage(), await second.newPage()];
			for (const page of [here, there]) {
				await signIn(page, desk, 'els');
				await page.waitForURL(/\/beheer$/);
			}
			await here.goto(`${desk.environment['OIDC_ISSUER']}/session/end`);
			await here.getByRole('button', { name: /yes, sign me out/i }).click();
			await here.waitForLoadState();
			await expect.poll(() => pathAfter(here, '/beheer'), { timeout: 10_000 }).toBe(DOOR);
			expect(await pathAfter(there, '/beheer')).toBe('/beheer');
			await there.goto(`${desk.site.address}/beheer/afmelden`);
			await there.getByRole('button', { name: 'Afmelden op elk toestel' }).click();
		});
	});
});

const DOOR = '/beheer/aanmelden';
const pathAfter = async (page: Page, path: string): Promise<string> => {
	await page.goto(desk.site.address + path);
	return new URL(page.url()).pathname;
};

test('a sign-out that the provider did not sign, or that is another kind of token, is refused', async () => {
	const { privateKey } = await generateKeyPair('RS256');
	const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
	const signed = (claims: JWTPayload) =>
		new SignJWT({ sub: 'els', jti: '1', ...claims })
			.setProtectedHeader({ alg: 'RS256' })
			.setIssuer(desk.environment['OIDC_ISSUER'] ?? '')
			.setAudience('woonobjectief')
			.setIssuedAt()
			.sign(privateKey);
	const told = new UnsecuredJWT({ sub: 'els', jti: '1', events }).setIssuedAt().encode();
	for (const token of ['', 'x', told, await signed({ events }), await signed({ nonce: 'n' })]) {
		const body = new URLSearchParams({ logout_token: token });
		const answer = await fetch(`${desk.site.address}${DOOR}/elders-afgemeld`, {
			method: 'POST',
			body
		});
		expect(answer.status).toBe(400);
		expect(answer.headers.get('cache-control')).toBe('no-store');
	}
});

test('a form from another site is refused, and so is one without a session', async () => {
	const send = (headers: Record<string, string>) =>
		fetch(`${desk.site.address}/beheer/afmelden?/hier`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: 'a=b'
		});
	const own = desk.site.address;
	expect((await send({ origin: 'https://elders.example' })).status).toBe(403);
	expect((await send({ origin: own, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
	expect((await send({ origin: own })).status).toBe(403);
});

test('a printed link is for a machine without a provider', async () => {
	expect(desk.site.output).not.toContain('The desk opens once');
	const answer = await fetch(`${desk.site.address}/beheer/aanmelden/link?sleutel=x`);
	expect(answer.status).toBe(404);
});

test('without a provider the printed link opens the desk once, and the page says that nobody looks along', async ({
	browser
}) => {
	const alone = await serveDesk(null);
	try {
		await visit(browser, async (context) => {
			const page = await context.newPage();
			const link = /opens once by: (\S+)/.exec(alone.site.output)?.[1] ?? '';
			await page.goto(link);
			expect(await page.locator('header').innerText()).toContain(
				'er kijkt geen tweede paar ogen mee'
			);
			await context.clearCookies();
			await page.goto(link);
			expect(await page.getByRole('alert').innerText()).toContain('al gebruikt');
		});
		const tries = Array.from({ length: 31 }, () =>
			fetch(`${alone.site.address}/beheer/aanmelden/link?sleutel=x`, { redirect: 'manual' })
		);
		const answers = await Promise.all(tries);
		expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
	} finally {
		await alone.stop();
	}
});
