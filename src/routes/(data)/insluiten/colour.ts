import { error } from '@sveltejs/kit';
import { EMBED_COLOURS, type EmbedColour } from '#lib/text/embed.ts';

/** The colour that an address asks for; light when it says none. */
export function colourIn({ searchParams }: URL): EmbedColour {
	const asked = searchParams.get('kleur');
	if (!asked) return EMBED_COLOURS[0];
	const found = EMBED_COLOURS.find((one) => one === asked);
	return (
		found ??
		error(400, `Het adres bevat een waarde die niet kan: kleur (${EMBED_COLOURS.join(', ')}).`)
	);
}
