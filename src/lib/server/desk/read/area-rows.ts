import type { Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import { someOf } from './absent.ts';
import type { Findings, Place } from '../findings/findings.ts';
import type { MapLookup } from './import-map.ts';
import type { MunicipalityNames, Recognition } from './municipality-names.ts';
import { structureOfCodes } from './structure.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/** What a row of a table stands for. */
export type AreaRowKind =
	| { kind: 'municipality'; municipality: Municipality }
	| { kind: 'total'; label: string }
	/** Refused, outside Flanders or not localised: told, and not read. */
	| { kind: 'told' }
	/** No area at all: a note under the table, or a row that says nothing. */
	| { kind: 'none' };

type OtherForm = Recognition & { kind: 'not_in_force' };

/** A row of a municipality that is not in force on the day of the table. */
interface Refused extends Pick<OtherForm, 'municipality' | 'now'> {
	on: Day | null;
	place: Place;
	/** Whether it begins later; else it ended before. */
	future: boolean;
}

/** Recognises what the rows of a table stand for; what is not sure becomes a finding. */
export class AreaRows {
	private readonly names: MunicipalityNames;
	private readonly places: Places;
	private readonly lookup: MapLookup;
	private readonly findings: Findings;
	private readonly elsewhere: { label: string; place: Place }[] = [];
	private readonly refused: Refused[] = [];
	/** Codes of all municipalities in the rows, in force or not. */
	private readonly seen = new Set<string>();

	constructor(names: MunicipalityNames, places: Places, lookup: MapLookup, findings: Findings) {
		this.names = names;
		this.places = places;
		this.lookup = lookup;
		this.findings = findings;
	}

	/** What a cell would stand for, without telling anything. */
	looksLikeArea(cell: Cell, on: Day | null): boolean {
		if (this.lookup.municipality(cell) !== null) return true;
		return !['unknown', 'blank'].includes(this.names.recognise(cell, on).kind);
	}

	/**
	 * The area of a row by its code, its name, or both.
	 * @param hasFigures whether the row holds numbers: then a name that nobody knows is no footnote
	 */
	read(code: Cell, name: Cell, on: Day | null, hasFigures: boolean, place: Place): AreaRowKind {
		const mapped = this.lookup.municipality(code) ?? this.lookup.municipality(name);
		if (mapped !== null)
			return this.settle(this.names.recognise(mapped, on), mapped, hasFigures, on, place);
		const byCode = this.names.recognise(code, on);
		const byName = this.names.recognise(name, on);
		if (byCode.kind === 'blank' || byCode.kind === 'unknown') {
			const label = byName.kind === 'blank' ? code : name;
			return this.settle(byName.kind === 'blank' ? byCode : byName, label, hasFigures, on, place);
		}
		if (
			byCode.kind === 'found' &&
			byName.kind === 'found' &&
			byCode.municipality.nis !== byName.municipality.nis
		) {
			this.findings.block('code_and_name_differ', place, {
				value: `${cellText(code)} ${cellText(name)}`,
				expected: `${byCode.municipality.nis} ${byCode.municipality.name}, or ${byName.municipality.nis} ${byName.municipality.name}`,
				message: `${cellText(code)} is ${byCode.municipality.name}, and the row says "${cellText(name)}".`
			});
			return { kind: 'told' };
		}
		return this.settle(byCode, code, hasFigures, on, place);
	}

	/** Tells the rows of areas outside Flanders, and of municipalities of another day, all together. */
	finish(): void {
		for (const rows of Map.groupBy(this.refused, ({ future }) => future).values())
			this.tellRefused(rows);
		const [first] = this.elsewhere;
		if (!first) return;
		const labels = this.elsewhere.map((one) => one.label);
		this.findings.info('elsewhere', first.place, {
			value: labels.length,
			message: `Areas outside Flanders are not used: ${someOf(labels)}.`
		});
	}

	private settle(
		one: Recognition,
		cell: Cell,
		hasFigures: boolean,
		on: Day | null,
		place: Place
	): AreaRowKind {
		const label = cellText(cell);
		if ('municipality' in one) this.seen.add(one.municipality.nis);
		switch (one.kind) {
			case 'found':
				if (one.by === 'other_name') this.tellOtherName(label, one.municipality, place);
				return { kind: 'municipality', municipality: one.municipality };
			case 'not_in_force':
				return this.refuseForm(one, on, place);
			case 'asked':
				return this.ask(label, one.candidates, hasFigures, place);
			case 'area_above':
				return { kind: 'total', label };
			case 'elsewhere':
				this.elsewhere.push({ label, place });
				return { kind: 'told' };
			case 'not_localised': {
				const message = `"${label}" holds what could not be placed in a municipality; it is not used.`;
				this.findings.info('not_localised', place, { value: label, message });
				return { kind: 'told' };
			}
			case 'unknown':
				if (!hasFigures) return { kind: 'none' };
				this.findings.block('unknown_municipality', place, {
					value: label,
					expected: 'the name or NIS code of a Flemish municipality',
					message: `"${label}" is not a Flemish municipality of any known structure.`
				});
				return { kind: 'told' };
			case 'blank':
				if (!hasFigures) return { kind: 'none' };
				this.findings.block('not_a_code', place, {
					expected: 'the name or NIS code of a municipality in each row',
					message:
						'The row holds figures and no municipality; of merged cells only the first holds a value.'
				});
				return { kind: 'told' };
			default:
				return one satisfies never;
		}
	}

	private tellOtherName(label: string, { nis, name }: Municipality, place: Place): void {
		const message = `"${label}" was read as ${nis} ${name}.`;
		this.findings.info('other_name', place, { value: label, expected: name, message });
	}

	private ask(
		label: string,
		candidates: readonly Municipality[],
		hasFigures: boolean,
		place: Place
	): AreaRowKind {
		if (!hasFigures) return { kind: 'none' };
		const named = candidates.map(({ nis, name }) => `${nis} ${name}`).join(' or ');
		this.findings.block('asked_municipality', place, {
			value: label,
			expected: `${named}; in the mapping file: "municipalities": {"${label}": "${candidates[0]?.nis ?? ''}"}`,
			message: `"${label}" is not the name of a municipality; perhaps ${named} is meant.`
		});
		return { kind: 'told' };
	}

	/** A row of a municipality of before or after another merger: told when all rows are read, all together. */
	private refuseForm({ municipality, now }: OtherForm, on: Day | null, place: Place): AreaRowKind {
		const future = on !== null && on < municipality.validFrom;
		this.refused.push({ municipality, now, on, place, future });
		return { kind: 'told' };
	}

	/** One cause, one finding: a table in the municipalities of another day has many such rows. */
	private tellRefused(rows: readonly Refused[]): void {
		const [first] = rows;
		if (!first) return;
		const { future, place, on } = first;
		const structure = structureOfCodes(this.places, this.seen);
		const fits = structure && `--structure ${structure}: every row is a municipality of that day`;
		const names = rows.map(({ municipality: { nis, name } }) => `${nis} ${name}`);
		const [{ validFrom, validTo }] = [first.municipality];
		const day = future ? `began after ${on}` : `ended before ${on}`;
		const one = future ? `began on ${validFrom}` : `ended on ${validTo}`;
		this.findings.block(future ? 'future_municipality' : 'ended_municipality', place, {
			value: rows.length === 1 ? names[0] : `${rows.length}: ${someOf(names)}`,
			expected: [fits, this.insteadOf(rows)].filter(Boolean).join('; else ') || undefined,
			message:
				rows.length === 1
					? `${names[0]} ${one} and does not exist on ${on}.`
					: `${rows.length} municipalities ${day}: ${someOf(names)}.`
		});
	}

	/** What stands in the place of municipalities that are not in force. */
	private insteadOf(rows: readonly Refused[]): string {
		const [{ future, municipality, on }] = rows as [Refused];
		if (!future) {
			const names = new Set(rows.flatMap(({ now }) => (now ? `${now.nis} ${now.name}` : [])));
			return names.size === 0 ? '' : `successors: ${someOf([...names])}`;
		}
		const before = this.places.mergerInto(municipality.nis, municipality.validFrom)?.predecessors;
		const parts = before?.map((code) => `${code} ${this.places.byCode.get(code)?.name ?? ''}`);
		return parts ? `the municipalities of ${on}: ${someOf(parts)}` : '';
	}
}
