import { PAGES } from '../pages.ts';
import { inspectedAddresses, visitEach } from './visit.ts';

// Two files, so that both workers open pages until the end.
visitEach(
	PAGES.filter((_, index) => index % 2 === 1),
	await inspectedAddresses()
);
