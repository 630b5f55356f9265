import type { Site } from '#lib/domain/site-shares.ts';

/** Where people look a share up: its name, who counts there, and by what it is divided. */
export const SITE_WORDS: Record<Site, { name: string; counts: string; divides: string }> = {
	measurement: {
		name: 'Meting van het BSO (Wonen in Vlaanderen)',
		counts:
			'alle sociale huurwoningen, ook leegstaande, van verhuurkantoren, gemeente, OCMW en Woningfonds',
		divides: 'huishoudens van de volgende 1 januari; zo rekent ook deze site'
	},
	statistics: {
		name: 'Statistiek Vlaanderen',
		counts: 'alleen verhuurde woningen; die van verhuurkantoren pas sinds eind 2013',
		divides: 'huishoudens van dat jaar'
	},
	monitor: {
		name: 'Gemeente-Stadsmonitor',
		counts: 'alleen woningen van huisvestingsmaatschappijen, ook leegstaande',
		divides: 'huishoudens van dat jaar'
	},
	dwellings: {
		name: 'Per woning, zoals in het Woonregieboek',
		counts: 'sociale woningen; of koop meetelt, zegt de bron niet altijd',
		divides: 'alle woningen, ook die waar niemand woont'
	},
	other: {
		name: 'Andere bronnen',
		counts: 'dat zegt de bron niet altijd',
		divides: 'huishoudens; van welk jaar, zegt de bron niet altijd'
	}
};

/** The rule by which the percentages differ, for who has no numbers of a town. */
export const SITE_RULE =
	'De Stadsmonitor laat de woningen van verhuurkantoren, gemeente, OCMW en Woningfonds weg: haar percentage is dus lager dan of gelijk aan dat van de meting van dezelfde dag. Statistiek Vlaanderen laat de leegstaande woningen weg. Wie door alle woningen deelt, krijgt meestal een lager percentage dan wie door de huishoudens deelt, want in lege woningen en tweede verblijven woont geen huishouden.';
