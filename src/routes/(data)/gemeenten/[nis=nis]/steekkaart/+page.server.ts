import { error } from '@sveltejs/kit';
import { flandersFor } from '#lib/server/standing/meeting.ts';
import { mainScheme, standingsOf } from '#lib/server/standing/municipalities.ts';
import { regionBeside, sheetsOf } from '#lib/server/standing/municipality-sheets.ts';
import { municipalityBesideNow } from '#lib/server/standing/now.ts';
import { regionTrend } from '#lib/server/standing/trends.ts';
import { linksFrom } from '../../../../links.ts';
import { municipalityIn, question } from '../../../../question.ts';
import { paperOf } from '../../../paper.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const { municipality, at } = municipalityIn(facts, moment, params.nis, (nis) =>
		linksFrom(url)(`/gemeenten/${nis}/steekkaart`)
	);
	const { rows } = await standingsOf(database, at, [municipality]);
	const standings = await Promise.all(rows.map((row) => municipalityBesideNow(database, at, row)));
	const [town] = await sheetsOf(database, at, standings);
	if (!town) error(404, 'Onbekende gemeente');
	const standing = regionBeside(town);
	const [trend, flanders] = await Promise.all([
		standing && regionTrend(database, at, standing.region, 'constant'),
		flandersFor(database, moment, null)
	]);
	return {
		paper: true,
		foot: paperOf(url, moment),
		town,
		beside: standing && { standing, trend: trend ?? [] },
		flanders,
		scheme: mainScheme(facts, moment.on)
	};
}
