import { versionPath } from '#lib/text/addresses.ts';
import { sumAnswer, versionPackage } from '../../../package-answers.ts';

/** The checksum of the package of a version. */
export async function GET({ params }) {
	const address = (version: number) => `${versionPath(version)}/pakket.sha256`;
	return sumAnswer(await versionPackage(Number(params.nummer), address));
}
