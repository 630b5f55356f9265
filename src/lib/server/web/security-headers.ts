/** Given to every answer; a page brings a whole content security policy of its own in place of this one. */
export const SECURITY_HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'content-security-policy': "frame-ancestors 'none'",
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	// Figures are open data: any site may show a picture or read a file.
	'cross-origin-resource-policy': 'cross-origin',
	'x-permitted-cross-domain-policies': 'none'
};

/** Two years, in seconds. */
const LONG = 2 * 365 * 24 * 3_600;

/** For a site that is reached by https alone: browsers come by no other way again. @param origin its public address */
export const transportHeaders = (origin: string | null): Record<string, string> =>
	origin?.startsWith('https:') ? { 'strict-transport-security': `max-age=${LONG}` } : {};

/** Figures that any other site may frame lie under this path, and nothing else does. */
const FRAMED = '/insluiten/';

/** Whether another site may show in a frame what lies at a path. */
export const mayBeFramed = (path: string): boolean => path.startsWith(FRAMED);

/** A content security policy that lets every site frame the page. */
export const openToFrames = (policy: string): string =>
	policy.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** The headers for what is asked at an address without its origin. */
export function securityHeaders(address: string): Record<string, string> {
	const path = URL.parse(`http://site${address}`)?.pathname ?? '';
	if (!mayBeFramed(path)) return SECURITY_HEADERS;
	const { 'x-frame-options': _, ...rest } = SECURITY_HEADERS;
	return { ...rest, 'content-security-policy': openToFrames(rest['content-security-policy']) };
}
