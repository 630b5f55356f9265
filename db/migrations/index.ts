import * as foundation from './0001-foundation.ts';
import * as testCounts from './0002-test-counts.ts';
import * as regimesAndGrossFlows from './0003-regimes-and-gross-flows.ts';
import * as wordsOnARound from './0006-words-on-a-round.ts';
import * as boundaries from './0007-boundaries.ts';
import * as lifeOfPublications from './0008-life-of-publications.ts';
import * as rightOfReply from './0009-right-of-reply.ts';
import * as registeredBefore from './0010-what-was-registered-before.ts';
import * as figuresOfARegime from './0011-figures-of-a-regime.ts';
import * as rulesComeIn from './0012-rules-come-in.ts';
import * as packagesOfVersions from './0013-packages-of-versions.ts';
import * as datedStatements from './0015-dated-statements.ts';
import * as signedLinks from './0016-signed-links.ts';
import * as whoMayWrite from './0017-who-may-write.ts';
import * as theDesk from './0018-the-desk.ts';
import * as notices from './0020-notices.ts';
import * as targetGroups from './0021-target-groups.ts';
import * as mentions from './0022-mentions.ts';
import * as cooperationIsSealed from './0023-cooperation-is-sealed.ts';
import * as proposals from './0024-proposals.ts';

/** Every schema step in order of name; a step that has been released is never changed. */
export const migrations = {
	'0001-foundation': foundation,
	'0002-test-counts': testCounts,
	'0003-regimes-and-gross-flows': regimesAndGrossFlows,
	'0006-words-on-a-round': wordsOnARound,
	'0007-boundaries': boundaries,
	'0008-life-of-publications': lifeOfPublications,
	'0009-right-of-reply': rightOfReply,
	'0010-what-was-registered-before': registeredBefore,
	'0011-figures-of-a-regime': figuresOfARegime,
	'0012-rules-come-in': rulesComeIn,
	'0013-packages-of-versions': packagesOfVersions,
	'0015-dated-statements': datedStatements,
	'0016-signed-links': signedLinks,
	'0017-who-may-write': whoMayWrite,
	'0018-the-desk': theDesk,
	'0020-notices': notices,
	'0021-target-groups': targetGroups,
	'0022-mentions': mentions,
	'0023-cooperation-is-sealed': cooperationIsSealed,
	'0024-proposals': proposals
};
