import type { Generated, Kysely, Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Certainty } from '#lib/domain/certainty.ts';
import type { GoalKind } from '#lib/domain/goal.ts';
import type { LawCertainty } from '#lib/domain/law.ts';
import type { MentionKind, MentionUnit } from '#lib/domain/mention.ts';
import type { ObjectivePart } from '#lib/domain/published.ts';
import type { Category } from '#lib/domain/progress-test.ts';
import type { RegionKind } from '#lib/domain/region.ts';
import type { Status } from '#lib/domain/status.ts';
import type { PartKind, PartOf, TargetGroup } from '#lib/domain/target-groups.ts';

/** A calendar day as `YYYY-MM-DD`; never a `Date`. */
type Day = string;

export interface PublicationTable {
	id: Generated<number>;
	publisher: string;
	title: string;
	url: string | null;
	licence: string | null;
	kind: 'first' | 'revision' | 'correction' | 'practice';
	/** The municipal structure that the figures follow; null: that of each reference date. */
	structure_on: Day | null;
	reference_date: Day | null;
	published_on: Day | null;
	known_from: Day;
	date_note: string | null;
	supersedes: number | null;
	file_name: string | null;
	sha256: string | null;
	withdrawn_on: Day | null;
	withdrawn_why: string | null;
	note: string | null;
	/** Why it revises or corrects what was published before; Dutch. */
	reason: string | null;
	/** Moment at which a draft will be released; null: when somebody does so. */
	release_at: string | null;
	/** Edition of the canonical text that its seal is made of (`life/canonical.ts`). */
	sealed_as: Generated<number>;
}

interface AcceptedFindingTable {
	publication_id: number;
	code: string;
	/** How many findings of this kind the file had. */
	findings: number;
	because: string;
	/** The first of them: where, value, what was expected. */
	examples: string;
}

export interface ChainEntryTable {
	position: number;
	event:
		'release' | 'renewal' | 'withdrawal' | 'reply' | 'reply_withdrawal' | 'package' | 'agreement';
	/** Of what it is: one of the four. */
	publication_id: number | null;
	reply_id: number | null;
	package_version: number | null;
	proposal_step_id: number | null;
	happened_at: string;
	/** SHA-256 of what was released or said, or of the withdrawal. */
	content: string;
	/** SHA-256 of the link before it and of this entry. */
	link: string;
	/** Who made the change; null, like the two below, of a link from before links were signed. */
	made_by: Generated<string | null>;
	/** The public key, base64url. */
	signed_by: Generated<string | null>;
	/** Of the link and who made it. */
	signature: Generated<string | null>;
}

interface VersionPackageTable {
	/** Position in the chain of the last event that counts. */
	version: number;
	/** The day of that event. */
	known: Day;
	/** Of the content, hexadecimal. */
	sha256: string;
	/** A zip. */
	content: Uint8Array;
}

export interface ReleaseCalendarTable {
	series: string;
	reference_date: Day;
	expected_by: Day;
	basis: 'law' | 'decision' | 'pattern' | 'expectation';
	source: string;
	/** Null: it came with the start data set. */
	publication_id: number | null;
}

export interface MunicipalityTable {
	nis_code: string;
	name: string;
	province_code: string;
	arrondissement_code: string;
	valid_from: Day;
	valid_to: Day | null;
	longitude: number | null;
	latitude: number | null;
	area_km2: number | null;
	publication_id: number;
}

/** What a municipality was registered as, until another publication said something else. */
interface EarlierMunicipalityTable {
	nis_code: string;
	name: string;
	province_code: string;
	arrondissement_code: string;
	valid_from: Day;
	valid_to: Day | null;
	publication_id: number;
	replaced_by: number;
}

export interface SuccessionTable {
	predecessor: string;
	successor: string;
	effective_on: Day;
	publication_id: number;
}

export interface NeighbourTable {
	structure_on: Day;
	nis_a: string;
	nis_b: string;
}

export interface RegionTable {
	slug: string;
	code: string;
	name: string;
	kind: RegionKind;
	valid_from: Day | null;
	valid_to: Day | null;
	attested_from: Day | null;
	note: string | null;
	publication_id: number;
}

export interface RegionMembershipTable {
	region: string;
	nis_code: string;
	valid_from: Day;
	valid_to: Day | null;
	publication_id: number;
}

export interface IndicatorTable {
	code: string;
	unit: string;
}

