import type { ObjectiveProgress } from '#lib/domain/objective.ts';
import type { OwnRegime } from '#lib/server/standing/build-up.ts';
import { dwellings, figure, isEstimate, list } from '#lib/text/format.ts';

/** Of a merger of an exempt and a bound municipality: whose progress counts, and of which part nothing is known; empty of others. */
export function exemptWords(
	objective: ObjectiveProgress,
	regimes: readonly OwnRegime[],
	scheme: { code: string }
): string {
	const parts = regimes.find((one) => one.scheme.code === scheme.code)?.parts ?? [];
	const totals = parts.map(({ municipality, lines }) => ({
		name: municipality.name,
		total: lines.find((line) => line.code === 'total')?.figure
	}));
	const named = (pick: (value: number | null) => boolean) =>
		totals.filter(({ total }) => pick(total?.value ?? null));
	const names = (some: typeof totals) => list(some.map((one) => one.name));
	const free = named((value) => value === 0);
	const bound = named((value) => value !== null && value > 0);
	const open = named((value) => value === null);
	if (parts.length > 1 && open.length > 0)
		return `Het objectief van ${names(open)}, van voor de fusie, is niet bekend. De som is dus niet bekend.`;
	if (free.length === 0 || bound.length === 0) return '';
	const guessed = free.some(({ total }) => total && isEstimate(total));
	return [
		`Het objectief is dat van ${names(bound)}, van voor de fusie.`,
		`${names(free)} had er geen${guessed ? ' (volgens onze raming)' : ''}.`,
		`Wat daar bijkwam, telt hier niet mee: geen bron zegt dat het de vraag aan ${names(bound)} kan invullen.`,
		`Alles samen kwamen er ${figure(objective.realised, dwellings)} bij.`,
		'De categorie van de voortgangstoets gaat niet over op de nieuwe gemeente.'
	].join(' ');
}
