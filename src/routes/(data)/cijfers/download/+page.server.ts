import { packageDays, sumsOf } from '#lib/server/formats/open-data/kept.ts';
import { constraintsOf } from '#lib/server/formats/open-data/schema.ts';
import { describedFields, OPEN_TABLES, READING_ORDER } from '#lib/tables/data-package.ts';
import { day } from '#lib/text/format.ts';
import { question } from '../../../question.ts';

export async function load({ url, setHeaders }) {
	const { database, facts, moment } = await question(url);
	const days = (await packageDays(database, moment.today)).filter((one) => one.day <= moment.known);
	const sums = await sumsOf(
		database,
		days.map(({ version, day }) => ({ version, known: day }))
	);
	const isWhole = days.every((one) => sums.has(one.version));
	// A page that will tell more in a moment is not one to keep.
	if (!isWhole) setHeaders({ 'cache-control': 'no-cache' });
	return {
		releases: days.map((one) => ({
			day: one.day,
			version: one.version,
			sum: sums.get(one.version) ?? null,
			events: one.events.flatMap(({ publication, event }) => {
				const title = facts.publications.get(publication)?.title;
				return title === undefined ? [] : [{ publication, event, title }];
			})
		})),
		tables: READING_ORDER.map((name) => ({
			name,
			title: OPEN_TABLES[name].title,
			about: OPEN_TABLES[name].about,
			key: OPEN_TABLES[name].key,
			columns: describedFields(name).map((field) => ({
				name: field.name,
				type: constraintsOf(field).type,
				unit: field.unit ?? null,
				about: field.about
			}))
		})),
		fixed: { on: null },
		sheet: `Bekend op ${day(moment.known)}`
	};
}
