import { isFinalAct } from '../custody/final-acts.ts';
import type { EventSighting } from './sighting.ts';

/** Does the event give packs out of the chain? Destroying what is gone, and reporting it stolen, hand it to nobody. */
export const isHandingOut = ({ claim: { act, corrects } }: EventSighting): boolean =>
  corrects === undefined && isFinalAct(act) && act !== 'destroy' && act !== 'steal';
