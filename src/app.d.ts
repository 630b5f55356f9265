declare global {
	namespace App {
		interface Error {
			message: string;
			/** Under which the error stands in the log. */
			reference?: string;
		}
	}
}

export {};
