import * as foundation from './0001-foundation.ts';

/** Every schema step in order of name; a step that has been released is never changed. */
export const migrations = {
	'0001-foundation': foundation
};