export interface ObservationTable {
	publication_id: number;
	nis_code: string;
	indicator: string;
	reference_date: Day;
	value: number | null;
	status: Status;
	note: string | null;
	place_sheet: string | null;
	place_row: number | null;
	place_column: string | null;
}

export interface RegionObservationTable {
	publication_id: number;
	region: string;
	indicator: string;
	reference_date: Day;
	value: number | null;
	status: Status;
	note: string | null;
}

export interface ObjectiveSchemeTable {
	code: string;
	name: string;
	tenure: 'rental' | 'purchase' | 'plots' | 'rental_voluntary' | 'local';
	status: 'in_force' | 'ended' | 'in_preparation' | 'unknown';
	starts_on: Day | null;
	deadline: Day | null;
	baseline_on: Day | null;
	households_on: Day | null;
	/** Name of its series of homes that count; '' for those without a name. */
	figures: string | null;
	cap_basis_points: number | null;
	catch_up_basis_points: number | null;
	legal_reference: string;
	note: string | null;
	publication_id: number;
}

export interface SchemeRuleTable {
	scheme: string;
	code: string;
	position: number;
	kind: 'component' | 'limit' | 'apart' | 'lever';
	name: string;
	about: string;
	/** Hundredths of a per cent: 900 is 9 %. */
	basis_points: number | null;
	legal_reference: string;
	publication_id: number;
	/** Last day on which `about` holds as it is said; null: it does not end. */
	holds_until: Day | null;
	/** What is said after that day, in the past tense. */
	afterwards: string | null;
}

export interface SchemeDateTable {
	scheme: string;
	day: Day;
	about: string;
	/** What is said after the day, of something announced for it; null: `about` says it for good. */
	afterwards: string | null;
	legal_reference: string | null;
	publication_id: number;
}

/** What is said of a regime beside its rules and dates, and how sure it is. */
export interface LawStatementTable {
	scheme: string;
	code: string;
	position: number;
	says: string;
	holds_until: Day | null;
	afterwards: string | null;
	/** Whether a source says that it happened; else what is said afterwards could not be verified. */
	verified: boolean;
	certainty: LawCertainty;
	/** Who says it; of what was not found, where it was looked for. */
	publication_id: number;
}

/** What a publication says of places beside the figures of a series. */
export interface MentionTable {
	publication_id: number;
	/** Tells it from what else the publication says. */
	code: string;
	/** NIS codes with a space between: of all these together. Or the slug of a region. */
	places: string;
	kind: MentionKind;
	/** Null when it is said in words. */
	value: number | null;
	unit: MentionUnit | null;
	/** Day, month or year of which it is said, as far as the source names it: YYYY-MM-DD, YYYY-MM or YYYY. */
	true_on: string | null;
	provisional: Generated<boolean>;
	/** Dutch: what is counted, by whom, and what is doubtful. */
	says: string;
}

export interface ObjectiveTable {
	publication_id: number;
	scheme: string;
	nis_code: string;
	component: ObjectivePart;
	value: number | null;
	status: 'compulsory' | 'exempt' | 'none' | 'provisional';
	attested_on: Day | null;
	note: string | null;
}

export interface RegionObjectiveTable {
	publication_id: number;
	scheme: string;
	region: string;
	component: 'total' | 'stated' | 'voluntary';
	value: number;
	note: string | null;
	/** The upper end of a range that begins at `value`. */
	value_up_to: number | null;
}

export interface TestRoundTable {
	year: number;
	measured_on: Day;
	/** Hundredths of a per cent of the objective: 7952 is 79.52 %. */
	threshold_realised: number | null;
	threshold_with_planned: number | null;
	legal_reference: string;
	note: string | null;
	publication_id: number;
}

export interface TestResultTable {
	publication_id: number;
	year: number;
	nis_code: string;
	category: Category;
	provisional: boolean;
	note: string | null;
}

export interface TestCountTable {
	publication_id: number;
	year: number;
	category: Category;
	/** In this category, of all that were tested; null when the source says it in words only, which are in the note. */
	municipalities: number | null;
	tested: number;
	provisional: boolean;
	note: string | null;
}

export interface RegionalGoalTable {
	publication_id: number;
	region: string;
	kind: GoalKind;
	/** First day on which it holds; null: the source names none, as far as we know it always did. */
	holds_from: Day | null;
	/** Indicators whose quotient is the share; null for a norm for new building, which is a part of each project. */
	numerator: string | null;
	denominator: string | null;
	/** Hundredths of a per cent: 1100 is 11 %. */
	share_basis_points: number | null;
	base_date: Day | null;
	deadline: Day | null;
	adopted_on: Day | null;
	certainty: Certainty;
	note: string | null;
}

