/** Where a label's text hangs on its point, as in SVG's `text-anchor`. */
export type TextAnchor = 'start' | 'middle' | 'end';

/** A text that wants to stand near a point; `x` and `y` in px at one known width of the drawing. */
export interface LabelWish {
	id: string;
	/** One entry per line. */
	lines: readonly string[];
	x: number;
	y: number;
	/** The highest is placed first; on a tie, the order of the list decides. */
	priority: number;
	/** Its own ways to be placed, in stead of those of the space. */
	offsets?: readonly LabelOffset[];
}

/** One way to place a label: shift in px of the first baseline from the point. */
export interface LabelOffset {
	dx: number;
	dy: number;
	anchor: TextAnchor;
}

export interface PlacedLabel extends LabelOffset {
	id: string;
}

export interface LabelSpace {
	/** Width of the drawing in px; no label runs beyond it. */
	width: number;
	/** When given, height of the drawing in px, beyond which no label runs either. */
	height?: number;
	/** Font size in px. */
	size: number;
	/** The ways to try for each label, best first. */
	offsets: readonly LabelOffset[];
	/** When given, a line runs from each label straight down to this height, and no text may cross it. */
	leaderTo?: number;
	/** What stands there already. */
	taken?: readonly Box[];
}

/** A part of a drawing, in px. */
export interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const LINE_HEIGHT = 1.15;
const MARGIN = 2;

/**
 * Width in px of a line of semi-bold text in the site's own font at `size` px, a little on the generous side: the
 * server measures nothing.
 */
export function textWidth(text: string, size: number): number {
	let ems = 0;
	for (const letter of text) ems += emWidth(letter);
	return ems * size;
}

const NARROW = "iljtfr.,:;'|!()- \u00a0\n";
const WIDE = 'mwMW%≈';

function emWidth(letter: string): number {
	if (NARROW.includes(letter)) return 0.33;
	if (WIDE.includes(letter)) return 0.9;
	return letter >= 'A' && letter <= 'Z' ? 0.64 : 0.57;
}

/** Places as many labels as fit without overlap, the most important first; the others are left out. */
export function placeLabels(wishes: readonly LabelWish[], space: LabelSpace): PlacedLabel[] {
	const taken: Box[] = [...(space.taken ?? [])];
	const placed: PlacedLabel[] = [];
	const byPriority = wishes.toSorted((a, b) => b.priority - a.priority);
	for (const wish of byPriority) {
		for (const offset of wish.offsets ?? space.offsets) {
			const boxes = boxesOf(wish, offset, space);
			if (!boxes.every((box) => isFree(box, taken, space))) continue;
			taken.push(...boxes);
			placed.push({ id: wish.id, ...offset });
			break;
		}
	}
	return placed;
}

/** What a label covers where it stands, its line included. */
export function boxesOf(
	wish: Pick<LabelWish, 'x' | 'y' | 'lines'>,
	offset: LabelOffset,
	space: LabelSpace
): Box[] {
	const width = Math.max(...wish.lines.map((line) => textWidth(line, space.size)));
	const start = wish.x + offset.dx - width * { start: 0, middle: 0.5, end: 1 }[offset.anchor];
	const baseline = wish.y + offset.dy;
	const text = {
		left: start,
		right: start + width,
		top: baseline - space.size,
		bottom: baseline + space.size * ((wish.lines.length - 1) * LINE_HEIGHT + 0.25)
	};
	if (space.leaderTo === undefined) return [text];
	return [text, { left: wish.x, right: wish.x, top: text.bottom, bottom: space.leaderTo }];
}

function isFree(
	box: Box,
	taken: readonly Box[],
	{ width, height = Infinity }: LabelSpace
): boolean {
	if (box.left < 0 || box.right > width || box.bottom > height) return false;
	return taken.every(
		(other) =>
			box.right + MARGIN <= other.left ||
			other.right + MARGIN <= box.left ||
			box.bottom <= other.top ||
			other.bottom <= box.top
	);
}

/** Places along one line, of texts that want to stand at rising places: each moved as little as can be, none nearer than `gap`. */
export function spread(wished: readonly number[], gap: number): number[] {
	const stacks: { sum: number; size: number }[] = [];
	const middle = ({ sum, size }: { sum: number; size: number }) => sum / size;
	for (const place of wished) {
		let stack = { sum: place, size: 1 };
		let before = stacks.at(-1);
		while (before && middle(stack) - middle(before) < ((before.size + stack.size) / 2) * gap) {
			stacks.pop();
			stack = { sum: before.sum + stack.sum, size: before.size + stack.size };
			before = stacks.at(-1);
		}
		stacks.push(stack);
	}
	return stacks.flatMap((stack) =>
		Array.from(
			{ length: stack.size },
			(_, row) => middle(stack) + (row - (stack.size - 1) / 2) * gap
		)
	);
}
