/** What the tests use of Frictionless' library for data packages, which has no types of its own. */
declare module 'datapackage' {
	interface Resource {
		descriptor: { rows: number };
		/** @throws Error with `errors` when a cell or a reference is not what the schema says */
		read(options: { relations: boolean }): Promise<unknown[][]>;
	}
	export class Package {
		static load(path: string): Promise<Package>;
		valid: boolean;
		errors: Error[];
		resourceNames: string[];
		descriptor: { licenses: unknown };
		getResource(name: string): Resource;
	}
}
