import adapter from '@sveltejs/adapter-node';

// all that a build makes goes where the measurement says
const out = process.env.PEER_OUT ?? '.svelte-kit';

/** @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter({ out: `${out}/build` }), outDir: `${out}/kit` } };
