import { base64Of } from '../../kernel/base64.ts';
import { utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { type Hash, hashOf } from '../../ledger/hash.ts';
import { type NoteSigner, signNote } from '../../ledger/signed-note.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type Bundle,
  type BundleEntry,
  type BundleField,
  type BundleNaming,
  type BundleObservation,
  sealText,
} from './bundle.ts';

/**
 * Writes a bundle in its one spelling (RFC 8785) and seals it: `sealer` vouches for what the log does not prove, and `origin` is the log's
 * name. It checks nothing: what is wrong comes out at `verifyBundle`.
 */
export function formatBundle(bundle: Bundle, origin: string, sealer: NoteSigner): Uint8Array {
  const sealed: Json = {
    ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, about: { ...bundle.about } },
    ...{ madeAt: bundle.madeAt, reader: bundle.reader },
    log: {
      ...{ checkpoint: bundle.checkpoint, policy: bundle.policy },
      keys: bundle.logKeys.map((key) => ({ ...key, toSize: key.toSize ?? null })),
    },
    subjects: bundle.subjects.map((subject) => ({ ...subject, nonce: base64Of(subject.nonce) })),
    entries: bundle.entries.map(entryJson),
    observations: bundle.observations.map(observationJson),
    ...{ rules: bundle.rules, finding: bundle.finding, sealKey: formatVkey(signerVkey(sealer)) },
  };
  const seal = signNote(sealText(origin, digestOf(canonicalJson(sealed))), [sealer]);
  return utf8Of(canonicalJson({ ...sealed, seal: new TextDecoder().decode(seal) }));
}

/** SHA-256 of the canonical JSON without the seal, in base64. */
export const digestOf = (sealed: string): string => base64Of(hashOf(utf8Of(sealed)));

const hashes = (proof: readonly Hash[]): Json => proof.map(base64Of);

const entryJson = ({ index, leaf, proof, fields, names }: BundleEntry): Json => ({
  ...{ index: `${index}`, leaf: base64Of(leaf), proof: hashes(proof) },
  ...{ fields: fields.map(fieldJson), names: names.map(namingJson) },
});

const fieldJson = ({ name, commitment, opening, erasedBy }: BundleField): Json => ({
  ...{ name, commitment: base64Of(commitment) },
  ...(opening && { value: opening.value, salt: base64Of(opening.salt) }),
  ...(erasedBy !== undefined && { erasedBy }),
});

const namingJson = ({ subject, at, of, tagProof, link }: BundleNaming): Json => ({
  ...{ subject, at, of, tagProof: hashes(tagProof) },
  link: link ? { previous: link.previous ?? null, counter: link.counter, proof: hashes(link.proof) } : null,
});

const observationJson = ({ index, leaf, proof, value, salt, at, of, path }: BundleObservation): Json => ({
  ...{ index: `${index}`, leaf: base64Of(leaf), proof: hashes(proof) },
  ...{ value, salt: base64Of(salt), at, of, path: hashes(path) },
});
