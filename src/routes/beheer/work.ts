import { error } from '@sveltejs/kit';
import type { Work } from '#lib/server/intake/intake.ts';
import { runtime } from '#lib/server/web/runtime.ts';

/** Does what is asked at the desk. @throws 503 where it cannot, or when too much waits already */
export function workIn(): Work {
	const work = runtime().work ?? error(503, 'Het beheer kan hier nu niets uitvoeren.');
	return (...asked) =>
		work(...asked).catch((problem: Error) => {
			if (problem.name !== 'BusyError') throw problem;
			error(503, 'Er wordt al te veel tegelijk nagekeken. Probeer het over een minuut opnieuw.');
		});
}
