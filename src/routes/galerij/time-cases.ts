import { timeline } from '#lib/charts/timeline.ts';
import { example, type Case } from './case.ts';

const words = {
	runs: 'loopt',
	over: 'afgelopen',
	announced: 'aangekondigd',
	open: 'einde niet bekend',
	day: 'een dag die telt'
};
const span = { href: '#regeling', label: 'Een verzonnen regeling.', days: [] };

export const TIMELINES: Case[] = [
	example(
		'timeline',
		'Verzonnen regelingen die over zijn, lopen, komen en geen einde noemen',
		timeline,
		{
			words,
			now: { day: '2026-12-01', label: 'vandaag' },
			title: 'Verzonnen regelingen',
			description: 'Eén regeling loopt, één is afgelopen en één is aangekondigd.',
			spans: [
				{
					...span,
					...{ name: 'Een regeling die over is', about: '50.000 woningen', look: 'over' },
					...{ from: '2009-09-01', to: '2025-12-31' },
					days: [
						{ day: '2007-12-31', label: '31 december 2007: een verzonnen nulmeting.' },
						{ day: '2025-12-31', label: '31 december 2025: einde.' }
					]
				},
				{
					...span,
					...{ name: 'Een regeling die loopt', about: '', look: 'runs' },
					...{ from: '2020-01-01', to: '2030-12-31' }
				},
				{
					...span,
					...{
						name: 'Een regeling die aangekondigd is',
						about: '45.000 woningen',
						look: 'announced'
					},
					...{ from: '2026-01-01', to: '2042-12-31' }
				},
				{
					...span,
					...{ name: 'Een regeling zonder bekend einde', about: '', look: 'open' },
					...{ from: '2012-01-01', to: null }
				}
			]
		}
	)
];
