import { doubledPicture } from './doubled-picture.ts';
import { type ColourPicture, colourOf, greyMiddle } from './grey-picture.ts';
import { sharpenedPicture, smoothedPicture } from './sharpened-picture.ts';

/** The symbologies that are looked for, by the names the decoder has for them. */
export type CodeFormat = 'DataMatrix' | 'QRCode' | 'EANUPC' | 'Code128';

/** One way to look at a frame. */
export type Look = {
  /** What the decoder is given of the frame. */
  readonly picture: 'whole' | 'middle sharpened' | 'middle doubled and sharpened' | 'middle smoothed';
  readonly formats: readonly CodeFormat[];
  /** Lets the decoder close holes in the print, such as those between the dots of an ink jet. */
  readonly denoise: boolean;
};

const PACK: readonly CodeFormat[] = ['DataMatrix'];

/**
 * The looks that frames get in turn. The first is quick and reads what is held well; the doubled and sharpened one reads
 * what is small or out of focus, the smoothed one what is grainy in poor light; one of them looks for other codes, which
 * would cost time on every frame.
 */
const QUICK: Look = { picture: 'whole', formats: PACK, denoise: false };

const LOOKS: readonly Look[] = [
  QUICK,
  { picture: 'middle doubled and sharpened', formats: PACK, denoise: false },
  { picture: 'whole', formats: ['DataMatrix', 'QRCode', 'EANUPC', 'Code128'], denoise: true },
  { picture: 'middle doubled and sharpened', formats: PACK, denoise: false },
  { picture: 'middle smoothed', formats: PACK, denoise: true },
  { picture: 'middle sharpened', formats: PACK, denoise: false },
];

/** How the frame of that number is looked at; frames count from 0 when looking begins. */
export const lookOf = (attempt: number): Look => LOOKS[attempt % LOOKS.length] ?? QUICK;

/** The middle that is doubled: where the frame to aim by is drawn. It bounds the time a look takes. */
const MIDDLE = { width: 520, height: 480 };

const REACH_DOUBLED = 3;
const REACH = 2;

/** What the decoder is given of `frame` for a look. */
export function pictureFor({ picture }: Look, frame: ColourPicture): ColourPicture {
  if (picture === 'whole') return frame;
  const middle = greyMiddle(frame, MIDDLE.width, MIDDLE.height);
  if (picture === 'middle smoothed') return colourOf(smoothedPicture(middle, 1));
  return colourOf(
    picture === 'middle sharpened'
      ? sharpenedPicture(middle, REACH)
      : sharpenedPicture(doubledPicture(middle), REACH_DOUBLED),
  );
}
