import { getContext, setContext } from 'svelte';
import type { RepliesTo, Reply } from '#lib/domain/reply.ts';

interface PageReplies {
	/** Finds the replies to a figure and notes that their mark stands on the page. */
	mark: RepliesTo;
	/** The replies of which the mark stands on the page so far, in its order. */
	marked: ReadonlySet<Reply>;
}

const KEY = Symbol('replies');

/**
 * Tells the figures of a page which replies of municipalities stand with them.
 * @param find read anew whenever it changes
 */
export function setReplies(find: () => RepliesTo): void {
	const marked = new Set<Reply>();
	const mark: RepliesTo = (figure) => {
		const found = find()(figure);
		for (const reply of found) marked.add(reply);
		return found;
	};
	setContext<PageReplies>(KEY, { mark, marked });
}

/** None where no page stands around a figure, as in the gallery. */
const pageReplies = (): PageReplies =>
	getContext<PageReplies | undefined>(KEY) ?? { mark: () => [], marked: new Set() };

/** Finds the replies to a figure, for the mark beside it. */
export const replyMarks = (): RepliesTo => pageReplies().mark;

/** The replies that the figures drawn so far have marked, in the order of the page. */
export const markedReplies = (): readonly Reply[] => [...pageReplies().marked];