/** What is asked for a target group, or is there for it; a part that no sum takes in. */
export interface TargetGroupPartTable {
	publication_id: number;
	/** One of the two. */
	nis_code: string | null;
	region: string | null;
	target_group: TargetGroup;
	kind: PartKind;
	part_of: PartOf;
	reference_date: Day;
	/** Homes, when `part_of` is `dwellings`; else null, and the share is filled. */
	value: number | null;
	/** Hundredths of a per cent: 400 is 4 %. */
	share_basis_points: number | null;
	/** Of an objective: the regime that it is a part of. */
	scheme: string | null;
	deadline: Day | null;
	certainty: Certainty;
	note: string | null;
}

export interface CooperationTable {
	id: Generated<number>;
	publication_id: number;
	nis_code: string | null;
	region: string | null;
	kind: 'actor' | 'instrument' | 'goal';
	item: string;
	status: string;
	detail: string | null;
	as_of: Day;
	section: string | null;
}

interface BoundarySetTable {
	id: Generated<number>;
	publisher: string;
	title: string;
	url: string | null;
	licence: string | null;
	/** The line under each map. */
	credit: string;
	published_on: Day | null;
	file_name: string;
	sha256: string;
	format: string;
	/** Name of the system of coordinates of the file. */
	coordinates: string;
	/** The one day of which the structure was taken from the file; null: all that it holds. */
	asked_on: Day | null;
	imported_at: Generated<string>;
}

interface BoundaryTable {
	boundary_set: number;
	nis_code: string;
	valid_from: Day;
	valid_to: Day | null;
	/** As `encodeShape` of `domain/area-shape.ts` writes it. */
	shape: string;
}

interface ReplyTable {
	id: Generated<number>;
	nis_code: string;
	/** A quantity or indicator. */
	figure: string;
	reference_date: Day;
	/** Dutch, at most 280 characters as a reader counts them. */
	words: string;
	/** Day of the note of the municipality. */
	given_on: Day;
	known_from: Day;
	/** The role or office that stands for it, never a person. */
	given_by: string;
	/** Of the letter or decision. */
	reference: string | null;
	withdrawn_on: Day | null;
	withdrawn_why: string | null;
}

interface AccountTable {
	id: Generated<number>;
	/** Address of the provider that knows this person; `local`: whoever sits at this machine. */
	issuer: string;
	/** By which that provider knows this person. */
	subject: string;
	/** Shown inside the desk only. */
	name: string;
	organisation_code: string | null;
	organisation: string | null;
	/** At the last sign-in, with blanks between. */
	roles: string;
	signed_in_at: string | null;
	blocked_at: string | null;
}

interface OrganisationTable {
	code: string;
	name: string;
	/** The municipality that it is; null: none, or not said yet. */
	nis_code: string | null;
	/** The region for which it works. */
	region: string | null;
}

interface SessionTable {
	/** SHA-256 of what the browser holds. */
	token_hash: string;
	account_id: number;
	/** For which it was opened, with blanks between. */
	roles: string;
	began_at: string;
	seen_at: string;
	ends_at: string;
	/** With which the provider is asked to end its own session. */
	id_token: string | null;
}

interface SignInTable {
	/** SHA-256 of what the browser holds until it comes back. */
	browser_hash: string;
	state: string;
	nonce: string;
	verifier: string;
	/** Path of the desk to go to afterwards. */
	return_to: string;
	began_at: string;
}

interface DeskLinkTable {
	/** SHA-256 of what the printed link holds. */
	token_hash: string;
	made_at: string;
}

interface HandlingTable {
	publication_id: number;
	entered_by: number;
	entered_at: string;
	/** Never who entered it, but for whoever sits at this machine. */
	approved_by: number | null;
	approved_at: string | null;
	/** SHA-256 of what was approved. */
	content: string | null;
}

interface IntakeTable {
	id: Generated<number>;
	account_id: number;
	handed_in_at: string;
	file_name: string;
	sha256: string;
	kind: 'figures' | 'boundaries';
	/** What was said of the file, JSON. */
	answers: string;
	/** What the last check told, JSON; null: not checked yet. */
	result: string | null;
	/** The publication that it became. */
	publication_id: number | null;
	closed_at: string | null;
	/** Who wrote boundaries: never who handed them in, but for whoever sits at this machine. */
	approved_by: number | null;
}

