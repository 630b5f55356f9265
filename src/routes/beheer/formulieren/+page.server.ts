import { personIn } from '../gate.ts';
import { FORMS } from './forms.ts';

export function load({ locals }) {
	personIn(locals, 'editor');
	return { forms: Object.entries(FORMS).map(([slug, { title, lead }]) => ({ slug, title, lead })) };
}
