import { frozenPackage, sumAnswer } from '../../package-answers.ts';

/** The checksum of the package of a day. */
export const GET = async ({ params }) => sumAnswer(await frozenPackage(params.day, '.sha256'));
