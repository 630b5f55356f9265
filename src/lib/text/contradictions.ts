import type { Contradiction, ContradictionKind, Side } from '#lib/domain/contradiction.ts';
import type { Cause, Outcome, Step } from '#lib/domain/definition-bridge.ts';
import { definitionIn, isIndicator, isPercentage } from '#lib/domain/indicators.ts';
import type { Topic } from '#lib/domain/published-number.ts';
import { change, count, day, decimal, list, NBSP, pairs } from './format.ts';
import { COMPONENT_WORDS, DEFINITION_WORDS, indicatorName } from './words.ts';

/** What two numbers are to one another: the word in an address, and the name of a choice. */
export const KIND_WORDS: Record<ContradictionKind, { slug: string; name: string }> = {
	contradiction: { slug: 'tegenspraak', name: 'tegenspraak' },
	revision: { slug: 'herziening', name: 'herziening' },
	correction: { slug: 'rechtzetting', name: 'rechtzetting' }
};

/** Kinds of figure, in the order in which a reader looks for them. */
export const TOPIC_WORDS: Record<Topic, { slug: string; name: string }> = {
	stock: { slug: 'woningen', name: 'aantal woningen' },
	share: { slug: 'aandeel', name: 'aandeel' },
	objective: { slug: 'objectief', name: 'objectief' },
	progress: { slug: 'voortgang', name: 'voortgang' },
	test: { slug: 'toets', name: 'voortgangstoets' },
	other: { slug: 'andere', name: 'andere cijfers' }
};

/** Whether a difference is explained. */
const BRIDGE_WORDS: Record<Outcome, string> = {
	explained: 'verklaard',
	partly: 'deels verklaard',
	unexplained: 'niet verklaard'
};

type Subject = Pick<Side, 'part' | 'code' | 'year'>;

/** What the name of a published percentage ends with. */
const AS_PUBLISHED = ', zoals gepubliceerd';

/** What a side is about; a reckoned one is not as it was published. */
export const sideName = (side: Side): string =>
	side.from.length > 0 ? subjectName(side).replace(AS_PUBLISHED, '') : subjectName(side);

function subjectName({ part, code, year }: Subject): string {
	if (part === 'test_result') return `voortgangstoets ${year}: categorie`;
	if (part === 'test_count') return `voortgangstoets ${year}: gemeenten in categorie ${code}`;
	if (part === 'objective') return COMPONENT_WORDS[code as keyof typeof COMPONENT_WORDS];
	return isIndicator(code) ? indicatorName(code) : code;
}

/** Who is counted in a side, as far as its source says; null where nobody is. */
export function whoCounts({ from, ...side }: Side): string | null {
	const counted = from[0] ?? side;
	const letter = definitionIn(counted);
	if (letter) return `telling ${letter}: ${DEFINITION_WORDS[letter]}`;
	return counted.code.startsWith('share_') ? 'wie meetelt, zegt de bron niet' : null;
}

/** `1.708 (26/05/2022) gedeeld door 20.691 (01/01/2022)`: what a number is reckoned from. */
export function reckonedWords({ code, from }: Side): string {
	const [first, ...others] = from.map(
		({ value, date }) => `${count(value ?? 0)}${date ? ` (${day(date)})` : ''}`
	);
	const sign = code === 'realised' ? ' min ' : ' gedeeld door ';
	return [first, ...others].join(sign);
}

/** A difference or a part of one with its sign, in the unit of the two. */
export function amountWords({ part, code }: Subject, amount: number): string {
	if (part === 'test_count') return `${change(amount)} gemeenten`;
	return isPercentage({ part, code })
		? `${amount > 0 ? '+' : ''}${decimal(amount, 2)} procentpunt`
		: `${change(amount)} woningen`;
}

/** What differs, as the cause of a known or an unknown part. */
const CAUSE_WORDS: Record<Cause, string> = {
	agencies: 'woningen van sociale verhuurkantoren',
	municipal: 'woningen van gemeente of OCMW',
	fund: 'woningen van het Vlaams Woningfonds',
	vacant: 'leegstaande woningen',
	purchase: 'koopwoningen die meetellen',
	pipeline: 'woningen in uitvoering of gepland die meetellen',
	numerator: 'een ander aantal woningen',
	denominator: 'een ander aantal om door te delen',
	per_dwelling: 'de noemer: alle woningen bij het ene cijfer, huishoudens bij het andere',
	catch_up: 'de inhaalbeweging, die maar in een van de twee zit',
	covenant: 'het convenant, dat maar in een van de twee zit',
	decision: 'een latere beslissing',
	date: 'het verschil in dag',
	not_stated: 'wie meetelt: niet elke bron zegt dat'
};

function knownStep({ cause, amount, instead }: Step, subject: Subject, fits: boolean): string {
	const what = cause === 'denominator' ? divisor(subject.code) : 'woningen';
	const on = instead?.date ? ` van ${day(instead.date)}` : '';
	const near = fits ? 'het eerste cijfer past bij' : 'het eerste cijfer komt in de buurt met';
	const found = instead ? `: ${near} ${count(instead.value)} ${what}${on}` : '';
	return `${amountWords(subject, amount ?? 0)} door ${CAUSE_WORDS[cause]}${found}`.replace(
		'woningen door woningen',
		'woningen'
	);
}

