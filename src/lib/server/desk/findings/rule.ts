/** `block`: nothing is written; `ask`: written after a yes with its reason; `info`: for the reader to know. */
export const LEVELS = ['block', 'ask', 'info'] as const;
export type Level = (typeof LEVELS)[number];

/** One rule that a file is held against. */
export interface Rule<L extends Level = Level> {
	level: L;
	/** Whether nothing is to be done about it where the file stands on the screen. */
	asksNothing?: true;
	/** What to do about it, in English: the command line shows it. */
	todo: string;
	/** What the rule looks at and what to do, in Dutch: the site shows it. */
	screen: {
		title: string;
		todo: string;
		/** What follows on the number, where there are several: `gemeenten ontbreken.` */
		many?: string;
	};
}

const ruleOf =
	<L extends Level>(level: L) =>
	(todo: string, title: string, screenTodo: string, many?: string): Rule<L> => ({
		level,
		todo,
		screen: { title, todo: screenTodo, ...(many && { many }) }
	});

/** A rule of each level: what to do in English, then its title and what to do in Dutch. */
export const blocks = ruleOf('block');
export const asks = ruleOf('ask');
export const informs = ruleOf('info');
/** The same, of what asks nothing of whoever hands the file in. */
export const remarks: typeof informs = (...words) => ({ ...informs(...words), asksNothing: true });
