import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody whom the provider of a trial knows. */
export interface Known {
	name: string;
	organisation: string;
	code: string;
	roles: readonly string[];
}

/** A running provider of identity on this machine, and the settings with which the site finds it. */
export interface Identity {
	settings: Record<string, string>;
	stop(): Promise<void>;
}

const SECRET = 'a-secret-of-the-trial-only';

/**
 * Starts a real OpenID Connect provider. Its own page asks a login name and any password.
 * @param people by login name
 * @param site address of the site that signs people in
 */
export async function startIdentity(
	people: Readonly<Record<string, Known>>,
	site: string
): Promise<Identity> {
	const server: Server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, configuration(people, site));
	provider.on('server_error', (_, error) => console.error(error));
	provider.on('backchannel.error', (_, error) => console.error(error));
	server.on('request', provider.callback());
	return {
		settings: {
			OIDC_ISSUER: issuer,
			OIDC_CLIENT_ID: 'woonobjectief',
			OIDC_CLIENT_SECRET: SECRET
		},
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

const configuration = (people: Readonly<Record<string, Known>>, site: string): Configuration => ({
	clients: [
		{
			client_id: 'woonobjectief',
			client_secret: SECRET,
			redirect_uris: [`${site}/beheer/aanmelden/terug`],
			post_logout_redirect_uris: [`${site}/beheer/aanmelden`],
			backchannel_logout_uri: `${site}/beheer/aanmelden/elders-afgemeld`,
			backchannel_logout_session_required: true
		}
	],
	cookies: { keys: ['only for trials'] },
	features: {
		devInteractions: { enabled: true },
		rpInitiatedLogout: { enabled: true },
		backchannelLogout: { enabled: true }
	},
	// Its own guard lets it call no site on this machine, and here the site is on this machine.
	fetch: (url, { method = 'GET', headers = {}, body = null } = {}) =>
		fetch(url, { method, headers, body }),
	claims: {
		openid: ['sub'],
		profile: ['name'],
		vo: ['vo_id', 'vo_doelgroepcode', 'vo_orgcode', 'vo_orgnaam', 'dv_woonobjectief_rol_3d']
	},
	scopes: ['openid', 'profile', 'vo'],
	findAccount: (_, sub) => {
		const known = people[sub];
		if (!known) return undefined;
		return {
			accountId: sub,
			claims: () => ({
				sub,
				name: known.name,
				vo_id: `vo-${sub}`,
				vo_doelgroepcode: 'LB',
				vo_orgcode: known.code,
				vo_orgnaam: known.organisation,
				dv_woonobjectief_rol_3d: known.roles.map(
					(role) => `WoonobjectiefGebruiker-${role}:${known.code}`
				)
			})
		};
	}
});
