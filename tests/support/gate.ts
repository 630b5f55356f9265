import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server of this machine that can be shut: whoever goes through it then finds nobody there. */
export interface Gate {
	port: number;
	/**
	 * Keeps the present connections open and lets nothing through any more, as a firewall does that forgot them.
	 * @param said only those on which these words went to the server
	 */
	silence(said?: string): void;
	/** Breaks every connection and takes no new one. */
	shut(): Promise<void>;
	/** Takes connections again. @param to port of another server, that takes the place of the first */
	open(to?: number): Promise<void>;
}

/** So much of what went through a connection is remembered. */
const MOST_SPOKEN = 4_096;

/** Opens a gate on a free port before the port of a server. */
export async function openGate(target: number): Promise<Gate> {
	let behind = target;
	const sockets = new Set<Socket>();
	const spoken = new Map<Socket, string>();
	const server = createServer((near) => {
		const far = connect(behind, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
		}
		near.on('data', (sent: Buffer) => {
			for (const socket of [near, far])
				spoken.set(
					socket,
					((spoken.get(socket) ?? '') + sent.toString('latin1')).slice(-MOST_SPOKEN)
				);
		});
		near.pipe(far).pipe(near);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		silence(said = '') {
			for (const socket of sockets)
				if ((spoken.get(socket) ?? '').includes(said)) socket.unpipe().pause();
		},
		async shut() {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => server.close(closed));
		},
		async open(to = behind) {
			behind = to;
			await once(server.listen(port, '127.0.0.1'), 'listening');
		}
	};
}
