import { addDays, type Day } from '#lib/domain/dates.ts';
import type { Municipality } from '#lib/domain/places.ts';
import { someOf } from '../read/absent.ts';
import { WHOLE_FILE, type Findings } from '../findings/findings.ts';
import type { AreaRow } from '../read/layout.ts';
import type { CodeOf } from '../findings/rules.ts';

/** A municipality as the register has it. */
export type RegisteredMunicipality = Pick<
	Municipality,
	'nis' | 'name' | 'province' | 'arrondissement' | 'validFrom' | 'validTo'
> & { row: number };

const FLANDERS = '02000';
const LEVEL_PROVINCE = 2;
const LEVEL_MUNICIPALITY = 4;
/** Municipalities that ended before the first possible figure are no matter of this program. */
const FIRST_DAY: Day = '1990-01-01';

/**
 * Compares the register with the municipalities known. Returns those to write: new ones, and known ones whose name,
 * validity or areas changed. Everything else that differs is reported and left as it is.
 */
export function compareMunicipalities(
	areas: readonly AreaRow[],
	known: ReadonlyMap<string, Municipality>,
	findings: Findings,
	/** Into which municipality an ended one went, by NIS code. */
	successors: Readonly<Record<string, string>> = {}
): RegisteredMunicipality[] {
	const registered = flemishMunicipalities(areas, findings);
	const until = lastChange(registered);
	const older = registered.length > 0 && until < lastChange(known.values());
	if (older) reportOlder(until, lastChange(known.values()), findings);
	else reportAbsent(registered, known, findings);
	return registered.filter((one) => {
		const before = known.get(one.nis);
		if (!before) return reportNew(one, findings);
		const changes = differences(before, older ? asKnownLater(one, before, until) : one);
		if (changes.length === 0) return false;
		return older
			? keepKnown(one, changes, findings)
			: reportChange(before, one, changes, findings, successors);
	});
}

/** Municipalities told one by one; a register of a part of Flanders has one line for all others. */
const TOLD_ABSENT = 10;

/** The last day on which a municipality began or had just ended. */
function lastChange(municipalities: Iterable<Pick<Municipality, 'validFrom' | 'validTo'>>): Day {
	return [...municipalities]
		.flatMap(({ validFrom, validTo }) => [validFrom, validTo === null ? '' : addDays(validTo, 1)])
		.reduce((latest, day) => (day > latest ? day : latest), '');
}

/** An older register cannot have an end that came after it: that is no difference. */
const asKnownLater = (
	one: RegisteredMunicipality,
	{ validTo }: Municipality,
	until: Day
): RegisteredMunicipality =>
	one.validTo === null && validTo !== null && validTo >= until ? { ...one, validTo } : one;

function flemishMunicipalities(
	areas: readonly AreaRow[],
	findings: Findings
): RegisteredMunicipality[] {
	const byCode = Map.groupBy(areas, (area) => area.code);
	const latest = (code: string | null) =>
		byCode.get(code ?? '')?.reduce((last, next) => (next.from > last.from ? next : last));
	const found: RegisteredMunicipality[] = [];
	for (const rows of byCode.values()) {
		const last = rows.reduce((one, next) => (next.from > one.from ? next : one));
		if (last.level !== LEVEL_MUNICIPALITY || (last.to !== null && last.to < FIRST_DAY)) continue;
		const above = ancestors(last, latest);
		if (!above) {
			const message = `${last.code} ${last.name} belongs to ${last.parent ?? '-'}, of which the file has no row.`;
			findings.block('parent_missing', at(last.row), { value: last.parent, message });
			continue;
		}
		const [arrondissement = '', province = '', region] = above;
		if (region !== FLANDERS) continue;
		const validFrom = rows.reduce((first, row) => (row.from < first ? row.from : first), last.from);
		const { row, code: nis, name, to: validTo } = last;
		found.push({ row, nis, name, province, arrondissement, validFrom, validTo });
	}
	return found;
}

