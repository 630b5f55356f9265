import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server of this machine that can be shut: whoever goes through it then finds nobody there. */
export interface Gate {
	port: number;
	/** Keeps the present connections open and lets nothing through any more, as a firewall does that forgot them. */
	silence(): void;
	/** Breaks every connection and takes no new one. */
	shut(): Promise<void>;
	/** Takes connections again. @param to port of another server, that takes the place of the first */
	open(to?: number): Promise<void>;
}

/** Opens a gate on a free port before the port of a server. */
export async function openGate(target: number): Promise<Gate> {
	let behind = target;
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(behind, '127.0.0.1');
		for (const socket of [near, far]) {
			sockets.add(socket);
			socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
		}
		near.pipe(far).pipe(near);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		port,
		silence() {
			for (const socket of sockets) socket.unpipe().pause();
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
