import { readFileSync } from 'node:fs';

const pages = JSON.parse(readFileSync(process.env.PEER_DATA ?? '', 'utf8'));

export const load = ({ params }) => pages[params.page];
