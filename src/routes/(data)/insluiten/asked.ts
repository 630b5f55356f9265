import { error } from '@sveltejs/kit';
import type { Embed } from '#lib/components/embed.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { EMBED, MAP } from '#lib/server/asked/page-questions.ts';
import type { Region } from '#lib/server/queries/regions.ts';
import type { Reference } from '#lib/server/reference/reference.ts';
import { growthPathOf } from '#lib/server/standing/growth-path.ts';
import { momentOf } from '#lib/server/standing/moment.ts';
import { flandersStanding } from '#lib/server/standing/regions.ts';
import { linksFrom } from '../../links.ts';
import { askedIn, comparisonIn, regionIn, type question } from '../../question.ts';
import { comparedBesideNow, orderIn } from '../compared.ts';
import { comparisonEmbed, mapEmbed, pathEmbed, regionEmbed } from '../embeds.ts';
import { stripRows } from '../strips.ts';

/** What an address is asked about. */
type Asking = Awaited<ReturnType<typeof question>>;

/** What the form shows when its address says nothing: the region and the municipality of the examples. */
const EXAMPLE = { region: 'kortrijk', municipality: '34022' };

/** The figure that an address of the form asks for. */
export function embedIn(url: URL, asking: Asking): Promise<Embed> {
	const { facts } = asking;
	const { kind } = askedIn(EMBED, url);
	switch (kind) {
		case 'map':
			return Promise.resolve(mapEmbed(askedIn(MAP, url).measure, highlightIn(url, facts)));
		case 'region':
			return Promise.resolve(
				regionEmbed(regionIn(url, facts, url.searchParams.get('regio') || EXAMPLE.region))
			);
		case 'path':
			return pathOf(url, asking);
		case 'comparison':
			return comparisonOf(url, asking);
		default:
			return kind satisfies never;
	}
}

/** The region that stands out on a map; null when none is asked. */
export function highlightIn({ searchParams }: URL, { regions }: Reference): Region | null {
	const slug = searchParams.get('regio');
	return slug ? (regions.get(slug) ?? error(404, 'Onbekende regio')) : null;
}

function municipalityIn({ searchParams }: URL, { places }: Reference): Municipality {
	const nis = searchParams.get('gemeente') || EXAMPLE.municipality;
	return places.byCode.get(nis) ?? error(404, 'Onbekende gemeente');
}

async function pathOf(url: URL, { database, facts, moment }: Asking): Promise<Embed> {
	const municipality = municipalityIn(url, facts);
	return pathEmbed(
		municipality,
		await growthPathOf(database, momentOf(moment, municipality), municipality)
	);
}

async function comparisonOf(url: URL, { database, facts, moment }: Asking): Promise<Embed> {
	const asked = comparisonIn(url, facts);
	const order = orderIn(url);
	const [{ rows }, flanders] = await Promise.all([
		comparedBesideNow(database, moment, asked.regions, order),
		flandersStanding(database, moment)
	]);
	return comparisonEmbed({ ...asked, order }, stripRows(rows, flanders, linksFrom(url)));
}
