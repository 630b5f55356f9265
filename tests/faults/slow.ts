/** Visitors who send their request a little at a time: they are sent away, and others notice nothing. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { environment } from '../bench/stage.ts';
import { serveSite } from '../support/program.ts';
import { meanwhile, ms, quantile } from './asked.ts';
import { hold, type Trial } from './fault.ts';

const MANY = 50;
/** The limit of the server is 10 s, and it looks every 2 s. */
const LATEST = 15_000;

export const slowHeaders: Trial = async (ground) => {
	const site = await serveSite(environment(await ground.copy('embedded')));
	try {
		const port = Number(new URL(site.address).port);
		const began = performance.now();
		const closed = Promise.all(Array.from({ length: MANY }, () => dawdle(port)));
		const during = await meanwhile(`${site.address}/gemeenten/34022`, closed, 200);
		await closed;
		const took = performance.now() - began;
		hold(took < LATEST, `the last was closed after ${ms(took)}`);
		return `${MANY} of ${MANY} closed within ${ms(took)}; a page meanwhile ${ms(quantile(during, 0.5))}`;
	} finally {
		await site.stop();
	}
};

/** Sends a header a second until the server has had enough. */
async function dawdle(port: number): Promise<void> {
	let isOpen = true;
	const socket = connect(port, '127.0.0.1');
	socket
		.on('error', () => undefined)
		.on('close', () => (isOpen = false))
		.resume();
	socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
	for (let line = 0; isOpen && line < 60; line++) {
		await wait(1_000);
		if (isOpen) socket.write(`x-${line}: a\r\n`);
	}
	socket.destroy();
}
