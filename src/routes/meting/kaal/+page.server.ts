import { error } from '@sveltejs/kit';

/** A page that only renders a table, to compare other pages with; it exists while measuring (`npm run bench`). */
export function load({ url, setHeaders }) {
	if (process.env['WOONOBJECTIEF_BENCH'] !== '1') error(404, 'Deze pagina bestaat niet.');
	setHeaders({ 'cache-control': 'no-store' });
	const length = Math.min(Number(url.searchParams.get('rijen')) || 0, 10_000);
	const rows = Array.from({ length }, (_, i) => [`Rij ${i}`, i, 2 * i, 3 * i, i % 7]);
	return { rows };
}
