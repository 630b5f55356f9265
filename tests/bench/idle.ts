/** A program that opens the database and waits: what its engine costs by itself. */
import { openDatabase } from '#lib/server/database/database.ts';
import { readSettings } from '#lib/server/settings.ts';

const database = await openDatabase(readSettings(process.env));
process.once('SIGTERM', () => void database.close().then(() => process.exit()));
console.log('open');
setInterval(() => undefined, 60_000);
