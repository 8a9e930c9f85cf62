import { toSVG } from 'bwip-js/node';
import { base64Of } from '../../kernel/base64.ts';
import { utf8Of } from '../../kernel/bytes.ts';

/** A QR code (ISO/IEC 18004) of a text, as a data address of an SVG picture. */
export const qrPicture = (text: string): string =>
  `data:image/svg+xml;base64,${base64Of(utf8Of(toSVG({ bcid: 'qrcode', text })))}`;
