import type * as v from 'valibot';
import {
	ChangedFigure,
	Indicator,
	Measurement,
	PipelineChange,
	StockChange
} from './answers/changes.ts';
import { Contradiction } from './answers/contradictions.ts';
import { DivisionKey, SpreadThen, Undivided } from './answers/division.ts';
import {
	Definition,
	Figure,
	Reason,
	Reply,
	ReplyFigureName,
	Source,
	SourceOne,
	Status,
	StockFigure
} from './answers/figure.ts';
import {
	Category,
	Component,
	ListedMunicipality,
	Municipality,
	ObjectiveStatus,
	Progress,
	RegionKind,
	TestReason
} from './answers/municipality.ts';
import { Mention } from './answers/mentions.ts';
import { Problem } from './problem-answer.ts';
import { Publication, PublicationAccount, PublicationKind } from './answers/publications.ts';
import { FigureChange, FigureChangeKind, KnownFigure } from './answers/versions.ts';
import { KnownReply } from './answers/replies.ts';
import { Arrival } from './answers/road.ts';
import { Agreement, OwnAgreement } from './answers/agreement.ts';
import { Goal, ListedRegion, Region, Spread } from './answers/region.ts';
import { TargetGroup } from './answers/target-groups.ts';

/** The shapes that have a name in the document. */
export const COMPONENTS = {
	Problem,
	Figure,
	StockFigure,
	Reply,
	KnownReply,
	Source,
	Publication,
	PublicationAccount,
	Contradiction,
	PublicationAsSource: SourceOne,
	ListedMunicipality,
	Municipality,
	Progress,
	Component,
	TargetGroup,
	Mention,
	ListedRegion,
	Region,
	Agreement,
	OwnAgreement,
	Goal,
	Spread,
	SpreadThen,
	Arrival,
	Measurement,
	StockChange,
	PipelineChange,
	ChangedFigure,
	FigureChange,
	FigureChangeKind,
	KnownFigure,
	Status,
	Reason,
	TestReason,
	Undivided,
	Definition,
	ObjectiveStatus,
	Category,
	RegionKind,
	DivisionKey,
	PublicationKind,
	Indicator,
	ReplyFigureName
} as const satisfies Record<string, v.GenericSchema>;
