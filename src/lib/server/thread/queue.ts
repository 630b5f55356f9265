/** There is more work than room for it; the message is for a visitor. */
export class BusyError extends Error {
	/** Seconds after which it makes sense to try again. */
	readonly retryAfter: number;

	constructor(retryAfter: number) {
		super('There is more work than room for it; try again later.');
		this.name = 'BusyError';
		this.retryAfter = retryAfter;
	}
}

/** How much work is taken on. */
export interface QueueLimits {
	atOnce: number;
	/** How many may wait for their turn. */
	waiting: number;
	/** How long (ms) one waits before it is sent away. */
	patience: number;
}

/** Does work in the order in which it came, a few pieces at once; what finds no room, or waits too long, is sent away. */
export class WorkQueue {
	readonly #limits: QueueLimits;
	readonly #waiting: (() => void)[] = [];
	#underWay = 0;

	constructor(limits: QueueLimits) {
		this.#limits = limits;
	}

	/** @throws BusyError when the work was not begun; whatever it throws itself */
	async do<Result>(work: () => Promise<Result>): Promise<Result> {
		await this.#turn();
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#underWay--;
		}
	}

	/** Waits for a turn; whoever ends hands it on. */
	#turn(): Promise<void> {
		const { atOnce, waiting, patience } = this.#limits;
		if (this.#underWay < atOnce) {
			this.#underWay++;
			return Promise.resolve();
		}
		const busy = () => new BusyError(Math.ceil(patience / 1_000));
		if (this.#waiting.length >= waiting) return Promise.reject(busy());
		return new Promise((resolve, reject) => {
			const leave = () => {
				this.#waiting.splice(this.#waiting.indexOf(mine), 1);
				reject(busy());
			};
			const timer = setTimeout(leave, patience).unref();
			const mine = () => {
				clearTimeout(timer);
				resolve();
			};
			this.#waiting.push(mine);
		});
	}
}
