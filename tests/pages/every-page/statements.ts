import { spokenIn } from '../../support/html.ts';

/** Words for the minutes, taken apart. */
export interface Statement {
	/** The figure or heading that they are of. */
	id: string;
	/** The sentences. */
	says: string;
	/** What stands in brackets behind them. */
	reservations: string;
	source: string;
	/** The address at which the numbers stay as they are, without the name of the figure. */
	address: string;
	/** All of it. */
	text: string;
}

/** The words for the minutes, not the code of a frame or an example that can be copied too. */
const WORDS = 'p[data-copy]';

/** The statements of a page, by the figure that they are of. */
export const statementsOn = (document: Document): Map<string, Statement> =>
	new Map(
		[...document.querySelectorAll(WORDS)].map((words) => {
			const statement = takenApart(spokenIn(words));
			return [statement.id, statement];
		})
	);

function takenApart(text: string): Statement {
	const [, told = '', source = '', address = '', id = ''] =
		/^(.+)\. ((?:Bron|Opgezocht).+): (\S*?)#(\S+)$/.exec(text) ?? [];
	const opening = openingOfLast(told);
	return {
		id,
		says: told.slice(0, opening).trim(),
		reservations: told.slice(opening),
		source,
		address,
		text
	};
}

/** Where the brackets open with which a text ends; its length when there are none, or only a name behind the last number. */
function openingOfLast(text: string): number {
	if (!text.endsWith(')') || text.endsWith('»)')) return text.length;
	let [at, depth] = [text.length, 0];
	do {
		at--;
		if (text[at] === ')') depth++;
		if (text[at] === '(') depth--;
	} while (depth > 0 && at > 0);
	return at;
}

/** What a statement lacks of what must stand in all words for the minutes. */
export function unsound(
	{ id, says, reservations, source, address, text }: Statement,
	site: string
): string[] {
	const asked: [RegExp, string, string][] = [
		[/\d\d\/\d\d\/\d{4}|van geen enk|noemt geen dag/i, says + reservations, 'no reference date'],
		[
			/^(Bron(nen)?: .+, «.+»( en \d+ andere)?, zoals bekend op|Opgezocht in wat op) \d\d\/\d\d\/\d{4}/,
			source,
			'no source'
		],
		[new RegExp(`^${site}/\\S*(bekend|tot)=\\S+$`), address, 'no address of a frozen page']
	];
	return asked
		.filter(([pattern, part]) => !pattern.test(part))
		.map(([, , lack]) => `${id}: ${lack} in «${text}»`);
}
