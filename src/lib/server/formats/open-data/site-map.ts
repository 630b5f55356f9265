import type { Day } from '#lib/domain/dates.ts';
import { escaped } from './atom.ts';

/** A page to be read; `changed` is null when nobody knows. */
interface SitePage {
	path: string;
	changed: Day | null;
}

/** A site map by the protocol of sitemaps.org, with absolute addresses. */
export const siteMap = (origin: string, pages: readonly SitePage[]): string =>
	[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...pages.map(
			({ path, changed }) =>
				`<url><loc>${escaped(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
		),
		'</urlset>',
		''
	].join('\n');
