import { question } from '../question.ts';

export async function load({ url }) {
	const { facts, moment } = await question(url);
	const practice = [...facts.publications.values()].find((one) => one.kind === 'practice');
	return {
		schemes: facts.schemes,
		publications: facts.publications,
		practice: practice ?? null,
		moment
	};
}
