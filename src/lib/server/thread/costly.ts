/** Pages and files that cost more than a look at a page does, by the path at which they lie. */
const COSTLY = [
	/^\/uitvoer\//,
	/^\/vergadering\//,
	/^\/cijfers\/(download(\/|$)|feed\.atom$)/,
	/^\/dcat(\.|$)/,
	/^\/(regios|insluiten\/regio)\/eigen(\/|$)/,
	/^\/api\/v1\/(regions\/eigen|versions\/[^/]+\/)/
];

/** Whether what lies at an address, made anew, would hold other visitors up. */
export function isCostly(address: string): boolean {
	const path = address.split('?', 1)[0] ?? '';
	return COSTLY.some((one) => one.test(path));
}
