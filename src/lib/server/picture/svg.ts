import { FAMILY } from './letters.ts';

/** A number with at most two decimals, as short as it can be written. */
export const number = (value: number): string =>
	String(Math.round(value * 100) / 100).replace(/^(-?)0\./, '$1.');

/** A text as it stands in XML. */
export const text = (value: string): string =>
	value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An element with its attributes; what is undefined is left out. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | number | undefined>>,
	inside = ''
): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) =>
				` ${key}="${typeof value === 'number' ? number(value) : text(value ?? '').replaceAll('"', '&quot;')}"`
		)
		.join('');
	return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A whole picture on its own. @param size in px */
export const svgOf = (
	{ width, height }: { width: number; height: number },
	names: Readonly<Record<string, string>>,
	inside: string
): string =>
	element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			...names,
			'font-family': FAMILY
		},
		inside
	);
