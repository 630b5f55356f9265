/** The address of a script that Vite puts together: see `vite.config.ts`. */
declare module '*.ts?script' {
	const address: string;
	export default address;
}
