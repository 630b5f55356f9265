import type { Findings, Place } from '../findings/findings.ts';
import type { Field, FigureFile, RawFigure } from './layout.ts';
import type { CodeOf } from '../findings/rules.ts';

/** Tells findings about the parts of a figure, each with its cell and place. */
export class FigureFindings {
	readonly all: Findings;
	private readonly columns: FigureFile['columns'];

	constructor(all: Findings, columns: FigureFile['columns']) {
		this.all = all;
		this.columns = columns;
	}

	/** The part cannot stay as it is. */
	refuse(
		raw: RawFigure,
		part: Field,
		code: CodeOf<'block'>,
		expected: string | undefined,
		message: string
	): null {
		this.all.block(code, this.place(raw, part), { value: raw[part], expected, message });
		return null;
	}

	/** The part can be right and seldom is. */
	doubt(raw: RawFigure, part: Field, code: CodeOf<'ask'>, expected: string, message: string): void {
		this.all.ask(code, this.place(raw, part), { value: raw[part], expected, message });
	}

	/** The part is worth a look. */
	mention(
		raw: RawFigure,
		part: Field,
		code: CodeOf<'info'>,
		expected: string,
		message: string
	): void {
		this.all.info(code, this.place(raw, part), { value: raw[part], expected, message });
	}

	private place({ sheet, row, column }: RawFigure, part: Field): Place {
		const own = part === 'value' ? column : undefined;
		return { sheet, row, column: own ?? this.columns[part] };
	}
}
