/** Looks at each thing once; whoever asks again gets what was found then, or the same failure. */
export function remembered<Key, Found>(
	look: (key: Key) => Promise<Found>
): (key: Key) => Promise<Found> {
	const all = new Map<Key, Promise<Found>>();
	return (key) => {
		const found = all.get(key) ?? look(key);
		all.set(key, found);
		return found;
	};
}
