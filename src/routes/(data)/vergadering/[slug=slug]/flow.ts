/** Something to print, with the height that it takes on paper, in mm. */
export interface Block<Content> {
	content: Content;
	mm: number;
	/** Kept whole as long as it fits on a sheet by itself. */
	keep?: boolean;
	/** Divides it where `room` mm end: what fits, and the rest; null when nothing of it fits. Without it, it stays whole. */
	divide?: (room: number) => [Block<Content>, Block<Content>] | null;
}

/** Lays blocks on sheets in their order. What cannot be divided begins on a new sheet when it does not fit any more. */
export function layOnSheets<Content>(blocks: readonly Block<Content>[], room: number): Content[][] {
	const sheets: Content[][] = [];
	let open: Content[] = [];
	let left = room;
	const turn = () => {
		if (open.length > 0) sheets.push(open);
		open = [];
		left = room;
	};
	const waiting = [...blocks];
	for (let block = waiting.shift(); block; block = waiting.shift()) {
		const stays = block.mm <= left || (block.keep && block.mm <= room);
		const parts = stays ? null : (block.divide?.(left) ?? null);
		if (parts) {
			open.push(parts[0].content);
			waiting.unshift(parts[1]);
			turn();
		} else if (block.mm <= left || open.length === 0) {
			open.push(block.content);
			left -= block.mm;
		} else {
			turn();
			waiting.unshift(block);
		}
	}
	turn();
	return sheets;
}

/** Where a part of a table stands in the whole. */
export interface Part<Row> {
	rows: readonly Row[];
	/** Whether it holds the first rows. */
	first: boolean;
	/** Whether it holds the last rows. */
	last: boolean;
}

/** Heights of a table in mm. */
export interface TableSize<Row> {
	/** What stands above the first rows: a heading, a sentence. */
	above: number;
	/** Heads, repeated on every sheet. */
	head: number;
	row: (row: Row) => number;
	/** What stands under the last row. */
	below: number;
}

/** Fewer rows than this are not worth a beginning on a sheet. */
const FEWEST_ROWS = 3;
/** Nor is one row by itself at its end. */
const FEWEST_LEFT = 2;

/** A table as a block that is divided between its rows. */
export function tableBlock<Row, Content>(
	rows: readonly Row[],
	size: TableSize<Row>,
	content: (part: Part<Row>) => Content,
	first = true
): Block<Content> {
	const { above, head, row, below } = size;
	const top = head + (first ? above : 0);
	const divide = (room: number): [Block<Content>, Block<Content>] | null => {
		let used = top;
		let fitting = 0;
		for (const one of rows) {
			used += row(one);
			if (used > room) break;
			fitting++;
		}
		const kept = Math.min(fitting, rows.length - FEWEST_LEFT);
		if (kept < Math.min(FEWEST_ROWS, rows.length - FEWEST_LEFT)) return null;
		const part = rows.slice(0, kept);
		return [
			{ content: content({ rows: part, first, last: false }), mm: room },
			tableBlock(rows.slice(kept), size, content, false)
		];
	};
	return {
		content: content({ rows, first, last: true }),
		mm: top + rows.reduce((sum, one) => sum + row(one), 0) + below,
		...(rows.length > FEWEST_LEFT && { divide })
	};
}
