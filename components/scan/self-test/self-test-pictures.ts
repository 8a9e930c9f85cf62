import { datamatrix, drawingSVG } from 'bwip-js/generic';
import { SELF_TEST_SYMBOLS } from '../../../lib/scan/self-test-symbol.ts';
import type { SelfTestPicture } from './self-test-picture.ts';

const FNC1 = '^FNC1';

/** The self-test's symbols as GS1 DataMatrix: FNC1 first, and where separators stand. Drawn on the server: the printer's code is large. */
export const selfTestPictures: readonly SelfTestPicture[] = SELF_TEST_SYMBOLS.map(({ id, text }) => {
  const svg: string = datamatrix(
    {
      bcid: 'datamatrix',
      text: FNC1 + text.replaceAll('\u001d', FNC1),
      parsefnc: true,
      scale: 4,
      padding: 4,
    },
    drawingSVG(),
  );
  return { id, address: `data:image/svg+xml,${encodeURIComponent(svg)}` };
});
