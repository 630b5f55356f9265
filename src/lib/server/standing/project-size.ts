import { PROJECT_SIZES, TYPICAL_PROJECT } from '#lib/domain/lumpiness.ts';
import { MalformedParameterError } from './moment.ts';

/** Name of the parameter, in the address of a page as well as of the API. */
export const PROJECT_PARAMETER = 'project';

/**
 * The size of a typical project that an address asks for; our own assumption when it asks for none.
 * @throws MalformedParameterError for anything but a whole number of dwellings within bounds
 */
export function readProjectSize(parameters: URLSearchParams): number {
	const text = parameters.get(PROJECT_PARAMETER) ?? '';
	if (text === '') return TYPICAL_PROJECT;
	const { least, most } = PROJECT_SIZES;
	const size = Number(text);
	if (!/^\d{1,3}$/.test(text) || size < least || size > most) {
		throw new MalformedParameterError(
			PROJECT_PARAMETER,
			`${PROJECT_PARAMETER}: "${text.slice(0, 40)}" (${least}–${most})`
		);
	}
	return size;
}
