import {
	isTokenAtKeyword,
	isTokenCloseParen,
	isTokenFunction,
	isTokenString,
	isTokenURL,
	stringify,
	tokenize
} from '@csstools/css-tokenizer';

/** Without any of these nothing leads anywhere: a rule of its own, a function, or a letter written as a number. */
const LEADING = /[@(\\]/;
/** Functions whose string is an address. */
const OF_ADDRESS = /^(url|src)$/i;
/** What loads in ways that no style sheet of the site uses. */
const UNUSED = /^(-webkit-)?image-set$/i;

/**
 * A style sheet in which every address is replaced by what it leads to, so that it asks for nothing; all else stays as
 * it was written.
 * @param data the content at an address, itself as an address that starts with `data:`
 * @throws Error for an `@import` or an `image-set()`, which no style sheet of the site has
 */
export function styleWithin(css: string, data: (address: string) => string): string {
	if (!LEADING.test(css)) return css;
	const tokens = tokenize({ css });
	let inAddress = false;
	for (const token of tokens) {
		if (isTokenAtKeyword(token) && token[4].value.toLowerCase() === 'import') throw refused(token);
		if (isTokenFunction(token) && UNUSED.test(token[4].value)) throw refused(token);
		if (isTokenURL(token)) token[1] = `url("${data(token[4].value)}")`;
		else if (inAddress && isTokenString(token)) token[1] = `"${data(token[4].value)}"`;
		if (isTokenFunction(token)) inAddress = OF_ADDRESS.test(token[4].value);
		else if (isTokenCloseParen(token)) inAddress = false;
	}
	return stringify(...tokens);
}

const refused = ({ 1: written }: { 1: string }) =>
	new Error(`A style sheet with ${written} cannot be brought into one file.`);