/** Codes of arrondissement, province and region; Brussels has no province. Null when one of them is missing. */
function ancestors(
	area: AreaRow,
	latest: (code: string | null) => AreaRow | undefined
): string[] | null {
	const codes: string[] = [];
	for (let level = area.level - 1, parent = area.parent; level >= 1; level--) {
		const above = latest(parent);
		if (!above || above.level > level) return null;
		if (above.level < level && level === LEVEL_PROVINCE) codes.push('');
		if (above.level < level) continue;
		codes.push(above.code);
		parent = above.parent;
	}
	return codes;
}

function reportOlder(ofFile: Day, ofKnown: Day, findings: Findings): void {
	findings.info('older_table', WHOLE_FILE, {
		value: ofFile,
		expected: `the register with the changes of ${ofKnown}`,
		message: `The last change in this register is of ${ofFile}; those up to ${ofKnown} are known and stay.`
	});
}

function reportAbsent(
	registered: readonly RegisteredMunicipality[],
	known: ReadonlyMap<string, Municipality>,
	findings: Findings
): void {
	const codes = new Set(registered.map((one) => one.nis));
	const absent = [...known.values()].filter(({ nis }) => !codes.has(nis));
	if (absent.length > TOLD_ABSENT) {
		const names = someOf(absent.map(({ nis, name }) => `${nis} ${name}`));
		const message = `${absent.length} known municipalities are not in this register and stay as they are: ${names}.`;
		findings.info('left_out', WHOLE_FILE, { value: absent.length, message });
		return;
	}
	for (const { nis, name } of absent) {
		const message = `${nis} ${name} is known and not in this register; it stays as it is.`;
		findings.info('left_out', WHOLE_FILE, { value: nis, message });
	}
}

function differences(before: Municipality, after: RegisteredMunicipality): string[] {
	const fields = ['name', 'province', 'arrondissement', 'validFrom', 'validTo'] as const;
	return fields
		.filter((field) => before[field] !== after[field])
		.map((field) => `${LABELS[field]} ${before[field] ?? OPEN} → ${after[field] ?? OPEN}`);
}

const OPEN = 'open';
const LABELS = {
	name: 'name',
	province: 'province',
	arrondissement: 'arrondissement',
	validFrom: 'valid from',
	validTo: 'valid to'
};

function reportNew(one: RegisteredMunicipality, findings: Findings): true {
	const until = one.validTo ? ` to ${one.validTo}` : '';
	return review(
		findings,
		'new_municipality',
		one,
		`${one.nis} ${one.name} is new, valid from ${one.validFrom}${until}.`
	);
}

function reportChange(
	before: Municipality,
	after: RegisteredMunicipality,
	changes: readonly string[],
	findings: Findings,
	successors: Readonly<Record<string, string>>
): boolean {
	if (before.validTo !== null && after.validTo === null) {
		return keepKnown(after, changes, findings);
	}
	review(
		findings,
		'changed_municipality',
		after,
		`${after.nis} ${after.name}: ${changes.join(', ')}.`
	);
	if (before.validTo === null && after.validTo !== null && !(after.nis in successors)) {
		const message = `${after.nis} ${after.name} ended; the register does not say into which municipality it went.`;
		report(findings, 'successor_unknown', after, message);
	}
	return true;
}

function keepKnown(
	one: RegisteredMunicipality,
	changes: readonly string[],
	findings: Findings
): false {
	report(
		findings,
		'left_out',
		one,
		`${one.nis} ${one.name} stays as it is known; the register has ${changes.join(', ')}.`
	);
	return false;
}

/** A change of the structure is written after a yes. */
function review(
	findings: Findings,
	code: CodeOf<'ask'>,
	{ nis, row }: RegisteredMunicipality,
	message: string
): true {
	findings.ask(code, at(row), { value: nis, message });
	return true;
}

function report(
	findings: Findings,
	code: CodeOf<'info'>,
	{ nis, row }: RegisteredMunicipality,
	message: string
): true {
	findings.info(code, at(row), { value: nis, message });
	return true;
}

const at = (row: number) => ({ sheet: null, row, column: 'CD_REFNIS' });
