import { describe, expect, test } from 'vitest';
import { all, parsePage } from '../export/markup.ts';
import { Cascade, NO_STYLE, type Style } from './cascade.ts';
import { styleRules } from './style-sheets.ts';

/** The value of a property of the element with id `x`, in a container of 600 px. */
function valueOf(css: string, html: string, property = 'fill', container = 600) {
	const cascade = new Cascade(styleRules([css]));
	const [found] = all('#x', parsePage(html));
	if (!found) throw new Error('no element with id x');
	const chain = [found];
	for (let node = found.parent; node && 'attribs' in node; node = node.parent) chain.unshift(node);
	const style = chain.reduce<Style>((outer, one) => cascade.style(one, outer, container), NO_STYLE);
	return style.values.get(property);
}
const svg = (inside: string) => `<figure class="f"><svg>${inside}</svg></figure>`;

describe('what a style sheet says of a part of a drawing', () => {
	test.for<[rule: string, css: string, html: string, value: string | undefined]>([
		['a class of a component', '.s1.a{fill:red}', svg('<g id="x" class="s1 a"/>'), 'red'],
		['the more precise rule', 'g.a{fill:red}.a{fill:blue}', svg('<g id="x" class="a"/>'), 'red'],
		['the later of two', '.a{fill:red}.b{fill:blue}', svg('<g id="x" class="b a"/>'), 'blue'],
		[
			'nothing for :where',
			'.a{fill:red}:where(g.b){fill:blue}',
			svg('<g id="x" class="a b"/>'),
			'red'
		],
		[
			'the heaviest of :is',
			':is(#x,.b){fill:red}.b.b{fill:blue}',
			svg('<g id="x" class="b"/>'),
			'red'
		],
		[
			'what is important',
			'.a{fill:red!important}#x{fill:blue}',
			svg('<g id="x" class="a"/>'),
			'red'
		],
		[
			'a sheet before an attribute',
			'.a{fill:red}',
			svg('<g id="x" class="a" fill="blue"/>'),
			'red'
		],
		[
			'an attribute before what is inherited',
			'.a{fill:red}',
			svg('<g class="a"><path id="x" fill="blue"/></g>'),
			'blue'
		],
		['what is inherited', '.a{fill:red}', svg('<g class="a"><path id="x"/></g>'), 'red'],
		[
			'not what is not inherited',
			'.a{opacity:.5}',
			svg('<g class="a"><path id="x"/></g>'),
			undefined
		],
		['its own style first', '#x{fill:red}', svg('<path id="x" style="fill:blue"/>'), 'blue'],
		[
			'a property of what is around',
			'.f{--ground:#fff}#x{fill:var(--ground,red)}',
			svg('<path id="x"/>'),
			'#fff'
		]
	])('%s', ([, css, html, value]) => {
		expect(valueOf(css, html, css.includes('opacity') ? 'opacity' : 'fill')).toBe(value);
	});

	test.for([
		['@media print{#x{fill:red}}'],
		['@media (forced-colors:active){#x{fill:red}}'],
		['@media (width<=40rem){#x{fill:red}}'],
		['@container (width<=480px){#x{fill:red}}'],
		['@container (min-width: 700px){#x{fill:red}}'],
		['#x:hover{fill:red}'],
		['#x:focus-visible{fill:red}'],
		['#x::before{fill:red}'],
		['#x:first-letter{fill:red}']
	])('not on this screen: %s', ([css]) => {
		expect(valueOf(css ?? '', svg('<path id="x"/>'))).toBeUndefined();
	});

	test.for([
		['@media screen{#x{fill:red}}'],
		['@media (width>=60rem){#x{fill:red}}'],
		['@container (min-width: 480px){#x{fill:red}}'],
		['@container (width<=600px){#x{fill:red}}'],
		['#x:not(:focus){fill:red}']
	])('on this screen: %s', ([css]) => {
		expect(valueOf(css ?? '', svg('<path id="x"/>'))).toBe('red');
	});

	test('letters are counted in those around, and in those of the page', () => {
		const html = '<p class="a"><b id="x">w</b></p>';
		const sizes = 'html{font-size:106.25%}.a{font-size:2rem}';
		expect(valueOf(`${sizes}b{font-size:.5em}`, html, 'font-size')).toBe('17px');
		expect(valueOf(sizes, html, 'font-size')).toBe('34px');
	});
});
