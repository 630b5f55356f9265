/** Which tasks each role may have done at the desk. The command line, whose user owns the machine, may have all done. */
import { hasRole, type Person } from '../people/roles.ts';
import type { Task } from '../tasks/tasks.ts';

/** Whether a person may have a task done. */
export function may(person: Person, task: Task): boolean {
	switch (task.name) {
		case 'check':
		case 'list':
		case 'show':
		case 'list-replies':
		case 'verify':
			return hasRole(person, 'editor', 'releaser');
		case 'import':
			return hasRole(person, task.release === 'draft' ? 'editor' : 'releaser');
		case 'boundaries':
			return hasRole(
				person,
				...(task.write ? (['releaser'] as const) : (['editor', 'releaser'] as const))
			);
		case 'release':
			return hasRole(person, 'releaser');
		case 'withdraw':
			return hasRole(person, 'editor', 'releaser'); // an editor a draft alone: `run-for.ts` looks
		case 'reply':
			return (
				hasRole(person, 'editor') || (hasRole(person, 'municipality') && person.nis === task.nis)
			);
		case 'withdraw-reply':
			return hasRole(person, 'editor');
		case 'remove-boundaries':
		case 'export':
		case 'copy':
		case 'rules':
		case 'desk':
		case 'new-key':
		case 'reset':
			return false;
		default:
			return task satisfies never;
	}
}

/** Tasks that only read. */
const READING = [
	'check',
	'list',
	'show',
	'list-replies',
	'verify',
	'export',
	'copy',
	'rules'
] as const satisfies readonly Task['name'][];

/** Tasks of which the log tells. */
export type ToldTask = Exclude<Task['name'], (typeof READING)[number]>;

/** Whether a task changes what the database holds, so that the log tells of it. */
export const changes = (task: Task): boolean =>
	!READING.some((name) => name === task.name) && (!('write' in task) || task.write);
