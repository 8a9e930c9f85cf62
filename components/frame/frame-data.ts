import type { ReactNode } from 'react';
import type { FrameRow } from '../../lib/queries/frame.ts';

/** What an organisation is in the chain: decides which places the rail shows. */
export type FrameRole = FrameRow['role'];

/** The state of the log, as the top bar shows it. */
export type PulseData = NonNullable<FrameRow['pulse']>;

/** A demo account to step into with one click. `email` is the value of the field that the form posts. */
export interface DemoRole {
  readonly role: FrameRole;
  readonly organisation: string;
  readonly email: string;
}

export type FormAction = string | ((form: FormData) => void | Promise<void>);

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The places a member can stand at. `moveTo` posts `location`, a GLN, or nothing for all of them. */
export interface OwnPlaces {
  readonly all: FrameRow['places'];
  /** True for who can stand for the whole organisation too. */
  readonly isWhole: boolean;
  readonly current: string | null;
  readonly moveTo: FormAction;
}

export interface AppFrameProps {
  readonly organisation: string;
  readonly location: string | null;
  readonly role: FrameRole;
  readonly person: { readonly name: string; readonly email: string };
  readonly pulse: PulseData | null;
  readonly theme: ThemeChoice;
  readonly signOut: FormAction;
  /** `null` for who is bound to one place. */
  readonly places: OwnPlaces | null;
  /** Present in demo mode only. Posts `email`. */
  readonly demo: { readonly roles: readonly DemoRole[]; readonly switchTo: FormAction } | null;
  readonly children: ReactNode;
}
