import * as v from 'valibot';
import { listOf, shape, text, whole } from './answers/fields.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

/** What goes wrong. */
export const Problem = shape(
	{
		type: text('Where this kind of problem is explained: an address on this site.'),
		title: text('The kind of problem in words, the same each time.'),
		status: whole('The status of the answer.'),
		detail: text('What is wrong with this request, and what to do.'),
		instance: text('The address that was asked, cut when it is long.'),
		parameters: v.optional(
			listOf(
				shape(
					{ name: text('Name of the parameter.'), detail: text('What is expected.') },
					'What is wrong with one parameter.'
				),
				'The parameters that cannot be used; only of `malformed_parameter`.'
			)
		),
		error: shape(
			{
				code: v.pipe(v.picklist(codes), v.description('The kind of problem, as a word.')),
				message: text('The same as `detail`.')
			},
			'The problem as v1 always gave it.'
		)
	},
	'What goes wrong, by RFC 9457.'
);
