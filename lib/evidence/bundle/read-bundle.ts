import { canonicalJson } from '../../kernel/canonical-json.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type Bundle,
  type BundleAbout,
  type BundleEntry,
  type BundleField,
  type BundleLink,
  type BundleLogKey,
  type BundleNaming,
  type BundleObservation,
  type BundleSubject,
} from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import { JsonView } from './json-view.ts';
import { parseBundleJson } from './parse-bundle-json.ts';

/** A bundle as it was written, with the seal that stands on it. Nothing of it has been checked. */
export interface ReadBundle {
  readonly bundle: Bundle;
  /** A signed note by `sealKey`. */
  readonly seal: string;
  readonly sealKey: string;
  /** The text of the file without its seal: what the seal is over. */
  readonly sealed: string;
}

const KINDS = ['sgtin', 'lgtin', 'sscc', 'grai', 'giai', 'other'] as const;

/** Reads a bundle by its shape alone. Throws {@link BundleRefusal}. */
export function readBundle(bytes: Uint8Array): ReadBundle {
  const { json, text } = parseBundleJson(bytes);
  if (json['format'] !== BUNDLE_FORMAT) throw new BundleRefusal('bundle/format', '/format');
  if (json['version'] !== BUNDLE_VERSION) throw new BundleRefusal('bundle/version', '/version');
  const file = new JsonView(json, '').members([
    ...(['format', 'version', 'about', 'madeAt', 'reader', 'log', 'subjects', 'entries'] as const),
    ...(['observations', 'rules', 'finding', 'sealKey', 'seal'] as const),
  ]);
  const log = file.log.members(['checkpoint', 'policy', 'keys']);
  return {
    bundle: {
      ...{ about: readAbout(file.about), madeAt: file.madeAt.text(), reader: file.reader.text() },
      ...{ checkpoint: log.checkpoint.text(), policy: log.policy.text(), logKeys: log.keys.list(readLogKey) },
      subjects: file.subjects.list(readSubject),
      entries: file.entries.list(readEntry),
      observations: file.observations.list(readObservation),
      rules: readRules(file.rules),
      finding: file.finding.json,
    },
    ...{ seal: file.seal.text(), sealKey: file.sealKey.text() },
    sealed: withoutSeal(text, file.seal.text()),
  };
}

/**
 * Takes the seal out of the text of a file whose shape is known: its members are sorted, so the seal stands right before its key, and what
 * follows has no member of this name. Cutting takes less memory than writing all the rest again.
 */
function withoutSeal(text: string, seal: string): string {
  const member = `"seal":${canonicalJson(seal)},`;
  const at = text.lastIndexOf(`${member}"sealKey":`);
  return text.slice(0, at) + text.slice(at + member.length);
}

function readAbout(view: JsonView): BundleAbout {
  const { kind } = view.members(
    ['kind', 'gtin', 'serial', 'lot', 'finding'],
    ['gtin', 'serial', 'lot', 'finding'],
  );
  switch (kind.oneOf(['pack', 'batch', 'case'])) {
    case 'pack': {
      const { gtin, serial } = view.members(['kind', 'gtin', 'serial']);
      return { kind: 'pack', gtin: gtin.text(), serial: serial.text() };
    }
    case 'batch': {
      const { gtin, lot } = view.members(['kind', 'gtin', 'lot']);
      return { kind: 'batch', gtin: gtin.text(), lot: lot.text() };
    }
    case 'case':
      return { kind: 'case', finding: view.members(['kind', 'finding']).finding.text() };
  }
}

function readLogKey(view: JsonView): BundleLogKey {
  const { vkey, fromSize, toSize } = view.members(['vkey', 'fromSize', 'toSize']);
  return {
    ...{ vkey: vkey.text(), fromSize: `${fromSize.decimal()}` },
    toSize: toSize.maybe((size) => `${size.decimal()}`),
  };
}

function readSubject(view: JsonView): BundleSubject {
  const { kind, id, nonce, whole } = view.members(['kind', 'id', 'nonce', 'whole']);
  return { kind: kind.oneOf(KINDS), id: id.text(), nonce: nonce.hash(), whole: whole.flag() };
}

function readEntry(view: JsonView): BundleEntry {
  const { index, leaf, proof, fields, names } = view.members(['index', 'leaf', 'proof', 'fields', 'names']);
  return {
    ...{ index: index.decimal(), leaf: leaf.bytes(), proof: proof.proof() },
    ...{ fields: fields.list(readField), names: names.list(readNaming) },
  };
}

function readField(view: JsonView): BundleField {
  const all = view.members(
    ['name', 'commitment', 'value', 'salt', 'erasedBy'],
    ['value', 'salt', 'erasedBy'],
  );
  const committed = { name: all.name.text(), commitment: all.commitment.hash() };
  const erasedBy = all.erasedBy.maybe((id) => id.id());
  if (all.salt.json === null && all.value.json === null)
    return { ...committed, opening: undefined, erasedBy };
  if (erasedBy !== undefined) return view.refuse('erasedBy');
  return { ...committed, opening: { value: all.value.json, salt: all.salt.salt() }, erasedBy };
}

function readNaming(view: JsonView): BundleNaming {
  const { subject, at, of, tagProof, link } = view.members(['subject', 'at', 'of', 'tagProof', 'link']);
  return {
    ...{ subject: subject.count(), at: at.count(), of: of.count(), tagProof: tagProof.proof() },
    link: link.maybe(readLink),
  };
}

function readLink(view: JsonView): BundleLink {
  const { previous, counter, proof } = view.members(['previous', 'counter', 'proof']);
  return {
    previous: previous.maybe((id) => id.id()),
    counter: counter.count(),
    proof: proof.proof(),
  };
}

function readObservation(view: JsonView): BundleObservation {
  const all = view.members(['index', 'leaf', 'proof', 'value', 'salt', 'at', 'of', 'path']);
  return {
    ...{ index: all.index.decimal(), leaf: all.leaf.bytes(), proof: all.proof.proof() },
    ...{ value: all.value.json, salt: all.salt.salt() },
    ...{ at: all.at.count(), of: all.of.count(), path: all.path.proof() },
  };
}

function readRules(view: JsonView): Bundle['rules'] {
  const { json } = view;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return view.refuse();
  return json as Bundle['rules'];
}
