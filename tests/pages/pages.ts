/** One address of each kind of page, with extreme cases. */
export const PAGES = [
	'/',
	'/?maat=voortgang&regio=kortrijk',
	'/?op=2025-12-31',
	'/gemeenten',
	'/gemeenten?regio=kortrijk&orde=aandeel&richting=af',
	'/gemeenten/34022',
	'/gemeenten/11002',
	'/gemeenten/73028',
	'/gemeenten/34043',
	'/gemeenten/72042',
	'/gemeenten/73109',
	'/gemeenten/38008?op=2007-12-31',
	'/regios',
	'/regios/kortrijk',
	'/regios/antwerpen',
	'/regios/genk?op=2018-12-31&grond=toen',
	'/gemeenten/44021?op=2009-12-31&bekend=2012-03-18',
	'/regios/kortrijk/sinds',
	'/gemeenten/71072/sinds?van=2018-02-01&tot=2026-01-01',
	'/voortgangstoets',
	'/voortgangstoets/2018?ingevoerd=2a',
	'/voortgangstoets/2022?gemeente=34025&meer=3&regio=kortrijk',
	'/zoek?q=sint',
	'/cijfers',
	'/cijfers/publicaties/1',
	'/cijfers/publicaties/1000',
	'/gemeenten/11002?op=2024-12-31&structuur=vandaag',
	'/gemeenten/38008/rekening',
	'/gemeenten/11002/rekening?structuur=vandaag',
	'/gemeenten/41002/rekening?op=2018-04-30',
	'/objectief',
	'/methode',
	'/toegankelijkheid'
] as const;

/** No-break spaces as plain ones, runs of space as one. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
