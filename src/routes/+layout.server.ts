import { mayBeFramed } from '#lib/server/web/security-headers.ts';

/** Also of an address that leads nowhere: its answer stands in the frame of another site too. */
export const load = ({ url }) => ({ framed: mayBeFramed(url.pathname) });
