import { inject } from 'vitest';
import { sent, type Sent } from '../../support/html.ts';
import { repeatsFigures } from '../pages.ts';
import { unheld } from './drawings.ts';
import { unquoted } from './quoted.ts';
import { statementsOn, unsound, type Statement } from './statements.ts';
import { misled, unexplained } from './trace.ts';

/** A slide and a sheet of paper show one thing at a time; the page that they lead to has the table. */
const showsOneThing = (address: string) => /^\/vergadering\/|\/steekkaart/.test(address);

/** The pages whose heading is a figure. */
const HEADED =
	/^\/(\?|$|gemeenten\/\d|regios\/(?!samenstellen)[^?]|vergelijken|voortgangstoets\/\d)/;

/** Marks by which it would take a page up, what it would hear of, and the styles that it would put in place. */
const OF_FRAMEWORK = /<!--.*?-->| on(?:load|error)="this\.__e|<link [^>]*\bdisabled\b/gs;

/** A page as it was sent, its statements, and the page at the address that they give. */
export interface Told {
	address: string;
	page: Sent;
	statements: ReadonlyMap<string, Statement>;
	frozen: Sent;
}

/** Asks for a page, and for the page that its statements call the same for ever. */
export async function toldAt(address: string): Promise<Told> {
	const page = await sent(address);
	const statements = statementsOn(page.document);
	const [first] = statements.values();
	return { address, page, statements, frozen: first?.address ? await sent(first.address) : page };
}

/** What is asked of the words of every page, each with what a page lacks. */
export const WORD_RULES: Readonly<Record<string, (told: Told) => string[] | Promise<string[]>>> = {
	'answers, with one h1, a title and a language': ({ page }) => headless(page),
	'holds nothing that only a script of the framework would use': ({ page }) =>
		page.html.match(OF_FRAMEWORK) ?? [],
	'has the numbers of every drawing in a table': ({ address, page }) =>
		showsOneThing(address) ? [] : unheld(page.document),
	'has a date and its address at the foot of every sheet of paper': ({ page }) => footless(page),
	'has words for the minutes of every figure of its own': unworded,
	'names a date, a source and one address in all words for the minutes': ({ statements }) => [
		...[...statements.values()].flatMap((one) => unsound(one, inject('site'))),
		...[...new Set([...statements.values()].map((one) => one.address))].slice(1)
	],
	'shows the numbers of its words for the minutes for ever, where they say': ({
		statements,
		frozen
	}) => [...statements.values()].flatMap((one) => unseen(one, frozen)),
	'leads from every number to the same number': ({ page }) => misled(page),
	'explains a number without a trace where it stands': ({ address, page }) =>
		address.startsWith('/herkomst') ? [] : unexplained(page.document)
};

function headless({ status, document }: Sent): string[] {
	const said = {
		status,
		headings: document.querySelectorAll('h1').length,
		title: /Woonobjectief/.test(document.title),
		language: document.documentElement.getAttribute('lang')
	};
	const asked = { status: 200, headings: 1, title: true, language: 'nl-BE' };
	return JSON.stringify(said) === JSON.stringify(asked) ? [] : [JSON.stringify(said)];
}

function footless({ document, url }: Sent): string[] {
	const styles = [...document.querySelectorAll('style')].map((one) => one.textContent).join('');
	const said = /@bottom-left\{content:"([^"]+)"/.exec(styles)?.[1] ?? '';
	return /\d\d\/\d\d\/\d{4}/.test(said) && said.includes(url.pathname) ? [] : [`foot: «${said}»`];
}

function unworded({ address, page, statements }: Told): string[] {
	if (repeatsFigures(address)) return [];
	const figures = [...page.document.querySelectorAll('main figure[id]')].map((one) => one.id);
	const own = [...(HEADED.test(address) ? ['antwoord'] : []), ...figures];
	return own.filter((id) => !statements.has(id));
}

function unseen(statement: Statement, { status, document }: Sent): string[] {
	const places = document.querySelectorAll(`[id="${statement.id}"]`).length;
	if (status !== 200 || places !== 1)
		return [`${statement.address} answers ${status} and has ${places} × ${statement.id}`];
	return unquoted(statement, document);
}
