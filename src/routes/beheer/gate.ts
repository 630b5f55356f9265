/** The door of the desk: who comes in, what is asked of a request, and how answers are kept for one person alone. */
import { error, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { logRefusal } from '#lib/server/log-failure.ts';
import { hasRole, type Person, type Role } from '#lib/server/people/roles.ts';
import { sessionOf } from '#lib/server/people/sessions.ts';
import { runtime } from '#lib/server/web/runtime.ts';

/** Where people sign in: the only pages of the desk without a session. */
const OPEN = /^\/beheer\/aanmelden(\/|$)/;

const isSecure = ({ url }: Pick<RequestEvent, 'url'>): boolean => url.protocol === 'https:';

/** A cookie of the desk, which no script reads and no other site sends along. */
export function cookie(event: RequestEvent, name: 'beheer' | 'aanmelding') {
	const secure = isSecure(event);
	const full = secure ? `__Secure-${name}` : name;
	const how = {
		path: '/beheer',
		httpOnly: true,
		sameSite: 'lax',
		secure
	} as const satisfies Parameters<Cookies['set']>[2];
	return {
		value: () => event.cookies.get(full),
		set: (value: string, seconds?: number) =>
			event.cookies.set(full, value, { ...how, ...(seconds !== undefined && { maxAge: seconds }) }),
		clear: () => event.cookies.delete(full, how)
	};
}

/** Lets a request in, with its session; or gives the answer that it gets instead. */
export async function enter(event: RequestEvent): Promise<Response | null> {
	if (!runtime().access) return new Response('Hier is geen beheer.\n', { status: 404 });
	const isReading = event.request.method === 'GET' || event.request.method === 'HEAD';
	if (!isReading && !isOwn(event))
		return new Response('Dit formulier kwam niet van deze site.\n', { status: 403 });
	const secret = cookie(event, 'beheer').value();
	event.locals.session = secret ? await sessionOf(runtime().database, secret) : null;
	if (event.locals.session || OPEN.test(event.url.pathname)) return null;
	if (!isReading)
		return new Response('Uw sessie is verlopen: meld u opnieuw aan.\n', { status: 403 });
	const to = `/beheer/aanmelden?naar=${encodeURIComponent(event.url.pathname + event.url.search)}`;
	return new Response(null, { status: 303, headers: { location: to } });
}

/** Whether a form was sent from a page of this site, as the browser says; SvelteKit itself looks at the origin. */
const isOwn = ({ request }: RequestEvent): boolean =>
	['same-origin', null].includes(request.headers.get('sec-fetch-site'));

/** An answer that nobody else may see: not to be kept by browser or cache, nor used by another site. A refusal is logged. */
export function forOnePerson({ locals, request, url }: RequestEvent, response: Response): Response {
	const { status, headers } = response;
	if (status === 403) {
		const account = locals.session?.person.account ?? null;
		logRefusal({ path: url.pathname, method: request.method, account });
	}
	headers.set('cache-control', 'no-store');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-robots-tag', 'noindex');
	return response;
}

/** Whoever is signed in. @throws 403 without one of the roles */
export function personIn({ session }: App.Locals, ...roles: readonly Role[]): Person {
	if (!session) error(403, 'U bent niet aangemeld.');
	if (roles.length > 0 && !hasRole(session.person, ...roles))
		error(403, 'Uw rol geeft geen toegang tot deze pagina.');
	return session.person;
}

/** Where to go after signing in: an address of the desk, with all that it asks, and nothing else. */
export function addressOfDesk(asked: string | null): string {
	const { origin, pathname, search } = URL.parse(asked ?? '', HERE) ?? new URL(HERE);
	return origin === HERE && /^\/beheer(\/|$)/.test(pathname) ? pathname + search : '/beheer';
}

const HERE = 'http://site';
