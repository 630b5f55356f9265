declare global {
	namespace App {
		interface Locals {
			/** Set when an answer failed because the database does not answer. */
			databaseAway?: boolean;
		}
		interface Error {
			message: string;
			/** Under which the error stands in the log. */
			reference?: string;
		}
	}
}

export {};