interface IntakePartTable {
	intake_id: number;
	/** Counted from 0. */
	position: number;
	content: Uint8Array;
}

interface ReadingTemplateTable {
	/** In lower case. */
	publisher: string;
	/** What is said again of the next file, JSON. */
	answers: string;
	kept_at: string;
}

export interface DeskLogTable {
	number: Generated<number>;
	happened_at: string;
	door: 'desk' | 'command_line';
	account_id: number | null;
	roles: string;
	organisation: string | null;
	action: string;
	/** Whether it was done; else it was refused. */
	done: boolean;
	publication_id: number | null;
	/** Of the last entry that it added to the chain. */
	chain_position: number | null;
	file_name: string | null;
	sha256: string | null;
	why: string | null;
	detail: string | null;
}

export interface NoticeTable {
	id: Generated<number>;
	received_at: string;
	/** Path and query on this site. */
	page: string;
	/** Of the data, when it was sent. */
	version: number | null;
	words: string;
	/** Where an answer may go; forgotten when the notice is closed. */
	reply_to: string | null;
	state: Generated<'new' | 'looked_at' | 'answered' | 'closed'>;
	answer: string | null;
	handled_by: number | null;
	handled_at: string | null;
}

interface ProposalTable {
	id: Generated<number>;
	/** Slug of the region. */
	region: string;
	name: string;
	/** For whom it was kept. */
	organisation: string;
	/** Share to reach, in basis points. */
	goal: number;
	/** The day of the stock from which it is reckoned, and the one by which the goal is to be reached. */
	stock_on: Day;
	reach_on: Day;
	/** `34022-120,34027-35`: whole dwellings by NIS code. */
	parts: string;
	/** `34022-34027-10`: the first builds so many of the part of the second; blank without exchanges. */
	exchanges: string;
	/** The one that it took the place of. */
	predecessor: number | null;
}

interface ProposalStepTable {
	id: Generated<number>;
	proposal_id: number;
	state: 'draft' | 'on_the_table' | 'agreed' | 'withdrawn';
	/** The day of the meeting or decision. */
	decided_on: Day;
	/** The day from which the site knows it. */
	known_from: Day;
	/** Why, or where that stands. */
	because: string | null;
	/** Who entered it; null of the command line. */
	account_id: number | null;
}

interface DataStateTable {
	singleton: Generated<boolean>;
	version: number;
	changed_at: string;
}

/** The tables by name; what a row of each is: `db/docs`. */
export interface Schema {
	publication: PublicationTable;
	municipality: MunicipalityTable;
	earlier_municipality: EarlierMunicipalityTable;
	succession: SuccessionTable;
	neighbour: NeighbourTable;
	region: RegionTable;
	region_membership: RegionMembershipTable;
	indicator: IndicatorTable;
	observation: ObservationTable;
	region_observation: RegionObservationTable;
	objective_scheme: ObjectiveSchemeTable;
	scheme_rule: SchemeRuleTable;
	scheme_date: SchemeDateTable;
	law_statement: LawStatementTable;
	mention: MentionTable;
	objective: ObjectiveTable;
	region_objective: RegionObjectiveTable;
	test_round: TestRoundTable;
	test_result: TestResultTable;
	test_count: TestCountTable;
	regional_goal: RegionalGoalTable;
	target_group_part: TargetGroupPartTable;
	cooperation: CooperationTable;
	boundary_set: BoundarySetTable;
	boundary: BoundaryTable;
	data_state: DataStateTable;
	accepted_finding: AcceptedFindingTable;
	chain_entry: ChainEntryTable;
	version_package: VersionPackageTable;
	release_calendar: ReleaseCalendarTable;
	reply: ReplyTable;
	account: AccountTable;
	organisation: OrganisationTable;
	session: SessionTable;
	sign_in: SignInTable;
	desk_link: DeskLinkTable;
	handling: HandlingTable;
	intake: IntakeTable;
	intake_part: IntakePartTable;
	reading_template: ReadingTemplateTable;
	desk_log: DeskLogTable;
	notice: NoticeTable;
	proposal: ProposalTable;
	proposal_step: ProposalStepTable;
}

/** What pages hold: it can read, and the compiler refuses everything else. */
export type Reader = ReadonlyKysely<Schema>;
/** What import and the command line hold. */
export type Writer = Kysely<Schema>;
/** A writer inside one transaction; functions that must run whole ask for this type. */
export type WriteTransaction = Transaction<Schema>;
