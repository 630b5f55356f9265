import { redirect } from '@sveltejs/kit';
import { reference } from '#lib/server/reference/reference.ts';
import { runtime } from '#lib/server/web/runtime.ts';
import { personIn } from '../gate.ts';
import { townsIn } from '../choices.ts';
import { formLinks } from '../forms.ts';

/** The forms, and the way to the page of a municipality, where it answers beside its figures. */
export async function load({ locals, url }) {
	personIn(locals, 'editor');
	const town = /^\d{5}/.exec(url.searchParams.get('gemeente') ?? '')?.[0];
	if (town) redirect(303, `/beheer/gemeenten/${town}`);
	const { places } = await reference(runtime().database);
	return {
		forms: formLinks,
		towns: townsIn(places)
	};
}
