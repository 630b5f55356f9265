// Words to take along: a button that copies them exactly.

/**
 * Whether the words went to the clipboard; where the browser keeps that shut, as on a plain http address, they are selected
 * for the reader to copy.
 */
async function copied(words: Element): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(words.textContent ?? '');
		return true;
	} catch {
		getSelection()?.selectAllChildren(words);
		return false;
	}
}

function addButton(words: Element): void {
	const button = document.createElement('button');
	const status = document.createElement('span');
	button.type = 'button';
	button.textContent = 'Kopieer';
	status.setAttribute('role', 'status');
	button.addEventListener('click', async () => {
		status.textContent = '';
		status.textContent = (await copied(words))
			? 'Gekopieerd'
			: 'De tekst is geselecteerd: kopieer met Ctrl+C';
	});
	words.after(button, ' ', status);
}

/** Gives all words with `data-copy` within a part of the page their button. */
export const offerCopies = (within: ParentNode): void =>
	within.querySelectorAll('[data-copy]').forEach(addButton);
