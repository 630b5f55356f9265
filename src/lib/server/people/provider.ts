/** The provider of identity: any OpenID Connect provider, by code flow with PKCE, state and nonce. */
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { ProviderSettings } from '../settings.ts';

/** What a person is asked to carry to the provider and back. */
export interface Errand {
	state: string;
	nonce: string;
	verifier: string;
}

/** Who came back, as the provider says. */
export interface Identity {
	issuer: string;
	claims: Readonly<Record<string, unknown>>;
	idToken: string | null;
}

/** Whose sessions end, as the provider says behind the scenes: one session at the provider, or all of a person. */
export interface SignOutTold {
	issuer: string;
	subject: string | null;
	session: string | null;
}

const SIGN_OUT = 'http://schemas.openid.net/event/backchannel-logout';
/** How old what is told behind the scenes may be, and how far clocks may differ. */
const FRESH = { maxTokenAge: '5 min', clockTolerance: '1 min' } as const;

/** Talks to one provider; its addresses and keys are read when it is first asked, and again after a failure. */
export class Provider {
	readonly settings: ProviderSettings;
	#found: Promise<oidc.Configuration> | null = null;
	#keys: JWTVerifyGetKey | null = null;

	constructor(settings: ProviderSettings) {
		this.settings = settings;
	}

	#configuration(): Promise<oidc.Configuration> {
		const { issuer, clientId, clientSecret } = this.settings;
		// By http only on this machine, as the settings hold.
		const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
		this.#found ??= oidc
			.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute })
			.catch((error: unknown) => {
				this.#found = null;
				throw error;
			});
		return this.#found;
	}

	/** Where to send a person, and what to remember until they come back. @param callback address of this site */
	async begin(callback: string): Promise<Errand & { address: string }> {
		const configuration = await this.#configuration();
		const errand = {
			state: oidc.randomState(),
			nonce: oidc.randomNonce(),
			verifier: oidc.randomPKCECodeVerifier()
		};
		const address = oidc.buildAuthorizationUrl(configuration, {
			redirect_uri: callback,
			scope: this.settings.scopes,
			state: errand.state,
			nonce: errand.nonce,
			code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
			code_challenge_method: 'S256'
		});
		return { ...errand, address: address.href };
	}

	/**
	 * Takes the code to the provider, over a connection of its own, and gives who it is for.
	 * @param came the whole address at which the person came back
	 * @throws Error of the library when state, nonce, issuer, audience, signature or code is not right
	 */
	async complete(came: URL, { state, nonce, verifier }: Errand): Promise<Identity> {
		const configuration = await this.#configuration();
		const tokens = await oidc.authorizationCodeGrant(configuration, came, {
			expectedState: state,
			expectedNonce: nonce,
			pkceCodeVerifier: verifier,
			idTokenExpected: true
		});
		const claims = tokens.claims();
		if (!claims) throw new Error('The provider sent no ID token.');
		const more = configuration.serverMetadata().userinfo_endpoint
			? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
			: {};
		const { issuer } = configuration.serverMetadata();
		return { issuer, claims: { ...more, ...claims }, idToken: tokens.id_token ?? null };
	}

	/** Where the provider ends its own session; null when it has no such address. @param back where it sends the person then */
	async logoutAddress(idToken: string | null, back: string): Promise<string | null> {
		const configuration = await this.#configuration();
		if (!configuration.serverMetadata().end_session_endpoint) return null;
		const asked = new URLSearchParams({ post_logout_redirect_uri: back });
		if (idToken !== null) asked.set('id_token_hint', idToken);
		return oidc.buildEndSessionUrl(configuration, asked).href;
	}

	/**
	 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6).
	 * @throws Error when signature, issuer, audience or age is not right, or when it is another kind of token
	 */
	async signOutTold(token: string): Promise<SignOutTold> {
		const { issuer, jwks_uri } = (await this.#configuration()).serverMetadata();
		this.#keys ??= createRemoteJWKSet(new URL(jwks_uri ?? ''));
		const expected = { issuer, audience: this.settings.clientId, requiredClaims: ['iat', 'jti'] };
		const { payload } = await jwtVerify(token, this.#keys, { ...expected, ...FRESH });
		const { sub = null, sid, nonce, events } = payload;
		const session = typeof sid === 'string' ? sid : null;
		const isSignOut =
			typeof (events as Record<string, unknown> | undefined)?.[SIGN_OUT] === 'object';
		if (!isSignOut || nonce !== undefined || (sub === null && session === null))
			throw new Error('The token tells of no sign-out.');
		return { issuer, subject: sub, session };
	}
}
