// What a reading page gains from JavaScript; without it every page works. Keeps nothing, asks only this site.
import { followArrows } from './arrows.ts';
import { sendChoices } from './choices.ts';
import { offerCopies } from './copy.ts';
import { tellMarks } from './marks.ts';
import { suggestWhileTyping } from './suggest.ts';

tellMarks();
followArrows();
suggestWhileTyping();
sendChoices();
offerCopies();
