import type { DataCommand, Given } from './data-command.ts';

/** `reply NIS FIGURE DATE`, `reply --list [NIS]` and `reply --withdraw ID`. */
export const replyCommand: DataCommand = {
	usage:
		'NIS FIGURE DATE --text TEXT --by ROLE --given DAY | --list [NIS] | --withdraw ID --why TEXT',
	about: 'put the reply of a municipality beside one of its figures; no number changes',
	words: (given) =>
		given['withdraw'] !== undefined ? [] : given['list'] ? ['[NIS]'] : ['NIS', 'FIGURE', 'DATE'],
	options: {
		text: {
			type: 'string',
			about: 'what the municipality says, in Dutch, at most 280 characters (required)'
		},
		by: {
			type: 'string',
			about:
				'the role or office that stands for it, such as "college van burgemeester en schepenen", never a person (required)'
		},
		given: { type: 'string', about: 'day of the note of the municipality, YYYY-MM-DD (required)' },
		reference: { type: 'string', about: 'reference of the letter or decision' },
		check: { type: 'boolean', about: 'tell where it would stand; write nothing' },
		list: { type: 'boolean', about: 'show all replies, or those of one municipality' },
		withdraw: { type: 'string', about: 'number of a reply to take back from today on' },
		why: { type: 'string', about: 'the reason, in Dutch: the site shows it (with --withdraw)' },
		json: { type: 'boolean', about: 'print the result as JSON' }
	},
	ask: (words, given) => ({ task: taskOf(words, given), file: null })
};

function taskOf([nis, figure, date]: readonly string[], given: Given): Record<string, unknown> {
	if (given['withdraw'] !== undefined)
		return {
			name: 'withdraw-reply',
			reply: Number(given['withdraw']),
			why: given['why'] ?? ''
		};
	if (given['list']) return { name: 'list-replies', nis: nis ?? null };
	return {
		name: 'reply',
		nis,
		figure,
		date,
		words: given['text'] ?? '',
		by: given['by'] ?? '',
		givenOn: given['given'] ?? '',
		reference: given['reference'] ?? null,
		write: !given['check']
	};
}
