// What a reading page gains from JavaScript; without it every page works. Keeps nothing, asks only this site.
import { followArrows } from './arrows.ts';
import { sendChoices } from './choices.ts';
import { offerCopies } from './copy.ts';
import { editAndSee } from './edit.ts';
import { changeInPlace } from './in-place.ts';
import { goDark, lightTogether } from './light.ts';
import { giveMarks, tellMarks } from './marks.ts';
import { suggestWhileTyping } from './suggest.ts';
import { shutTerms } from './terms.ts';

/** What every part of a page gains, also one that comes later. */
function enliven(part: ParentNode): void {
	goDark();
	giveMarks(part);
	followArrows(part);
	offerCopies(part);
	suggestWhileTyping(part);
}

enliven(document);
tellMarks();
lightTogether();
sendChoices();
shutTerms();
changeInPlace(enliven);
editAndSee(enliven);
