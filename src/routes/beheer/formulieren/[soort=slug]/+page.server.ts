import { error, fail, redirect } from '@sveltejs/kit';
import { NO_ANSWERS } from '#lib/server/intake/answers.ts';
import { checkIntake, handIn, intakeOf } from '#lib/server/intake/intake.ts';
import { formFile } from '#lib/server/formats/form-file.ts';
import { bytesSource } from '#lib/server/desk/bytes/source.ts';
import { overviewLayout } from '#lib/server/reference/map-layouts.ts';
import { reference, type Reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { today } from '#lib/server/today.ts';
import { ownTitle } from '#lib/server/intake/own-title.ts';
import { capital, day } from '#lib/text/format.ts';
import { regionsByKind } from '#lib/text/region-groups.ts';
import { townsIn } from '../../choices.ts';
import { personIn } from '../../gate.ts';
import { workIn } from '../../work.ts';
import {
	allFields,
	fileNameOf,
	FORMS,
	tablesOf,
	problemOf,
	type Field,
	type SmallForm,
	type Values
} from '../../forms.ts';
import { saidBefore } from '../../said-before.ts';
import { wordsOf } from '../../said-words.ts';
import { standsNow } from '../../stands-now.ts';

const formOf = (name: string): SmallForm =>
	FORMS[name] ?? error(404, 'Dit formulier bestaat niet.');

export async function load({ locals, params, url }) {
	const { organisation } = personIn(locals, 'editor');
	const form = formOf(params.soort);
	const fields = allFields(form);
	const { database } = runtime();
	const facts = await reference(database);
	return {
		title: form.title,
		lead: form.lead,
		fields,
		regions: regionsByKind(facts.regions.values()),
		towns: townsIn(facts.places),
		map: overviewLayout(facts, today()),
		/** Another page may fill in what it knows: `?nis_code=34022&indicator=stock_b`, or a file of this form: `?van=12`. */
		filled: withNames(fields, facts, {
			...Object.fromEntries(fields.map(({ name, preset = '' }) => [name, preset])),
			...{ uitgever: organisation ?? '', op: form.whose ? today() : '' },
			...Object.fromEntries(url.searchParams),
			...(url.searchParams.has('van') && (await againIn(url, params.soort, form, facts)))
		})
	};
}

/** A municipality as it is chosen in a list, where only its code was said. */
const withNames = (fields: readonly Field[], { places }: Reference, said: Values): Values =>
	Object.fromEntries(
		Object.entries(said).map(([field, value]) => {
			const isTown = fields.some(({ name, kind }) => name === field && kind === 'town');
			const town = isTown ? places.byCode.get(value) : undefined;
			return [field, town ? `${town.nis} ${town.name}` : value];
		})
	);

/** What a file of this form said; a title that it made of that is left out, for it says what is changed now. */
async function againIn(url: URL, slug: string, form: SmallForm, facts: Reference): Promise<Values> {
	const said = await saidBefore(runtime().database.read, slug, Number(url.searchParams.get('van')));
	const made = form.titled(wordsOf(form, said, facts)).toLowerCase();
	return said['titel']?.toLowerCase().includes(made) ? { ...said, titel: '' } : said;
}

export const actions = {
	async default({ request, locals, params }) {
		const person = personIn(locals, 'editor');
		const form = formOf(params.soort);
		const { database } = runtime();
		const facts = await reference(database);
		const values = valuesOf(form, await request.formData(), facts);
		const problem = problemOf(form, values);
		if (problem) return fail(400, { ...problem, values });
		const content = await formFile(tablesOf(params.soort, form, values, facts));
		const name = fileNameOf(params.soort, values['op'] ?? '');
		const id = await handIn(
			database,
			person,
			bytesSource(name, content),
			await answersOf(form, values, facts)
		);
		const intake = await intakeOf(database.read, id);
		if (intake) await checkIntake(database, intake, intake.answers, person, workIn());
		redirect(303, `/beheer/inleveren/${id}`);
	}
};

/** What the fields say, towns by code whether they were named or chosen. */
function valuesOf(form: SmallForm, sent: FormData, { places }: Reference): Values {
	const codeOf = (text: string) =>
		/^\d{5}/.exec(text)?.[0] ??
		places.validOn(today()).find(({ name }) => name.toLowerCase() === text.toLowerCase())?.nis ??
		text;
	return Object.fromEntries(
		allFields(form).map(({ name, kind }) => {
			const said = sent.getAll(name).map((one) => String(one).trim().slice(0, 2_000));
			const isTown = kind === 'town' || kind === 'towns';
			if (kind === 'share') return [name, percentOf(said[0] ?? '')];
			return [name, (isTown ? said.map(codeOf) : said).join(' ')];
		})
	);
}

/** A share as people write it, with its mark. */
const percentOf = (text: string): string => (/^\d+([.,]\d+)?$/.test(text) ? `${text} %` : text);

/** A figure that nobody published before is a first one, and corrects nothing. */
async function answersOf(form: SmallForm, values: Values, facts: Reference) {
	const answers = form.answers?.(values) ?? {};
	const now = await standsNow(runtime().database.read, values);
	const isFirst = answers.kind === 'correction' && (!now || now.status === 'estimated');
	const kind = isFirst ? ('first' as const) : (answers.kind ?? null);
	const title = values['titel'] || form.titled(wordsOf(form, values, facts));
	const how = { always: true, on: day(today()) };
	return {
		...NO_ANSWERS,
		...answers,
		kind,
		publisher: values['uitgever'] || null,
		title: capital(await ownTitle(runtime().database.read, title, kind, how)),
		url: values['adres'] || null,
		publishedOn: values['op'] || null
	};
}
