import { error } from '@sveltejs/kit';
import { ledgerOf } from '#lib/server/standing/ledger.ts';
import { objectiveFigures, sourcesOf } from '#lib/server/standing/sources.ts';
import { linksFrom } from '../../../../links.ts';
import { municipalityIn, question } from '../../../../question.ts';

export async function load({ url, params }) {
	const { database, facts, moment } = await question(url);
	const { municipality, at } = municipalityIn(facts, moment, params.nis, (nis) =>
		linksFrom(url)(`/gemeenten/${nis}/rekening`)
	);
	const asked = url.searchParams.get('op') ? moment.on : null;
	// what goes along to the next regime is of the municipality as it is now, unless the address says of when
	const isOpen = asked === null && !url.searchParams.has('structuur');
	const merger = isOpen && facts.places.mergerInto(municipality.nis, moment.known);
	const of = merger && at.structureOn < merger.on ? { ...at, structureOn: merger.on } : at;
	const ledger = await ledgerOf(database, of, municipality, asked);
	if (!ledger) error(404, 'Onbekende gemeente');
	return {
		ledger,
		picksDate: true,
		publications: facts.publications,
		sources: sourcesOf(facts, objectiveFigures(ledger.standing.objective))
	};
}
