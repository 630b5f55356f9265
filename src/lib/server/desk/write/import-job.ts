// What is asked of an import, and what its parts share.
import type { Day } from '#lib/domain/dates.ts';
import type { PublicationTable } from '../../database/schema.ts';
import type { Answer } from '../findings/answers.ts';
import type { Findings } from '../findings/findings.ts';
import type { ReadOptions, Recognised } from '../read/layout.ts';
import type { ImportSource, Inspection } from '../bytes/source.ts';

/** What a person says about a file and its publication. */
export interface ImportRequest extends ReadOptions {
	source: ImportSource;
	/** Null: nobody said; then nothing that was published before may change. */
	kind: Exclude<PublicationTable['kind'], 'practice'> | null;
	/** Why figures of an earlier publication change; Dutch, for the site. */
	why: string | null;
	/** The publication that it replaces; null: the one of which it replaces most figures. */
	supersedes: number | null;
	/** The kinds of finding that somebody said yes to, and why. */
	accept: readonly Answer[];
	/** `now`: known from the day of publication; `draft`: until it is released; else the moment (ISO 8601) of its release. */
	release: string;
	/** Day on which the figures were published, and from which they are known. */
	publishedOn: Day;
	/** Null: the publisher of the layout. */
	publisher: string | null;
	/** Null: the title of the layout, else the name of the file. */
	title: string | null;
	url: string | null;
	licence: string | null;
	/** False: everything is done and taken back, to see the findings. */
	write: boolean;
}

/** Everything that the parts of an import need to know. */
export interface ImportJob {
	request: ImportRequest;
	recognised: Recognised;
	inspection: Inspection;
	findings: Findings;
	/** Told how many rows have been read. */
	progress: (rows: number) => void;
}
