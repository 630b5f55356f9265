import { open } from '../support/reader.ts';

/** A figure of each kind in a frame. */
export const KINDS = [
	'/insluiten/kaart?regio=kortrijk',
	'/insluiten/regio/kortrijk',
	'/insluiten/groeipad/34022',
	'/insluiten/vergelijken'
] as const;

/** What another site may frame: those, and the words that a figure is not there. */
export const FRAMED = [
	...KINDS,
	'/insluiten/regio/nergens',
	'/insluiten/kaart?op=gisteren'
] as const;

/** Pages with the figure on them that can be framed, where it stands, and its address in a frame. */
export const PLACES = [
	['/?maat=voortgang&regio=kortrijk', 'kaart', '/insluiten/kaart?maat=voortgang&regio=kortrijk'],
	['/regios/kortrijk', 'stand', '/insluiten/regio/kortrijk'],
	[
		'/regios/eigen?gemeenten=34022,34027&naam=Proef',
		'stand',
		'/insluiten/regio/eigen?gemeenten=34022,34027&naam=Proef'
	],
	['/gemeenten/34022', 'groeipad', '/insluiten/groeipad/34022'],
	[
		'/vergelijken?orde=inspanning',
		'leden-per-regio',
		'/insluiten/vergelijken?soort=stadsregio&orde=inspanning'
	]
] as const;

/** The code that another site copies to show a figure: live, and held to the moment. */
export async function codesUnder(place: string, id: string): Promise<string[]> {
	const { document } = await open(place);
	return [...document.querySelectorAll(`figure[id="${id}"] pre`)].map(
		(code) => code.textContent ?? ''
	);
}
