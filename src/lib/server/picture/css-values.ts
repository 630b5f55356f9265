/** What a value of a style sheet is resolved against. */
export interface Surroundings {
	/** Size in px of the letters of the element itself, and of the root. */
	em: number;
	rem: number;
	/** Width in px of which a per cent is taken; null where that is not known. */
	whole: number | null;
}

/**
 * A value without `var()` and `light-dark()`: what the custom properties hold, in light colours, as on paper. Null when it
 * needs a property that nobody set.
 */
export function substituted(value: string, custom: ReadonlyMap<string, string>): string | null {
	const call = innermost(value, 'var');
	if (call) {
		const [name = '', ...fallback] = split(call.inside, ',');
		const held = custom.get(name.trim());
		const put = held ?? (fallback.length > 0 ? fallback.join(',') : null);
		return put === null ? null : substituted(call.before + put.trim() + call.after, custom);
	}
	const pair = innermost(value, 'light-dark');
	if (!pair) return value.trim();
	const [light = ''] = split(pair.inside, ',');
	return substituted(pair.before + light.trim() + pair.after, custom);
}

interface Call {
	before: string;
	inside: string;
	after: string;
}

/** The first call of a function, outermost first. */
function innermost(value: string, name: string): Call | null {
	const found = new RegExp(`(?<![\\w-])${name}\\(`).exec(value);
	if (!found) return null;
	const from = found.index + found[0].length;
	let depth = 1;
	let to = from;
	while (to < value.length && depth > 0) {
		if (value[to] === '(') depth++;
		if (value[to] === ')') depth--;
		to++;
	}
	return {
		before: value.slice(0, found.index),
		inside: value.slice(from, to - 1),
		after: value.slice(to)
	};
}

/** The parts of a value, not cut within brackets. */
export function split(value: string, at: ',' | ' '): string[] {
	const parts: string[] = [''];
	let depth = 0;
	for (const letter of value.trim()) {
		if (letter === '(') depth++;
		if (letter === ')') depth--;
		if (letter === at && depth === 0) parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return parts.map((part) => part.trim()).filter((part) => part !== '' || at === ',');
}

const UNITS: Record<string, (surroundings: Surroundings) => number | null> = {
	px: () => 1,
	'': () => 1,
	pt: () => 4 / 3,
	em: ({ em }) => em,
	rem: ({ rem }) => rem,
	/** A letter is about half as wide as it is high. */
	ch: ({ em }) => em / 2,
	'%': ({ whole }) => (whole === null ? null : whole / 100)
};

/** A length in px; null for a word such as `auto` or `none`, or a per cent of what is not known. */
export function length(value: string, surroundings: Surroundings): number | null {
	const least = innermost(value, 'min');
	if (least) {
		const parts = split(least.inside, ',').map((part) => length(part, surroundings));
		return parts.some((part) => part === null) ? null : Math.min(...(parts as number[]));
	}
	const [, number, unit = ''] = /^(-?[\d.]+)([a-z%]*)$/i.exec(value.trim()) ?? [];
	if (number === undefined) return null;
	const size = UNITS[unit]?.(surroundings) ?? null;
	return size === null ? null : Number(number) * size;
}

/** The four lengths of a margin or padding, as a style sheet abbreviates them. */
export function sides(value: string): [top: string, right: string, bottom: string, left: string] {
	const [top = '0', right = top, bottom = top, left = right] = split(value, ' ');
	return [top, right, bottom, left];
}
