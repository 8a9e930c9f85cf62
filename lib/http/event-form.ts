import { type EpcFormat, parseEpcFormat } from '../epcis/epc-format.ts';
import type { CbvSpelling, XmlVersion } from '../epcis/xml/xml-speech.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';

/** In which form events are asked for. */
export interface EventForm {
  readonly epcFormat: EpcFormat;
  /** Absent where JSON-LD is asked for, which only version 2.0 has. */
  readonly xml: { readonly version: XmlVersion; readonly cbv: CbvSpelling } | undefined;
}

type Media = 'json' | 'xml';

/** What can be given: JSON-LD is JSON. */
const GIVEN: ReadonlyMap<string, Media> = new Map([
  ['*/*', 'json'],
  ['application/*', 'json'],
  ['application/json', 'json'],
  ['application/ld+json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
]);

const SPELLINGS: Readonly<Record<string, CbvSpelling>> = {
  No_Preference: 'urn',
  Always_URN: 'urn',
  Always_Web_URI: 'web',
  Never_Translates: 'received',
};

/**
 * Reads what form of events is asked for (GS1's OpenAPI): `Accept`, `GS1-EPCIS-Max`, `GS1-EPC-Format`, whose absence
 * means Digital Links, and `GS1-CBV-XML-Format`.
 */
export function parseEventForm({ headers }: Request): Result<EventForm, ApiError> {
  const media = mediaIn(headers.get('accept'));
  if (!media) return err({ code: 'media-type/not-acceptable', path: 'Accept' });
  const epcFormat = parseEpcFormat(headers.get('gs1-epc-format') ?? undefined);
  if (!epcFormat) return err({ code: 'header/epc-format', path: 'GS1-EPC-Format' });
  const version = versionIn(headers.get('gs1-epcis-max'));
  if (!version || (media === 'json' && version === '1.2')) {
    const detail = 'JSON is of version 2.0; XML can be given in 2.0 and 1.2.';
    return err({ code: 'media-type/not-acceptable', path: 'GS1-EPCIS-Max', detail });
  }
  if (media === 'json') return ok({ epcFormat, xml: undefined });
  const word = headers.get('gs1-cbv-xml-format') ?? 'No_Preference';
  const cbv = Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined;
  return cbv
    ? ok({ epcFormat, xml: { version, cbv } })
    : err({ code: 'header/cbv-format', path: 'GS1-CBV-XML-Format' });
}

/** The range with the greatest weight, of equals the first (RFC 9110 section 12.5.1); a weight of 0 means: not this one. */
function mediaIn(accept: string | null): Media | undefined {
  let best: { readonly media: Media; readonly weight: number } | undefined;
  for (const range of (accept ?? '*/*').split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const media = GIVEN.get(type);
    const weight = Number(parameters.find((parameter) => /^q=[\d.]+$/.test(parameter))?.slice(2) ?? 1);
    if (media && weight > (best?.weight ?? 0)) best = { media, weight };
  }
  return best?.media;
}

/** The highest version the reader knows; absent, the highest there is. Below 1.2 there is none of ours. */
function versionIn(max: string | null): XmlVersion | undefined {
  if (max === null || /^(?:[2-9]|\d\d+)(?:\.\d+)*$/.test(max)) return '2.0';
  return /^1\.(?:[2-9]|\d\d+)(?:\.\d+)*$/.test(max) ? '1.2' : undefined;
}
