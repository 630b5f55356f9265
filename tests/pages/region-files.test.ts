import { describeTables, isOfRegions } from './files/every-table.ts';

describeTables(isOfRegions);
