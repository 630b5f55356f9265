import { error, redirect } from '@sveltejs/kit';
import { ledgerOf } from '#lib/server/standing/ledger.ts';
import { inForceAt, momentOf } from '#lib/server/standing/moment.ts';
import { objectiveFigures, sourcesOf } from '#lib/server/standing/sources.ts';
import { linksFrom } from '../../../../links.ts';
import { question } from '../../../../question.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const municipality = facts.places.byCode.get(params.nis);
	if (!municipality) error(404, 'Onbekende gemeente');
	const shown = inForceAt(facts.places, moment, municipality);
	if (shown.nis !== municipality.nis) {
		redirect(307, linksFrom(url)(`/gemeenten/${shown.nis}/rekening`));
	}
	const at = momentOf(moment, municipality);
	const asked = url.searchParams.get('op') ? moment.on : null;
	const ledger = await ledgerOf(database, at, municipality, asked);
	if (!ledger) error(404, 'Onbekende gemeente');
	return {
		ledger,
		picksDate: true,
		publications: facts.publications,
		sources: sourcesOf(facts, objectiveFigures(ledger.standing.objective))
	};
}
