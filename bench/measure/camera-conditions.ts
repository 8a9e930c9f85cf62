import { PLAIN_VIEW, type View } from './camera-frame.ts';
import type { Random } from './random.ts';

/** A way in which a symbol is held before the camera. */
export interface Condition {
  readonly name: string;
  view(random: Random): View;
}

const plain = (name: string, difference: Partial<View>): Condition => ({
  name,
  view: () => ({ ...PLAIN_VIEW, ...difference }),
});

const turned = (name: string, difference: Partial<View>): Condition => ({
  name,
  view: (random) => ({ ...PLAIN_VIEW, rotation: random() * 360, ...difference }),
});

const held = (name: string, difference: Partial<View>, least = 3.5, most = 5.5): Condition => ({
  name,
  view: (random) => ({
    ...PLAIN_VIEW,
    rotation: random() * 360,
    tilt: 20,
    tiltAxis: random() * 360,
    modulePixels: least + (most - least) * random(),
    offsetX: (random() - 0.5) * 120,
    offsetY: (random() - 0.5) * 90,
    noise: 8,
    shade: 0.4,
    text: true,
    ...difference,
  }),
});

/** As most people hold a pack: any rotation, tilt, out of focus, half in shade, print around it, small modules. */
export const TYPICAL = held('hand-held typical', { blur: 0.45 });

/** What the table tells of, from easy to hard. */
export const CONDITIONS: readonly Condition[] = [
  plain('upright', {}),
  turned('any rotation', {}),
  turned('tilt 30 degrees', { tilt: 30 }),
  turned('tilt 45 degrees', { tilt: 45 }),
  turned('contrast 100 to 140', { ink: 100, paper: 140 }),
  turned('noise 40', { noise: 40 }),
  turned('blur 0.5 module', { blur: 0.5 }),
  turned('blur 0.6 module', { blur: 0.6 }),
  turned('module of 2 pixels', { modulePixels: 2 }),
  turned('module of 3 pixels', { modulePixels: 3 }),
  turned('module of 4 pixels', { modulePixels: 4 }),
  plain('print loss of a quarter module', { growth: -0.25 }),
  plain('print growth of a quarter module', { growth: 0.25 }),
  plain('off centre by 150 pixels', { offsetX: 150, offsetY: 60 }),
  held('hand-held good', { blur: 0.3, noise: 6, tilt: 15 }),
  held('hand-held fair', { blur: 0.35 }),
  TYPICAL,
  held('hand-held poor', { blur: 0.65, ink: 70, paper: 170 }),
  held('large modules, out of focus', { blur: 0.45 }, 6, 9),
];
