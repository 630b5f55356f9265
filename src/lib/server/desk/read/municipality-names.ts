import type { Day } from '#lib/domain/dates.ts';
import type { Municipality, Places } from '#lib/domain/places.ts';
import {
	arrondissementByName,
	isAreaAbove,
	isCodeElsewhere,
	isNotLocalised,
	NOT_LOCALISED,
	provinceByName
} from './area-names.ts';
import { readCode } from './cell-values.ts';
import { OTHER_NAMES, SHARED_WITH_OTHERS } from './municipality-spellings.ts';
import { lettersApart, plainName } from '../bytes/plain-name.ts';
import { cellText, type Cell } from '../bytes/table.ts';

/**
 * What a cell that should name a municipality stands for. Only `found` is a municipality of the day asked for;
 * `asked` has the municipalities that may be meant, most likely first, and nothing is chosen among them.
 */
export type Recognition =
	| { kind: 'found'; municipality: Municipality; by: 'code' | 'name' | 'other_name' }
	| { kind: 'not_in_force'; municipality: Municipality; now: Municipality | null }
	| { kind: 'asked'; candidates: readonly Municipality[] }
	| { kind: 'area_above' | 'not_localised' | 'elsewhere' | 'unknown' | 'blank' };

/** Recognises municipalities by NIS code or name. */
export interface MunicipalityNames {
	/**
	 * What a cell stands for on a day (null: on any day, and then a name that two forms of a municipality bear is asked).
	 * A code may be a number that lost its zero; a name may be spelled in any of the documented ways.
	 */
	recognise(cell: Cell, on: Day | null): Recognition;
}

const MOST_CANDIDATES = 5;
const SHORT_NAME = 5;
const FOOTNOTE = /\s*(\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\d{1,2}\))$/;
const QUALIFIED = /^(.+?)\s*\(([^()]+)\)$/;
const PREFIX = /^(gemeente|stad|stadsbestuur|gemeentebestuur|ville de|commune de) /;
const BEFORE_MERGER = /^voor (de )?fusie( van)?( (?<year>\d{4}))?$/;
const AFTER_MERGER = /^(na|sinds|vanaf) (de )?fusie( van)?( (?<year>\d{4}))?$/;

/** Builds the recogniser of the municipalities of all structures. Pure; its index is made once. */
export function municipalityNames(places: Places): MunicipalityNames {
	const own = indexOf(places, ({ name }) => [name]);
	const other = indexOf(places, ({ nis }) => OTHER_NAMES[nis] ?? []);
	const shared = new Set(SHARED_WITH_OTHERS.map(plainName));
	const above = new Set(
		[...places.byCode.values()].flatMap((one) => [one.province, one.arrondissement])
	);

	const byCode = (code: string, on: Day | null): Recognition => {
		const found = places.byCode.get(code);
		if (found) return inForce(found, on, 'code');
		if (Object.hasOwn(NOT_LOCALISED, code)) return { kind: 'not_localised' };
		if (above.has(code) || /^0[1-4]000$/.test(code)) return { kind: 'area_above' };
		return { kind: isCodeElsewhere(code) ? 'elsewhere' : 'unknown' };
	};

	const inForce = (
		one: Municipality,
		on: Day | null,
		by: 'code' | 'name' | 'other_name'
	): Recognition => {
		if (on === null || places.inForce(one.nis, on)) return { kind: 'found', municipality: one, by };
		const now = places.successorOn(one.nis, on);
		return {
			kind: 'not_in_force',
			municipality: one,
			now: (now && places.byCode.get(now)) || null
		};
	};

	/** Of namesakes, the one in force that day; several or none of several are never chosen among. */
	const among = (
		named: readonly Municipality[],
		on: Day | null,
		by: 'name' | 'other_name'
	): Recognition => {
		const valid = on === null ? named : named.filter((one) => places.inForce(one.nis, on));
		const [only, second] = valid.length > 0 ? valid : named;
		if (only && !second) return inForce(only, on, by);
		const successors = new Set(named.map((one) => on && places.successorOn(one.nis, on)));
		if (only && valid.length === 0 && successors.size === 1) return inForce(only, on, by);
		return { kind: 'asked', candidates: named };
	};

	const byName = (name: string, on: Day | null): Recognition => {
		const plain = plainName(name).replace(PREFIX, '');
		const named = own.get(plain);
		if (named) return among(named, on, 'name');
		const alias = other.get(plain);
		if (alias && shared.has(plain)) return { kind: 'asked', candidates: alias };
		if (alias) return among(alias, on, 'other_name');
		const candidates = nearest(places, own, plain, on);
		return candidates.length > 0 ? { kind: 'asked', candidates } : { kind: 'unknown' };
	};

	/** «Aalst (Aalst)»: what stands in brackets must hold for the one that is named. */
	const qualified = (name: string, qualifier: string, on: Day | null): Recognition => {
		const plain = plainName(name).replace(PREFIX, '');
		const named = own.get(plain) ?? other.get(plain) ?? [];
		const fits = named.filter((one) => fitsQualifier(one, qualifier));
		if (fits.length > 0) return among(fits, isDated(qualifier) ? null : on, 'name');
		return named.length > 0 ? { kind: 'asked', candidates: named } : byName(name, on);
	};

	return {
		recognise(cell, on) {
			const text = cellText(cell).replace(FOOTNOTE, '').trim();
			if (text === '') return { kind: 'blank' };
			const code = readCode(typeof cell === 'number' ? cell : text) ?? codeInFront(text);
			if (code !== null) return byCode(code, on);
			if (/^[1-4]000$/.test(text)) return { kind: 'area_above' };
			if (/^\d/.test(text)) return { kind: 'unknown' };
			if (isNotLocalised(text)) return { kind: 'not_localised' };
			if (isAreaAbove(text)) return { kind: 'area_above' };
			const parts = QUALIFIED.exec(text);
			return parts ? qualified(parts[1] ?? '', parts[2] ?? '', on) : byName(text, on);
		}
	};
}

