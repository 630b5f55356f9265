import { error } from '@sveltejs/kit';
import { oneFile } from '#lib/server/formats/one-file/one-file.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { question, regionIn } from '../../../../question.ts';

/** The slides of a region's meeting in one file, for a room without network. */
export async function GET({ url, params, fetch }) {
	const { facts, moment } = await question(url);
	const { slug } = regionIn(url, facts, params.slug);
	const address = new URL(`/vergadering/${slug}/scherm/geheel${url.search}`, url);
	const page = await fetch(address);
	if (!page.ok) error(page.status, 'Dit adres kunnen we niet lezen.');
	const { files } = runtime();
	const file = oneFile({
		html: await page.text(),
		address,
		file: (path) => files.get(path)?.body ?? null
	});
	const name = `vergadering-${slug}-${moment.on}.html`;
	return new Response(file, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
}
