/** How the desk is entered: by a provider of identity, or by a printed link for whoever sits at this machine. */
import type { Settings } from '../settings.ts';
import { Provider } from './provider.ts';
import { RateLimit } from './rate-limit.ts';

/** What the pages of the desk need to know of its door. */
export interface Access {
	/** Null: nobody signs in. */
	provider: Provider | null;
	/** Whether a printed link opens the desk: only where nobody else can reach it. */
	byLink: boolean;
	/** Attempts to sign in. */
	attempts: RateLimit;
	/** Files that one person hands in. */
	uploads: RateLimit;
}

const MINUTE = 60_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/;

/** Whether an address or name is that of this machine itself. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** The door of the desk by the settings. */
export const accessOf = ({
	provider,
	host,
	origin
}: Pick<Settings, 'provider' | 'host' | 'origin'>): Access => ({
	provider: provider && new Provider(provider),
	byLink: provider === null && origin === null && isLoopback(host),
	attempts: new RateLimit({ each: 30, all: 300, window: MINUTE }),
	uploads: new RateLimit({ each: 20, all: 60, window: MINUTE })
});
