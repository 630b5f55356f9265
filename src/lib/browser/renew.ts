// The same page at another address, put in the place of what stands.

/** The page at an address; null when the site does not give one. */
export async function pageAt(address: string): Promise<Document | null> {
	const answer = await fetch(address).catch(() => null);
	if (!answer?.ok) return null;
	return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
