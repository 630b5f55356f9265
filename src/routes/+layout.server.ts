import { mayBeFramed } from '#lib/server/security-headers.ts';

/**
 * Also of an address that leads nowhere: its answer stands in the frame of another site too. A page that a file is made
 * of says its numbers as machines read them.
 */
export const load = ({ url, locals }) => ({
	framed: mayBeFramed(url.pathname),
	forExport: locals.forExport ?? false
});
