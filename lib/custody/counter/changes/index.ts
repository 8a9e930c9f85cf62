import type { ChangeRule } from '../change-rule.ts';
import type { ChangeKind } from '../counter-request.ts';
import { active } from './active.ts';
import { destroyed } from './destroyed.ts';
import { exported } from './exported.ts';
import { freeSample } from './free-sample.ts';
import { locked } from './locked.ts';
import { sample } from './sample.ts';
import { stolen } from './stolen.ts';

/** The rule of each state that a pack can be asked into. */
export const CHANGE_RULES: Readonly<Record<ChangeKind, ChangeRule>> = {
  active,
  destroyed,
  exported,
  sample,
  'free-sample': freeSample,
  locked,
  stolen,
};
