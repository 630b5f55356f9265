import { error, type RequestEvent } from '@sveltejs/kit';
import { runtime } from '#lib/server/web/runtime.ts';

/** Counts an attempt to sign in. @throws 429 when it is one too many */
export function countAttempt(event: RequestEvent): void {
	if (!runtime().access?.attempts.take(event.getClientAddress()))
		error(429, 'Er zijn te veel pogingen om aan te melden. Probeer het over een minuut opnieuw.');
}
