/**
 * Other names of Flemish municipalities by NIS code: the French names that differ (Statbel, REFNIS), spellings of before
 * 1946 and short forms in use. A name that a municipality outside Flanders has too stands in `SHARED_WITH_OTHERS`.
 */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
	'11002': ['Anvers'],
	'11023': ['Cappellen'],
	'12014': ['Heyst-op-den-Berg'],
	'12021': ['Lierre'],
	'12025': ['Malines'],
	'12035': ['Sint-Kat.-Waver', 'Sint-Kathelijne-Waver'],
	'13002': ['Baerle-Duc', 'Baerle-Hertog'],
	'23009': ['Biévène'],
	'23023': ['Gammerages'],
	'23027': ['Hal'],
	'23077': ['Leeuw-Saint-Pierre'],
	'23088': ['Vilvorde', 'Vilvoorden'],
	'23101': ['Rhode-Saint-Genèse', 'Rode-Sint-Genesius', 'Sint-Genesius-Rhode'],
	'24062': ['Louvain'],
	'24107': ['Tirlemont', 'Thienen'],
	'24130': ['Léau'],
	'24134': ['Montaigu-Zichem'],
	'31005': ['Bruges', 'Brugghe'],
	'32003': ['Dixmude', 'Dixmuide'],
	'33011': ['Ypres', 'Yper', 'Ieperen'],
	'33016': ['Messines', 'Meessen'],
	'34022': ['Courtrai', 'Kortryk', 'Cortrijk'],
	'34027': ['Menin', 'Meenen'],
	'34043': ['Espierres-Helchin'],
	'35013': ['Ostende'],
	'36015': ['Roulers', 'Rousselare', 'Roesselare'],
	'37015': ['Thielt'],
	'38008': ['La Panne'],
	'38016': ['Nieuport', 'Nieupoort'],
	'38025': ['Furnes'],
	'41002': ['Alost', 'Aelst'],
	'41018': ['Grammont', 'Geeraardsbergen', 'Geraerdsbergen'],
	'42006': ['Termonde'],
	'43005': ['Eekloo', 'Eecloo'],
	'44021': ['Gand'],
	'45035': ['Audenarde', 'Audenaerde', 'Oudenaerde'],
	'45041': ['Renaix'],
	'46021': ['Saint-Nicolas', 'Sint-Nicolaas', 'Sint-Niklaas-Waas'],
	'46025': ['Tamise', 'Temsche'],
	'71024': ['Herck-la-Ville', 'Herck-de-Stad'],
	'71034': ['Bourg-Léopold'],
	'71053': ['Saint-Trond', 'Sint-Truyden'],
	'73009': ['Looz'],
	'73083': ['Tongres'],
	'73109': ['Fourons']
};

/** Names that a municipality outside Flanders bears as well: always asked. Saint-Nicolas is near Liège too (62093). */
export const SHARED_WITH_OTHERS: readonly string[] = ['Saint-Nicolas'];
