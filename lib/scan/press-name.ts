import { type KeyStroke, signatureOf } from './key-stroke.ts';
import type { PressName } from './workstation-profile.ts';

/** The name of a press: which key with which modifiers, or what it wrote where the device does not tell the key. */
export const pressNameOf = (stroke: KeyStroke): PressName => signatureOf(stroke) ?? `=${stroke.key}`;
