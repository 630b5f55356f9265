import { frozenPackage, packageAnswer } from '../../package-answers.ts';

/** The open data as known at the end of a day: a package that never changes. */
export const GET = async ({ params }) => packageAnswer(await frozenPackage(params.day), true);
