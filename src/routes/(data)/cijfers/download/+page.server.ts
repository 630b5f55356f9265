import { packageDays, packageSums } from '#lib/server/export/open-data/kept.ts';
import { OPEN_TABLES } from '#lib/server/export/open-data/schema.ts';
import { columnAbout, TABLE_WORDS, type OpenTableName } from '#lib/text/open-data.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../../question.ts';

export async function load({ url, setHeaders }) {
	const { database, facts, moment } = await question(url);
	const days = (await packageDays(database, moment.today)).filter((one) => one.day <= moment.known);
	const sums = await packageSums(
		database,
		days.map((one) => one.day)
	);
	const isWhole = days.every((one) => sums.has(one.day));
	// A page that will tell more in a moment is not one to keep.
	if (!isWhole) setHeaders({ 'cache-control': 'no-cache' });
	return {
		releases: days.map((one) => ({
			day: one.day,
			sum: sums.get(one.day) ?? null,
			events: one.events.flatMap(({ publication, event }) => {
				const title = facts.publications.get(publication)?.title;
				return title === undefined ? [] : [{ publication, event, title }];
			})
		})),
		tables: (Object.keys(TABLE_WORDS) as OpenTableName[]).map((name) => ({
			name,
			key: OPEN_TABLES[name].key,
			columns: Object.entries(OPEN_TABLES[name].columns).map(([column, schema]) => ({
				name: column,
				type: schema.type,
				unit: schema.unit ?? null,
				about: columnAbout(name, column)
			}))
		})),
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}
