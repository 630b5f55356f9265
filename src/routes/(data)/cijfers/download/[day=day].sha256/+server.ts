import { fileAnswer, frozenPackage } from '../answers.ts';

/** The checksum of a package, as `sha256sum` writes and checks it. */
export async function GET({ params }) {
	const { name, sha256 } = await frozenPackage(params.day, '.sha256');
	return fileAnswer(`${sha256}  ${name}\n`, 'text/plain; charset=utf-8', true);
}
