import { compareBytes, equalBytes, hexOf, parseHex, utf8Of } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type Hash, leafHash } from '../../ledger/hash.ts';
import { verifyInclusion } from '../../ledger/inclusion.ts';
import { isOpening } from '../commitment.ts';
import { parseLedgerEventId } from '../event-id.ts';
import type { EventLeaf } from '../event-leaf.ts';
import { commitField, type FieldName, payloadRoot } from '../field-commitment.ts';
import { type Leaf, parseLeaf } from '../leaf.ts';
import { verifyMembership } from '../membership.ts';
import { linkBytes } from '../prev-root.ts';
import { tagOf, verifySubject } from '../tag.ts';
import type { BundleEntry, BundleField, BundleNaming, BundleSubject } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import type { ProvenHead } from './check-head.ts';

/** An entry that stands in the log as the bundle says. */
export interface ProvenEntry {
  readonly index: bigint;
  readonly leaf: Leaf;
  /** The id of an event, statement or key, 32 hex digits. */
  readonly id: string;
  /** What its leaf commits to, with the values that are shown. */
  readonly fields: readonly ProvenField[];
}

export interface ProvenField {
  readonly name: string;
  readonly state: 'shown' | 'withheld' | 'erased';
  /** Null where it is not shown. */
  readonly value: Json;
}

/** Checks an entry: that the tree holds it, that the fields are those it commits to, and that it names the subjects. Throws {@link BundleRefusal}. */
export function checkEntry(
  entry: BundleEntry,
  subjects: readonly BundleSubject[],
  head: ProvenHead,
  place: string,
): ProvenEntry {
  const { index, proof, fields } = entry;
  const leaf = provenLeaf({ index, proof, leaf: entry.leaf }, head, place);
  if (leaf.type === 'key' && fields.length + entry.names.length === 0)
    return { index, leaf, id: hexOf(leaf.id), fields: [] };
  if (leaf.type !== 'event' && leaf.type !== 'statement')
    throw new BundleRefusal('bundle/leaf', `${place}/leaf`, leaf.type);
  checkFields(fields, leaf.payloadRoot, `${place}/fields`);
  if (leaf.type === 'statement' && entry.names.length > 0)
    throw new BundleRefusal('bundle/subject', `${place}/names`);
  for (const [at, naming] of entry.names.entries())
    if (leaf.type === 'event') checkNaming(naming, leaf, subjects, `${place}/names/${at}`);
  const id = hexOf(leaf.type === 'event' ? leaf.eventId : leaf.id);
  return { index, leaf, id, fields: fields.map(provenField) };
}

/** The leaf at its place in the tree. Throws {@link BundleRefusal}. */
export function provenLeaf(
  { index, leaf, proof }: Pick<BundleEntry, 'index' | 'leaf' | 'proof'>,
  { checkpoint }: ProvenHead,
  place: string,
): Leaf {
  const parsed = parseLeaf(leaf);
  if (!parsed.ok) throw new BundleRefusal('bundle/leaf', `${place}/leaf`, parsed.error.code);
  const included = verifyInclusion(leafHash(leaf), index, checkpoint.size, proof, checkpoint.root);
  if (!included.ok) throw new BundleRefusal('bundle/inclusion', place, included.error.code);
  return parsed.value;
}

function checkFields(fields: readonly BundleField[], root: Hash, place: string): void {
  fields.forEach(({ name }, at) => {
    const before = fields[at - 1];
    if (before && compareBytes(utf8Of(before.name), utf8Of(name)) >= 0)
      throw new BundleRefusal('bundle/fields', `${place}/${at}`, 'order');
  });
  if (!equalBytes(payloadRoot(fields), root)) throw new BundleRefusal('bundle/fields', place);
  for (const [at, field] of fields.entries())
    if (!opens(field)) throw new BundleRefusal('bundle/opening', `${place}/${at}`, field.name);
}

function opens({ name, commitment, opening }: BundleField): boolean {
  if (!opening) return true;
  const { salt, value } = opening;
  return (
    isOpening({ name, value, salt }) && equalBytes(commitField(salt, name as FieldName, value), commitment)
  );
}

function checkNaming(
  { subject: number, at, of, tagProof, link }: BundleNaming,
  leaf: EventLeaf,
  subjects: readonly BundleSubject[],
  place: string,
): void {
  const subject = subjects[number];
  if (!subject?.id.isWellFormed()) throw new BundleRefusal('bundle/subject', place);
  const stands = { index: BigInt(at), size: BigInt(of) };
  if (!verifySubject(subject, { ...stands, proof: tagProof }, leaf.subjectsRoot).ok)
    throw new BundleRefusal('bundle/subject', place);
  if (!link) return;
  const { previous, counter, proof } = link;
  const said = linkBytes({
    tag: tagOf(subject.kind, subject.id, subject.nonce),
    previous: previous === undefined ? undefined : parseLedgerEventId(parseHex(previous) ?? NOTHING),
    counter: BigInt(counter),
  });
  if (!verifyMembership(said, { ...stands, proof }, leaf.prevRoot).ok)
    throw new BundleRefusal('bundle/link', `${place}/link`);
}

const NOTHING = new Uint8Array();

const provenField = ({ name, opening, erasedBy }: BundleField): ProvenField => ({
  name,
  state: opening ? 'shown' : erasedBy === undefined ? 'withheld' : 'erased',
  value: opening?.value ?? null,
});
