import { program } from './program.ts';

const code = await program(process.argv.slice(2), process);
process.exitCode = code;
// What an engine that did not open left behind would keep a program alive that is done; a site that is served goes on.
if (code !== 0) process.stdout.write('', () => process.exit());
