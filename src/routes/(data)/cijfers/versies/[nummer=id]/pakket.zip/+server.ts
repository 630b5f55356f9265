import { versionPath } from '#lib/text/addresses.ts';
import { packageAnswer, versionPackage } from '../../../package-answers.ts';

/** The open data of a version: a package that never changes. */
export async function GET({ params }) {
	const address = (version: number) => `${versionPath(version)}/pakket.zip`;
	return packageAnswer(await versionPackage(Number(params.nummer), address), true);
}
