/**
 * lib/evidence/bundle: one file that proves, offline, what the log holds about a pack, a batch or a case. docs/bundle.md describes it
 * member by member. {@link formatBundle} writes it, `verifyBundle` checks it.
 */

import type { Json } from '../../kernel/canonical-json.ts';
import type { Hash } from '../../ledger/hash.ts';
import type { SubjectKind } from '../tag.ts';

/** What a file of this kind says of itself. Another layout takes another version. */
export const BUNDLE_FORMAT = 'vialog-bundle';
export const BUNDLE_VERSION = 1;

/** What the bundle is about. */
export type BundleAbout =
  | { readonly kind: 'pack'; readonly gtin: string; readonly serial: string }
  | { readonly kind: 'batch'; readonly gtin: string; readonly lot: string }
  | { readonly kind: 'case'; readonly finding: string };

/** An object whose tag is opened, so that the entries that name it are seen to name it. */
export interface BundleSubject {
  readonly kind: SubjectKind;
  /** The canonical name. */
  readonly id: string;
  readonly nonce: Hash;
  /** True where all events of the object from its first to the last shown here are here, each linked to the one before. */
  readonly whole: boolean;
}

/** The commitment to one group of fields; with value and salt where the reader may see it. */
export interface BundleField {
  readonly name: string;
  readonly commitment: Hash;
  readonly opening: { readonly value: Json; readonly salt: Uint8Array } | undefined;
  /** The statement by which value and salt were erased: 32 hex digits, the id of a statement among the entries. */
  readonly erasedBy: string | undefined;
}

/** How an entry names a subject of the bundle, and how it continues that subject's history. */
export interface BundleNaming {
  /** Number of the subject in {@link Bundle.subjects}. */
  readonly subject: number;
  /** Where the tag stands among the event's tags, and the link among its links: both are sorted by tag. */
  readonly at: number;
  readonly of: number;
  readonly tagProof: readonly Hash[];
  /** Absent where the event before is not the reader's to see. */
  readonly link: BundleLink | undefined;
}

export interface BundleLink {
  /** The object's event before, 32 hex digits; `undefined` where this is its first. */
  readonly previous: string | undefined;
  /** How many events of the object were recorded before. */
  readonly counter: number;
  readonly proof: readonly Hash[];
}

/** One entry of the log: an event, a statement, or a key that signed one of the events, which has neither fields nor names. */
export interface BundleEntry {
  readonly index: bigint;
  readonly leaf: Uint8Array;
  readonly proof: readonly Hash[];
  /** All groups that the leaf commits to, sorted by the bytes of their names. */
  readonly fields: readonly BundleField[];
  readonly names: readonly BundleNaming[];
}

/** A verification or a refused attempt, opened under the leaf that commits to it. */
export interface BundleObservation {
  readonly index: bigint;
  readonly leaf: Uint8Array;
  readonly proof: readonly Hash[];
  readonly value: Json;
  readonly salt: Uint8Array;
  /** Where its commitment stands under the leaf's root. */
  readonly at: number;
  readonly of: number;
  readonly path: readonly Hash[];
}

/** A key that signed heads of the log, as a verifier key of signed notes, and the sizes that it signed. */
export interface BundleLogKey {
  readonly vkey: string;
  readonly fromSize: string;
  readonly toSize: string | undefined;
}

/** All that a bundle says. What the log does not prove (`about`, `reader`, `rules`, `finding`) stands under the operator's seal. */
export interface Bundle {
  readonly about: BundleAbout;
  /** When it was made, ISO 8601. */
  readonly madeAt: string;
  /** GLN of the organisation that it was made for: what it shows is what that reader may see. */
  readonly reader: string;
  /** The signed head with its cosignatures, as the log published it. */
  readonly checkpoint: string;
  /** Whose cosignatures it needs (C2SP tlog-policy), as the log published it. */
  readonly policy: string;
  /** Oldest first. */
  readonly logKeys: readonly BundleLogKey[];
  readonly subjects: readonly BundleSubject[];
  /** In the order of the log. */
  readonly entries: readonly BundleEntry[];
  readonly observations: readonly BundleObservation[];
  /** The versions of the rules that judged, by what they judge. */
  readonly rules: { readonly [name: string]: Json };
  /** Of a case: what the detector says. */
  readonly finding: Json;
}

/** What the operator signs: SHA-256 of the file's canonical JSON without the seal. First and second line tell it from any head of a log. */
export const sealText = (origin: string, digest: string): string =>
  `${BUNDLE_FORMAT}/v${BUNDLE_VERSION}\n${origin}\n${digest}\n`;