/** A cause of unknown size, with the number that would make all right. */
function openStep({ cause, ratio, implied }: Step, { code, value }: Side): string {
	if (ratio !== undefined)
		return `${CAUSE_WORDS[cause]} (met ${decimal(ratio, 2)} woningen per huishouden zeggen ze hetzelfde)`;
	if (implied === undefined) return CAUSE_WORDS[cause];
	const what = cause === 'numerator' ? 'woningen' : divisor(code);
	return `${CAUSE_WORDS[cause]} (bij ${decimal(value ?? 0, 2)}${NBSP}% horen ongeveer ${count(implied)} ${what})`;
}

/** What a percentage is divided by, as a number of things. */
const divisor = (code: string): string =>
	code.startsWith('share_') ? 'huishoudens' : 'woningen van het objectief';

const FALL_SENTENCE =
	'Hetzelfde cijfer ligt later veel lager. Zo veel woningen verdwijnen zelden: misschien telt de bron nu anders.';

/**
 * Why two numbers differ, in plain Dutch; what nobody knows is said to be unknown.
 * @param why what the later publication says of it itself
 */
export function explanation(one: Contradiction, why: string | null): string {
	const { first, steps, rest, outcome, kind, basis } = one;
	const told = steps.filter((step) => step.amount !== null);
	const open = steps.filter((step) => step.amount === null);
	const isReplaced = kind !== 'contradiction';
	return [
		isReplaced && (why ?? 'De bron zegt niet waarom het cijfer veranderde.'),
		basis === 'fall' && FALL_SENTENCE,
		told.length > 0 &&
			`Van het eerste naar het tweede: ${list(told.map((step) => knownStep(step, first, outcome === 'explained')))}.`,
		outcome === 'explained' && 'Dat is het hele verschil, op afronding na.',
		outcome === 'partly' &&
			told.length > 0 &&
			rest !== null &&
			`Niet verklaard: ${amountWords(first, rest)}.`,
		outcome === 'unexplained' && !isReplaced && 'De oorzaak is niet bekend.',
		open.length > 0 &&
			`Kan meespelen: ${open.map((step) => openStep(step, first)).join('; ')}. Hoeveel, weten we niet.`
	]
		.filter(Boolean)
		.join(' ');
}

/** What stands over an explanation: what the two are to one another, and whether a contradiction is explained. */
export const outcomeWords = ({ kind, outcome }: Pick<Contradiction, 'kind' | 'outcome'>): string =>
	kind === 'contradiction'
		? `${KIND_WORDS[kind].name}, ${BRIDGE_WORDS[outcome]}`
		: KIND_WORDS[kind].name;

/** By which rules numbers are held against one another. */
export const RULES: readonly string[] = [
	'Zelfde cijfer: dezelfde reeks voor dezelfde dag, of voor dagen die hoogstens 31 dagen uit elkaar liggen.',
	'Andere telling: een aantal woningen of een aandeel dat op een andere manier geteld is, hoogstens een jaar ervoor of erna.',
	'Nagerekend: een aandeel naast woningen en huishoudens, een percentage van het objectief naast gerealiseerd en objectief, een toename naast de nulmeting en de meting.',
	'Sterke daling: hetzelfde cijfer ligt binnen tien jaar meer dan 10 % lager.',
	'Een verschil dat door afronding kan komen, is geen tegenspraak. Een deel staat nooit naast een totaal, en een plan is geen objectief.',
	'Past een cijfer bij een ander aantal huishoudens of woningen dat gepubliceerd is, dan noemen we dat. Of de bron zo rekende, weten we niet.',
	'Eén project, een plan, een deel van een verhuurder of een getal zonder dag vergelijken we niet: we weten niet of een ander getal over hetzelfde gaat. Van een gekozen gebied staan ze onder de tabel. Weten we dat een andere bron iets anders zegt, dan staat dat in de opmerking.',
	'Een herziening of rechtzetting vervangt het cijfer van de publicatie die ze noemt. De tekst van de bron staat erbij.'
];

/** The same in one piece, for a file. */
export const rulesSentence = RULES.join(' ');

/** How many pairs there are, and how many of them are explained. */
export function outcomesSentence(rows: readonly Pick<Contradiction, 'kind' | 'outcome'>[]): string {
	if (rows.length === 0) return 'We vonden geen cijfers die elkaar tegenspreken of rechtzetten.';
	const of = (outcome: Outcome) =>
		rows.filter((one) => one.kind === 'contradiction' && one.outcome === outcome).length;
	const replaced = rows.filter((one) => one.kind !== 'contradiction').length;
	const against = rows.length - replaced;
	return [
		against > 0 &&
			`${pairs(against)} gepubliceerde cijfers ${against === 1 ? 'spreekt' : 'spreken'} elkaar tegen. Verklaard: ${count(of('explained'))}, deels verklaard: ${count(of('partly'))}, niet verklaard: ${count(of('unexplained'))}.`,
		replaced > 0 && `Herzien of rechtgezet: ${count(replaced)}.`
	]
		.filter(Boolean)
		.join(' ');
}
