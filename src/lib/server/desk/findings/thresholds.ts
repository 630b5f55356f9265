/** A number that decides whether something is worth a question, with its reason in Dutch: the site shows both. */
export interface Threshold {
	readonly value: number;
	readonly unit: 'fraction' | 'dwellings' | 'figures';
	readonly about: string;
	readonly why: string;
}

/** Every threshold of the rules. They are choices of this program, not of the law; each says why. */
export const THRESHOLDS = {
	share: {
		value: 0.25,
		unit: 'fraction',
		about: 'Hoogste aandeel sociale huurwoningen dat zonder vraag wordt aanvaard',
		why: 'Het hoogste aandeel dat we gepubliceerd zagen is 17,7 per 100 (Spiere-Helkijn).'
	},
	complete: {
		value: 0.9,
		unit: 'fraction',
		about: 'Deel van de gemeenten vanaf wanneer een bestand als volledig bedoeld geldt',
		why: 'Een bestand van één provincie of regio blijft ver daaronder; wie negen op de tien gemeenten geeft, bedoelt ze allemaal.'
	},
	enough: {
		value: 20,
		unit: 'figures',
		about: 'Aantal gelijke gevallen vanaf wanneer een patroon geen toeval is',
		why: 'Bij een kleine regio van tien tot vijftien gemeenten kan de helft gelijk blijven zonder fout.'
	},
	sameAsLastYear: {
		value: 0.6,
		unit: 'fraction',
		about: 'Deel van de gemeenten met hetzelfde cijfer als vorig jaar',
		why: 'In een gewoon jaar komt er in de meeste gemeenten een woning bij of gaat er een weg.'
	},
	sameAsNextYear: {
		value: 0.9,
		unit: 'fraction',
		about: 'Deel van de gemeenten met het cijfer van het jaar erna',
		why: 'Zoveel gelijke cijfers komen alleen voor wanneer het jaartal verkeerd is.'
	},
	areaTotal: {
		value: 0.005,
		unit: 'fraction',
		about: 'Verschil tussen de som van de gemeenten en een gepubliceerd totaal',
		why: 'Gepubliceerde totalen zijn soms afgerond op een honderdtal.'
	},
	baseline: {
		value: 0.02,
		unit: 'fraction',
		about: 'Tekort van de voorraad tegenover nulmeting plus gerealiseerd',
		why: 'De nulmeting en de jaarlijkse meting tellen niet helemaal hetzelfde.'
	},
	halved: {
		value: 0.5,
		unit: 'fraction',
		about: 'Deel van de verwachte voorraad waaronder een vraag gesteld wordt',
		why: 'Zo veel woningen verdwijnen niet in een jaar; meestal is een kolom of een eenheid verwisseld.'
	},
	fewHomes: {
		value: 50,
		unit: 'dwellings',
		about: 'Verschil in woningen waaronder een kleine gemeente geen vraag krijgt',
		why: 'In een gemeente met weinig sociale woningen kan één verkocht project de voorraad halveren.'
	},
	percentage: {
		value: 10,
		unit: 'figures',
		about: 'Hoeveel keer kleiner een aantal is dan het vorige, om aan een percentage te denken',
		why: 'Geen gemeente verliest in één jaar negen op de tien sociale huurwoningen.'
	}
} as const satisfies Record<string, Threshold>;
