import { sinceTables } from '../../../tables.ts';
import type { PageData } from './$types';

/** The tables of the page. */
export const tables = (data: PageData) =>
	sinceTables({ ...data, name: data.region.name, total: 'De regio' });
