import { err, ok, type Result } from '../kernel/result.ts';
import { EPC_CLASS_SCHEMES, EPC_SCHEMES, type EpcScheme } from './epc-scheme.ts';
import type { Gs1Id } from './gs1-id.ts';
import { percentDecoded } from './percent-decoded.ts';

/** Why a text is no EPC URN of a GS1 key. `at` counts characters of the URN from 0. */
export type EpcUrnError =
  | { readonly code: 'epc/not-an-epc-urn'; readonly at: number }
  | { readonly code: 'epc/unknown-scheme'; readonly at: number; readonly scheme: string }
  | { readonly code: 'epc/company-prefix'; readonly at: number }
  | { readonly code: 'epc/reference'; readonly at: number }
  | { readonly code: 'epc/length'; readonly at: number }
  | { readonly code: 'epc/serial'; readonly at: number }
  | { readonly code: 'epc/escape'; readonly at: number };

const HEAD = /^urn:epc:(id|class|idpat):([a-z]+):/;

/**
 * Reads an EPC URN: an instance (`urn:epc:id:`), a batch (`urn:epc:class:lgtin:`) or a pattern whose serial is
 * `*` (`urn:epc:idpat:`), and gives the GS1 key it stands for with its check digit computed (Tag Data Standard
 * 6.3, 8). A pattern gives the class alone; the extension `0` of an SGLN means no extension.
 */
export function parseEpcUrn(urn: string): Result<Gs1Id, EpcUrnError> {
  const [head, kind, name = ''] = HEAD.exec(urn) ?? [];
  if (head === undefined) return err({ code: 'epc/not-an-epc-urn', at: 0 });
  const schemes = kind === 'class' ? EPC_CLASS_SCHEMES : EPC_SCHEMES;
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!scheme) return err({ code: 'epc/unknown-scheme', at: head.length - name.length - 1, scheme: name });
  return readParts(urn, head.length, scheme, kind === 'idpat');
}

/** Where the dots behind company prefix and reference stand; a scheme without serial has the first only. */
type Dots = { readonly first: number; readonly second: number };

function readParts(
  urn: string,
  start: number,
  scheme: EpcScheme,
  isPattern: boolean,
): Result<Gs1Id, EpcUrnError> {
  const dots = findDots(urn, start, scheme.serial !== undefined);
  if (!dots.ok) return dots;
  const companyPrefix = urn.slice(start, dots.value.first);
  const reference = readReference(urn, dots.value, scheme, companyPrefix.length);
  if (!reference.ok) return reference;
  const serial = readEnd(urn, dots.value.second + 1, scheme, isPattern);
  return serial.ok ? ok(scheme.id({ companyPrefix, reference: reference.value, ...serial.value })) : serial;
}

function findDots(urn: string, start: number, hasSerial: boolean): Result<Dots, EpcUrnError> {
  const first = urn.indexOf('.', start);
  const prefixEnd = first === -1 ? urn.length : first;
  if (!/^\d{6,12}$/.test(urn.slice(start, prefixEnd))) return err({ code: 'epc/company-prefix', at: start });
  if (first === -1) return err({ code: 'epc/reference', at: urn.length });
  if (!hasSerial) return ok({ first, second: urn.length });
  const second = urn.indexOf('.', first + 1);
  return second === -1 ? err({ code: 'epc/serial', at: urn.length }) : ok({ first, second });
}

function readReference(
  urn: string,
  { first, second }: Dots,
  scheme: EpcScheme,
  prefixLength: number,
): Result<string, EpcUrnError> {
  const at = first + 1;
  const reference = percentDecoded(urn.slice(at, second));
  if (reference === undefined) return err({ code: 'epc/escape', at: urn.indexOf('%', at) });
  if (!scheme.reference.test(reference)) return err({ code: 'epc/reference', at });
  const length = prefixLength + reference.length;
  const fits = length >= scheme.bodyLength.min && length <= scheme.bodyLength.max;
  return fits ? ok(reference) : err({ code: 'epc/length', at });
}

function readEnd(urn: string, at: number, scheme: EpcScheme, isPattern: boolean): SerialPart {
  if (scheme.serial) {
    return isPattern ? readPatternEnd(urn, at, scheme.beforeStar) : readSerial(urn, at, scheme.serial);
  }
  return isPattern ? err({ code: 'epc/serial', at: urn.length }) : ok({});
}

type SerialPart = Result<{ readonly serial?: string }, EpcUrnError>;

function readSerial(urn: string, at: number, allowed: RegExp): SerialPart {
  const serial = percentDecoded(urn.slice(at));
  if (serial === undefined) return err({ code: 'epc/escape', at: urn.indexOf('%', at) });
  return allowed.test(serial) ? ok({ serial }) : err({ code: 'epc/serial', at });
}

/** A pattern names a whole class: what stands behind its second dot ends in `*`. */
function readPatternEnd(urn: string, at: number, beforeStar: RegExp | undefined): SerialPart {
  const written = urn.slice(at);
  if (!beforeStar) return written === '*' ? ok({}) : err({ code: 'epc/serial', at });
  const kept = written.slice(0, -2);
  return written.endsWith('.*') && beforeStar.test(kept)
    ? ok({ serial: kept })
    : err({ code: 'epc/serial', at });
}
