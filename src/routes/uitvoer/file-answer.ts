/** A file to keep, as every visitor gets it; it is asked for again each time, so that a change of data shows at once. */
export const fileAnswer = (
	content: string | Uint8Array<ArrayBuffer>,
	{ name, type }: { name: string; type: string }
): Response =>
	new Response(content, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'public, no-cache'
		}
	});
