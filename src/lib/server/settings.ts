import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65535));

const SettingsSchema = v.object({
	/** PostgreSQL to use; empty: the embedded database in `DATA_DIR`. */
	DATABASE_URL: v.optional(
		v.pipe(v.string(), v.regex(/^(postgres(ql)?:\/\/.+)?$/, 'expected postgres://…')),
		''
	),
	/** Folder of the embedded database. */
	DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), '.data'),
	/** Address to listen on. */
	HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
	/** Port to listen on; 0 picks a free one. */
	PORT: v.optional(port, '3000'),
	/** Public address, when a proxy stands in front; empty: taken from the request. */
	ORIGIN: v.optional(v.pipe(v.string(), v.regex(/^(https?:\/\/[^/]+)?$/, 'expected https://…')), '')
});

/** The settings of the program, read once at start. */
export interface Settings {
	databaseUrl: string | null;
	dataDir: string;
	host: string;
	port: number;
	origin: string | null;
}

/**
 * Reads the settings from the environment; every one has a working default.
 * @throws Error that names the setting, its value and what was expected.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const result = v.safeParse(SettingsSchema, environment);
	if (!result.success) {
		const issue = result.issues[0];
		const name = String(issue.path?.[0]?.key);
		throw new Error(`Setting ${name} = "${String(issue.input)}" is not usable: ${issue.message}`);
	}
	const given = result.output;
	return {
		databaseUrl: given.DATABASE_URL || null,
		dataDir: given.DATA_DIR,
		host: given.HOST,
		port: given.PORT,
		origin: given.ORIGIN || null
	};
}
