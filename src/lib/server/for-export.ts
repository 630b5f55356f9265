import { AsyncLocalStorage } from 'node:async_hooks';

/** Goes along with a page that this site asks itself; nobody can send it from outside. */
const asking = new AsyncLocalStorage<true>();

/** Does work in which every page that is asked is rendered for a file. */
export const forExport = <Result>(work: () => Result): Result => asking.run(true, work);

/** Whether the page under way is rendered for a file. */
export const isForExport = (): boolean => asking.getStore() === true;
