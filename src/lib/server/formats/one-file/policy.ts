import { hash } from 'node:crypto';
import { textOf, valueOf, type Element } from './tree.ts';

/**
 * The content security policy of a page in one file: nothing is loaded, and of scripts and styles only those run that
 * stood in it when it was made.
 */
export function policyFor(elements: readonly Element[]): string {
	const within = (name: string) => elements.filter(({ tagName }) => tagName === name).map(textOf);
	const attributes = elements.flatMap((one) => valueOf(one, 'style') ?? []);
	const styles = [...within('style'), ...attributes].map(digest);
	const allowed = {
		'default-src': ["'none'"],
		'font-src': ['data:'],
		'img-src': ['data:'],
		'script-src': sources(within('script').map(digest)),
		'style-src': sources(attributes.length > 0 ? ["'unsafe-hashes'", ...styles] : styles),
		'base-uri': ["'none'"],
		'form-action': ["'none'"]
	};
	return Object.entries(allowed)
		.map(([name, values]) => `${name} ${values.join(' ')}`)
		.join('; ');
}

const digest = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

const sources = (values: readonly string[]): string[] =>
	values.length > 0 ? [...new Set(values)] : ["'none'"];
