import { day } from './format.ts';
import { CREDITS, LICENCE, OPEN_DATA_ABOUT, STATUS_ABOUT } from './open-data.ts';

/** A table of the package, as far as its readers are told. */
interface ToldTable {
	path: string;
	rows: number;
	/** What a row is. */
	about: string;
}

/** The page for readers in the package of a version, Markdown: Dutch first, then English. */
export const packageReadMe = (
	{ version, known }: { version: number; known: string },
	tables: readonly ToldTable[]
): string =>
	[
		`# Woonobjectief: open data, bekend op ${day(known)}`,
		OPEN_DATA_ABOUT,
		`Dit pakket bevat versie ${version} van de site: wat op ${day(known)} bekend was. Het verandert niet meer: wat later gepubliceerd, herzien of ingetrokken werd, staat er niet in. Scenario’s staan er niet in.`,
		'- `datapackage.json` beschrijft elke tabel en kolom (Frictionless Data Package), `csv-metadata.json` doet hetzelfde voor CSV on the Web.\n' +
			'- CSV: UTF-8, komma tussen de vakken, punt in getallen, datums als JJJJ-MM-DD. Een leeg vak is geen nul.\n' +
			'- Tekst die met `=`, `+`, `-` of `@` begint, heeft een apostrof ervoor, zodat geen rekenblad ze uitvoert.\n' +
			'- `SHA256SUMS` laat u nagaan of de bestanden heel zijn: `sha256sum -c SHA256SUMS`.',
		'## Tabellen',
		table(
			['bestand', 'rijen', 'wat een rij is'],
			tables.map(({ path, rows, about }) => [`\`${path}\``, String(rows), about])
		),
		'## Status',
		'**`estimated` is een oefencijfer: een raming van ons, geen meting.** Neem de status altijd mee.',
		table(
			['status', 'betekenis'],
			Object.entries(STATUS_ABOUT).map(([status, about]) => [`\`${status}\``, about])
		),
		'## Licentie en bronnen',
		`[${LICENCE.title}](${LICENCE.id}). Noem als bron: ${CREDITS}. Cijfers houden de licentie van hun uitgever, zie \`licence\` in \`publications.csv\`. Woonobjectief is geen site van de Vlaamse overheid.`,
		'## In English',
		`Social rental dwellings, binding objectives, progress tests and households of every Flemish municipality, as known on ${known} (version ${version} of the site). The package never changes: what was published, revised or withdrawn later is not in it, and scenarios are not in it. Every figure has a reference date (when it is true), a publication (when it became known) and a status; \`estimated\` is an estimate of ours that fills a gap, not a measurement. A blank cell is unknown, never zero. Shares are fractions. \`datapackage.json\` (Frictionless) and \`csv-metadata.json\` (CSVW) describe tables and columns. Licence: Flemish Model Licence for Free Reuse, v1.0; credit the sources named above.`
	].join('\n\n') + '\n';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