/** «34022 Kortrijk», «34022 - Kortrijk»: the code in front. */
const codeInFront = (text: string): string | null =>
	/^(\d{5})\s*[-–:]?\s*\p{L}/u.exec(text)?.[1] ?? null;

type Index = ReadonlyMap<string, readonly Municipality[]>;

function indexOf(places: Places, names: (one: Municipality) => readonly string[]): Index {
	const found = new Map<string, Municipality[]>();
	for (const municipality of places.byCode.values()) {
		for (const name of names(municipality)) {
			const key = plainName(name);
			const list = found.get(key);
			if (list) list.push(municipality);
			else found.set(key, [municipality]);
		}
	}
	return found;
}

const isDated = (qualifier: string): boolean =>
	BEFORE_MERGER.test(plainName(qualifier)) || AFTER_MERGER.test(plainName(qualifier));

/** Whether a municipality lies in the arrondissement or province of a qualifier, or is the form that it means. */
function fitsQualifier(one: Municipality, qualifier: string): boolean {
	const plain = plainName(qualifier);
	const year = (form: RegExp) => form.exec(plain)?.groups?.['year'];
	if (BEFORE_MERGER.test(plain))
		return one.validTo !== null && one.validTo < `${year(BEFORE_MERGER) ?? 9999}-01-02`;
	if (AFTER_MERGER.test(plain)) return one.validFrom >= `${year(AFTER_MERGER) ?? 1977}-01-01`;
	if (plain === one.nis) return true;
	return (
		arrondissementByName(qualifier) === one.arrondissement ||
		provinceByName(qualifier) === one.province
	);
}

/** Municipalities whose name differs in one or two letters, or holds what is written as one of its parts. */
function nearest(places: Places, own: Index, plain: string, on: Day | null): Municipality[] {
	if (plain.length < 3) return [];
	const reach = plain.length <= SHORT_NAME ? 1 : 2;
	const near = [...own].flatMap(([name, named]) => {
		const apart = lettersApart(plain, name);
		if (apart <= reach) return [{ named, apart }];
		const isPart =
			name.startsWith(`${plain} `) || name.endsWith(` ${plain}`) || plain.startsWith(`${name} `);
		return isPart ? [{ named, apart: reach + 1 }] : [];
	});
	const valid = (one: Municipality) => Number(on !== null && !places.inForce(one.nis, on));
	return near
		.sort((a, b) => a.apart - b.apart)
		.flatMap(({ named }) => named)
		.sort((a, b) => valid(a) - valid(b))
		.slice(0, MOST_CANDIDATES);
}
