import { hasRole, ROLES } from '#lib/server/people/roles.ts';

/** Who is signed in, for the frame of the desk; a page of the desk stands alone, without the site around it. */
export function load({ locals }) {
	const person = locals.session?.person;
	return {
		bare: true,
		person: person && {
			name: person.name,
			organisation: person.organisation,
			roles: person.roles.map((role) => ROLES[role].name).join(', '),
			isLocal: person.isLocal,
			nis: person.nis
		},
		may: {
			enter: person !== undefined && hasRole(person, 'editor'),
			see: person !== undefined && hasRole(person, 'editor', 'releaser', 'people'),
			propose: person !== undefined && hasRole(person, 'region', 'editor'),
			people: person !== undefined && hasRole(person, 'people')
		}
	};
}
