const HEAD =
	'LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END';
const ABOVE = [
	'1|02000|-|||Vlaams Gewest|01/01/1970|31/12/9999',
	'2|30000|02000|||Provincie West-Vlaanderen|01/01/1970|31/12/9999',
	'3|34000|30000|||Arrondissement Kortrijk|01/01/1970|31/12/9999'
];

/** A register in the layout of Statbel. @param towns `code name from to` of municipalities in the arrondissement of Kortrijk */
export const register = (...towns: (readonly [string, string, string, string])[]): string =>
	[HEAD, ...ABOVE, ...towns.map(([code, ...rest]) => `4|${code}|34000|||${rest.join('|')}`)].join(
		'\r\n'
	);
