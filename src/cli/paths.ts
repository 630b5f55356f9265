import { resolve } from 'node:path';

/** A path as seen from where the user stands: npm changes the folder and keeps the first one in INIT_CWD. */
export const pathFrom = (path: string): string =>
	resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
