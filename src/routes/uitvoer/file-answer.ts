/** A file for a visitor to keep. */
export const fileAnswer = (
	content: string | Uint8Array<ArrayBuffer>,
	{ name, type }: { name: string; type: string }
): Response =>
	new Response(content, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`
		}
	});
