/** A text as it stands in XML. */
export const escaped = (value: string): string =>
	/[&<>]/.test(value) ? withoutSigns(value) : value;

const withoutSigns = (value: string): string =>
	value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A number to a tenth, as short as it can be written. */
export function short(value: number): string {
	const tenths = Math.round(value * 10);
	if (tenths % 10 === 0) return String(tenths / 10);
	const size = Math.abs(tenths);
	return `${tenths < 0 ? '-' : ''}${Math.trunc(size / 10) || ''}.${size % 10}`;
}

/** Words of a drawing: each sign of an estimate apart, for a page that says once that all of them are. */
export const signed = (words: string): string =>
	escaped(words).replace(/≈\s/g, (sign) => element('tspan', { class: 'about' }, sign));

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes; what is undefined is left out. */
export function element(name: string, attributes: Attributes, inside = ''): string {
	let written = '';
	for (const key in attributes) {
		const value = attributes[key];
		if (value !== undefined) written += ` ${key}="${attribute(value)}"`;
	}
	return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

const attribute = (value: string | number): string =>
	typeof value === 'number' ? short(value) : escaped(value).replaceAll('"', '&quot;');
