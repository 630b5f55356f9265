import type { Municipality } from '#lib/domain/places.ts';
import { arrondissementByName, provinceByName } from './area-names.ts';
import { readCode } from './cell-values.ts';
import type { Findings, Place } from '../findings/findings.ts';
import { plainName } from '../bytes/plain-name.ts';

/** Holds the totals among the rows of a table against the sums of their parts. */
export class StatedTotals {
	private readonly parts: { at: number; municipality: Municipality; value: number; row: number }[] =
		[];
	private readonly totals: {
		at: number;
		label: string;
		value: number;
		place: Place;
		after: number;
	}[] = [];
	private lastTotal = 0;

	addPart(at: number, municipality: Municipality, value: number, row: number): void {
		this.parts.push({ at, municipality, value, row });
	}

	/** The values of one row of a total, by column. */
	addTotal(
		label: string,
		values: readonly { at: number; value: number; place: Place }[],
		row: number
	): void {
		for (const one of values) this.totals.push({ ...one, label, after: this.lastTotal });
		this.lastTotal = row;
	}

	/** Tells each total that is not the sum of its parts, and the rows of totals together. */
	finish(sheet: string | null, findings: Findings): void {
		const rows = new Map(this.totals.map((one) => [one.place.row, one.label]));
		const [first] = rows;
		if (!first) return;
		const labels = [...rows.values()];
		findings.info(
			'total_not_used',
			{ sheet, row: first[0], column: null },
			{
				value: labels.length,
				message: `Rows of totals are held against their parts and not used: ${labels.slice(0, 8).join(', ')}${labels.length > 8 ? ' …' : ''}.`
			}
		);
		for (const total of this.totals) this.check(total, findings);
	}

	private check(total: StatedTotals['totals'][number], findings: Findings): void {
		const mine = this.parts.filter(({ at }) => at === total.at);
		const covered = coveredBy(total.label);
		if (!covered) return;
		const sum = (rows: typeof mine) => rows.reduce((so_far, { value }) => so_far + value, 0);
		const whole = mine.filter(({ municipality }) => covered(municipality));
		if (whole.length === 0) return;
		const block = mine.filter(({ row }) => row > total.after && row < (total.place.row ?? 0));
		const same = (value: number) =>
			Math.abs(value - total.value) < 1e-6 * Math.max(1, Math.abs(value));
		if (same(sum(whole)) || (isBareTotal(total.label) && same(sum(block)))) return;
		findings.ask('total_not_sum', total.place, {
			value: total.value,
			expected: String(sum(whole)),
			message: `"${total.label}" says ${total.value}, and the ${whole.length} municipalities in the table make ${sum(whole)}.`
		});
	}
}

const isBareTotal = (label: string): boolean =>
	/^(totaal|subtotaal|eindtotaal|som|total)$/.test(plainName(label));

/** Which municipalities the area of a total covers; null when that cannot be known. */
function coveredBy(label: string): ((one: Municipality) => boolean) | null {
	const plain = plainName(label);
	const code = readCode(label) ?? readCode(Number(label));
	if (code !== null && code !== '02000') {
		return ({ province, arrondissement }) => province === code || arrondissement === code;
	}
	if (
		code === '02000' ||
		/^(totaal|eindtotaal|algemeen totaal|som|subtotaal|total)?( ?(van )?(het )?(vlaams gewest|vlaanderen))?$/.test(
			plain
		)
	) {
		return () => true;
	}
	const province = provinceByName(plain.replace(/^totaal /, ''));
	if (province && !/^(totaal )?arr/.test(plain)) return (one) => one.province === province;
	const arrondissement = /^(totaal )?arr/.test(plain)
		? arrondissementByName(plain.replace(/^totaal /, ''))
		: null;
	return arrondissement ? (one) => one.arrondissement === arrondissement : null;
}
