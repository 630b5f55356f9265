import * as v from 'valibot';

const words = v.pipe(v.string(), v.minLength(1));
const yesOrNo = v.pipe(
	v.picklist(['', 'no', 'yes'], 'expected yes or no'),
	v.transform((given) => given === 'yes')
);
const count = (most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^[1-9]\d{0,3}$/, 'expected a whole number, 1 or more'),
		v.transform(Number),
		v.maxValue(most)
	);
const address = v.pipe(v.string(), v.regex(/^(postgres(ql)?:\/\/.+)?$/, 'expected postgres://…'));
const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));

const SettingsSchema = v.object({
	/** PostgreSQL to use; empty: the embedded database in `DATA_DIR`. */
	DATABASE_URL: v.optional(address, ''),
	/** Streaming standby of that PostgreSQL, from which pages read while it answers; empty: they read at `DATABASE_URL`. */
	DATABASE_READ_URL: v.optional(address, ''),
	/** Most connections with which pages read from PostgreSQL; three more are for changes and news of them. */
	DATABASE_POOL: v.optional(count(1_000), '8'),
	/** Folder of the embedded database. */
	DATA_DIR: v.optional(words, '.data'),
	/** File of the keys with which the chain is signed; empty: `chain-key.json` in `DATA_DIR`. */
	CHAIN_KEY: v.optional(v.string(), ''),
	/** Who changes the data, as the chain keeps it; empty: the user of the system. */
	SIGNED_AS: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
	/** `yes`: a database that is not there, or is empty, is not filled but refused. */
	DATA_MUST_EXIST: v.optional(yesOrNo, 'no'),
	/** Address to listen on. */
	HOST: v.optional(words, '127.0.0.1'),
	/** Port to listen on; 0 picks a free one. */
	PORT: v.optional(port, '3000'),
	/** To whom a weakness can be told, `mailto:` or `https:`; stands in `/.well-known/security.txt`. */
	SECURITY_CONTACT: v.optional(
		v.pipe(v.string(), v.regex(/^((mailto:|https:\/\/)\S+)?$/, 'expected mailto:… or https://…')),
		''
	),
	/** Public address, when a proxy stands in front; empty: taken from the request. */
	ORIGIN: v.optional(
		v.pipe(v.string(), v.regex(/^(https?:\/\/[^/]+)?$/, 'expected https://…')),
		''
	),
	/** Provider of identity for the desk; empty: the desk opens by a printed link, on this machine alone. */
	OIDC_ISSUER: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(https:\/\/\S+|http:\/\/(localhost|127\.0\.0\.1)\S*)?$/,
				'expected https://…, or http:// on this machine'
			)
		),
		''
	),
	OIDC_CLIENT_ID: v.optional(v.string(), ''),
	OIDC_CLIENT_SECRET: v.optional(v.string(), ''),
	OIDC_SCOPES: v.optional(words, 'openid profile vo'),
	/** Claim with the roles; empty: any whose name ends in `_rol_3d`. */
	OIDC_ROLE_CLAIM: v.optional(v.string(), ''),
	/** Claims that say who it is, and for which organisation. */
	OIDC_SUBJECT_CLAIM: v.optional(words, 'vo_id'),
	OIDC_ORGANISATION_CLAIM: v.optional(words, 'vo_orgcode'),
	OIDC_ORGANISATION_NAME_CLAIM: v.optional(words, 'vo_orgnaam')
});

/** How people sign in at the desk. */
export interface ProviderSettings {
	issuer: string;
	clientId: string;
	clientSecret: string;
	scopes: string;
	/** Null: any claim whose name ends in `_rol_3d`. */
	roleClaim: string | null;
	/** Where it is absent, `sub` says who it is. */
	subjectClaim: string;
	organisationClaim: string;
	organisationNameClaim: string;
}

/** The settings of the program, read once at start. */
export interface Settings {
	databaseUrl: string | null;
	readUrl: string | null;
	pool: number;
	dataDir: string;
	chainKey: string | null;
	signedAs: string | null;
	mustExist: boolean;
	host: string;
	port: number;
	origin: string | null;
	/** Null: nobody signs in, and the desk opens by a printed link. */
	provider: ProviderSettings | null;
}

/** What may be said of a value: of an address no more than its kind, for the rest may hold a password. */
const told = (value: unknown): string =>
	String(value).replace(/^([a-z][\w+.-]*:)?.*[:@/].*$/is, '$1…');

/**
 * Reads the settings from the environment; every one has a working default.
 * @throws Error that names the setting, its value and what was expected.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const result = v.safeParse(SettingsSchema, environment);
	if (!result.success) {
		const issue = result.issues[0];
		const name = String(issue.path?.[0]?.key);
		throw new Error(`Setting ${name} = "${told(issue.input)}" is not usable: ${issue.message}`);
	}
	const given = result.output;
	if (given.OIDC_ISSUER && !(given.OIDC_CLIENT_ID && given.OIDC_CLIENT_SECRET))
		throw new Error('OIDC_ISSUER is set: set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too.');
	if (given.DATABASE_READ_URL && !given.DATABASE_URL)
		throw new Error('DATABASE_READ_URL is set without DATABASE_URL: set that to the primary.');
	return {
		databaseUrl: given.DATABASE_URL || null,
		readUrl: given.DATABASE_READ_URL || null,
		pool: given.DATABASE_POOL,
		dataDir: given.DATA_DIR,
		chainKey: given.CHAIN_KEY || null,
		signedAs: given.SIGNED_AS || null,
		mustExist: given.DATA_MUST_EXIST,
		host: given.HOST,
		port: given.PORT,
		origin: given.ORIGIN || null,
		provider: given.OIDC_ISSUER ? providerOf(given) : null
	};
}

const providerOf = (given: v.InferOutput<typeof SettingsSchema>): ProviderSettings => ({
	issuer: given.OIDC_ISSUER,
	clientId: given.OIDC_CLIENT_ID,
	clientSecret: given.OIDC_CLIENT_SECRET,
	scopes: given.OIDC_SCOPES,
	roleClaim: given.OIDC_ROLE_CLAIM || null,
	subjectClaim: given.OIDC_SUBJECT_CLAIM,
	organisationClaim: given.OIDC_ORGANISATION_CLAIM,
	organisationNameClaim: given.OIDC_ORGANISATION_NAME_CLAIM
});
