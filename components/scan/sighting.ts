import type { ColourPicture } from '../../lib/scan/camera/grey-picture.ts';

/** What the decoder saw in one frame. */
export interface Sighting {
  readonly text: string;
  readonly symbologyIdentifier: string;
  /** True for the square codes that can name a pack. */
  readonly matrix: boolean;
  /** True where the text is whole GS1 data, with its check digits and dates. */
  readonly sound: boolean;
}

/** Reads the codes in a frame. `attempt` counts frames: later ones try harder ways. */
export type DecodeFrame = (frame: ColourPicture, attempt: number) => Promise<readonly Sighting[]>;
