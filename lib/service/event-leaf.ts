import type { OrgScope } from '../custody/org-scope.ts';
import { fieldGroupsOf } from '../evidence/event-fields.ts';
import { actorPseudonym, ID_BYTES, type LedgerEventId, parseLedgerEventId } from '../evidence/event-id.ts';
import {
  EVENT_FLAG,
  encodeEventLeaf,
  eventSignedBytes,
  type SignedEventFields,
} from '../evidence/event-leaf.ts';
import { type PreviousLink, prevRoot } from '../evidence/prev-root.ts';
import { subjectTagger } from '../evidence/subject-tagger.ts';
import { subjectsRoot } from '../evidence/tag.ts';
import type { ObjectKind } from '../gs1/object-key.ts';
import { parseHex } from '../kernel/bytes.ts';
import type { Hash } from '../ledger/hash.ts';
import type { FieldCommitments } from '../store/event-record.ts';
import type { LogPlace } from '../store/lock-objects.ts';
import { type SealedFields, sealFields } from '../store/seal-fields.ts';
import type { NamedEvent } from './named-event.ts';

/** The version of the payload's field groups. */
const SCHEMA = 1;

/** An object that the event names, where it stood in the log before; `undefined`: nobody has named it yet. */
export interface Subject {
  readonly kind: ObjectKind;
  readonly uri: string;
  readonly place: LogPlace | undefined;
}

/** What the leaf says beside the event itself. */
export interface LeafFacts {
  readonly subjects: readonly Subject[];
  readonly corrects: string | undefined;
  readonly imported: boolean;
  readonly documentSha256: string;
  /** The salts of a leaf that was handed out for signing; without them they are fresh. */
  readonly salts?: Uint8Array | undefined;
}

/** A leaf that nobody has signed yet. */
export interface LeafDraft {
  readonly fields: Omit<SignedEventFields, 'actorKeyId'>;
  readonly sealed: SealedFields;
  readonly prevRoot: Hash;
}

/** Whose signature a leaf bears. */
export interface LeafSigner {
  /** 8 bytes in lower-case hex. */
  readonly keyId: string;
  readonly platformHeld: boolean;
}

/** The bytes that the log will commit to, and what opens their payload. */
export interface EventLeafBytes {
  readonly leaf: Uint8Array;
  readonly fields: FieldCommitments;
}

/** Works out the leaf of an event that is about to be recorded (ledger.md 3.2), up to its signature. */
export function draftLeaf(scope: OrgScope, named: NamedEvent, facts: LeafFacts): LeafDraft {
  const sealed = committedFields(named, facts);
  const tag = subjectTagger(named.key);
  const links = facts.subjects.map((subject) => linkOf(tag, subject));
  const fields = {
    eventId: named.ledgerId,
    schema: SCHEMA,
    actor: actorPseudonym(named.key, scope.organisation),
    eventTime: named.event.eventTime,
    flags: flagsOf(scope, facts),
    subjectsRoot: subjectsRoot(links.map(({ tag }) => tag)),
    payloadRoot: sealed.root,
    corrects: facts.corrects === undefined ? undefined : eventIdOf(facts.corrects),
    ext: new Uint8Array(),
  };
  return { fields, sealed, prevRoot: prevRoot(links) };
}

/** What `signer` signs of a leaf. */
export const bytesToSign = (draft: LeafDraft, signer: LeafSigner): Uint8Array =>
  eventSignedBytes(fieldsOf(draft, signer));

/** The leaf with its signature, which is one over {@link bytesToSign}. */
export function signedLeaf(draft: LeafDraft, signer: LeafSigner, signature: Uint8Array): EventLeafBytes {
  const leaf = encodeEventLeaf({ ...fieldsOf(draft, signer), signature, prevRoot: draft.prevRoot });
  return { leaf, fields: draft.sealed.kept };
}

const fieldsOf = ({ fields }: LeafDraft, { keyId, platformHeld }: LeafSigner): SignedEventFields => ({
  ...fields,
  actorKeyId: parseHex(keyId) ?? new Uint8Array(),
  flags: fields.flags | (platformHeld ? EVENT_FLAG.platformHeldKey : 0),
});

function committedFields(named: NamedEvent, { documentSha256, salts }: LeafFacts): SealedFields {
  return sealFields(fieldGroupsOf(named.event, { eventHash: named.eventHash, documentSha256 }), salts);
}

function linkOf(tag: ReturnType<typeof subjectTagger>, { kind, uri, place }: Subject): PreviousLink {
  return {
    tag: tag(kind, uri),
    previous: place?.headEvent === undefined ? undefined : eventIdOf(place.headEvent),
    counter: BigInt(place?.counter ?? 0),
  };
}

function flagsOf(scope: OrgScope, { corrects, imported }: LeafFacts): number {
  return (
    (corrects === undefined ? 0 : EVENT_FLAG.correction) |
    (imported ? EVENT_FLAG.imported : 0) |
    (scope.sandbox ? EVENT_FLAG.sandbox : 0)
  );
}

/** References of our own making; another text is a fault of ours. */
function eventIdOf(ref: string): LedgerEventId {
  const id = parseLedgerEventId(parseHex(ref) ?? new Uint8Array());
  if (!id) throw new Error(`not a reference of ${ID_BYTES} bytes`);
  return id;
}
