import { CBV_WORDS, type CbvKind, MEASUREMENT_TYPES, SENSOR_ALERTS } from './cbv-words.ts';
import { expandCurie, type Namespaces } from './namespaces.ts';
import { isUri } from './uri.ts';

/** Namespaces that hold the CBV and nothing else: a word of theirs that the CBV lacks is a fault. */
const CLOSED = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/;
const WEB_CBV = /^https?:\/\/(?:ref|ns)\.gs1\.org\/(?:cbv|voc)\//;
const WEB_GS1 = /^https?:\/\/(?:www\.|ref\.)?gs1\.org\/voc\//;
const CLOSED_GS1 = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//;

/**
 * The short name (`shipping`) of a CBV word in any of its spellings: itself, `urn:epcglobal:cbv:bizstep:shipping`,
 * `https://ref.gs1.org/cbv/BizStep-shipping`, `cbv:BizStep-shipping`. Anything else comes back as it is.
 */
export function cbvShortName(kind: CbvKind, text: string, namespaces: Namespaces): string {
  if (!text.includes(':')) return text;
  const { urn, web, words } = CBV_WORDS[kind];
  const full = expandCurie(text, namespaces);
  const word = full.startsWith(`urn:epcglobal:cbv:${urn}:`)
    ? full.slice(`urn:epcglobal:cbv:${urn}:`.length)
    : wordBehind(full, web);
  return word !== undefined && words.has(word) ? word : text;
}

/** `BizStep-shipping` in one of the CBV's web namespaces; drafts wrote `Bizstep-`. */
function wordBehind(full: string, web: string): string | undefined {
  const local = WEB_CBV.test(full) ? full.replace(WEB_CBV, '') : '';
  return local.toLowerCase().startsWith(`${web.toLowerCase()}-`) ? local.slice(web.length + 1) : undefined;
}

const NONE: Namespaces = new Map();

/** May this stand where a word of the CBV or of somebody else's vocabulary is asked for? */
export function isCbvWordOrUri(kind: CbvKind, text: string): boolean {
  if (CBV_WORDS[kind].words.has(text)) return true;
  if (!isUri(text)) return false;
  return !CLOSED.test(text) || cbvShortName(kind, text, NONE) !== text;
}

/** May this stand as the type of a sensor report? */
export const isMeasurementType = (text: string): boolean => isGs1WordOrUri(MEASUREMENT_TYPES, text);

/** May this stand as the exception of a sensor report? */
export const isSensorAlert = (text: string): boolean => isGs1WordOrUri(SENSOR_ALERTS, text);

function isGs1WordOrUri(words: ReadonlySet<string>, text: string): boolean {
  if (words.has(text)) return true;
  if (!isUri(text)) return false;
  return !CLOSED_GS1.test(text) || words.has(text.replace(WEB_GS1, ''));
}
