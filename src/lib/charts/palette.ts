/** The colours of a drawing, by what they mean. */
export interface Palette {
	ink: string;
	inkSoft: string;
	inkFaint: string;
	rule: string;
	ruleStrong: string;
	/** Shares and dwellings, from light to dark. */
	blue: readonly [string, string, string, string, string, string];
	/** Goals, targets, what is asked; never anything else. */
	goal: string;
	/** What a drawing lies on. */
	ground: string;
	sunken: string;
	/** No figure. */
	none: string;
	link: string;
}

/** On a page: the tokens of `app.css`, so that dark, print and the reader's own colours hold for drawings too. */
export const PAGE: Palette = {
	ink: 'var(--ink)',
	inkSoft: 'var(--ink-soft)',
	inkFaint: 'var(--ink-faint)',
	rule: 'var(--rule)',
	ruleStrong: 'var(--rule-strong)',
	blue: [
		'var(--blue-1)',
		'var(--blue-2)',
		'var(--blue-3)',
		'var(--blue-4)',
		'var(--blue-5)',
		'var(--blue-6)'
	],
	goal: 'var(--goal)',
	ground: 'var(--ground, var(--paper))',
	sunken: 'var(--sunken)',
	none: 'var(--none)',
	link: 'var(--link)'
};

/** In a file, which has no style sheet: the light values of the same tokens. */
export const LIGHT: Palette = {
	ink: '#1a2129',
	inkSoft: '#4a5561',
	inkFaint: '#66727e',
	rule: '#d9d6cd',
	ruleStrong: '#8b9199',
	blue: ['#dbe8f4', '#aecbe6', '#6fa3d2', '#2f74b5', '#17508a', '#0d2f57'],
	goal: '#b3470b',
	ground: '#ffffff',
	sunken: '#f1efe9',
	none: '#e9e7e1',
	link: '#1a2129'
};
