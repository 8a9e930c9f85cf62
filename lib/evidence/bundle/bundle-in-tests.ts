import { ed25519PublicKey, ed25519Sign } from '#ed25519';
import { concatBytes, hexOf, utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import { formatCheckpointBody } from '../../ledger/checkpoint.ts';
import { cosign, cosignerVkey } from '../../ledger/cosign.ts';
import { EMPTY_ROOT, hashOf, leafHash } from '../../ledger/hash.ts';
import { inclusionProof, treeRoot } from '../../ledger/merkle-tree.ts';
import { formatPolicy } from '../../ledger/policy.ts';
import { signNote } from '../../ledger/signed-note.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import { actorKeyId } from '../actor-key.ts';
import { type LedgerEventId, parseLedgerEventId, parseNetworkKey } from '../event-id.ts';
import { encodeEventLeaf, eventSignedBytes } from '../event-leaf.ts';
import { commitField, type FieldName, payloadRoot, type StatementFieldName } from '../field-commitment.ts';
import { encodeKeyLeaf, keySignedBytes } from '../key-leaf.ts';
import { commitObservation, observationMembership, observationsRoot } from '../observation-commitment.ts';
import { encodeObservationsLeaf } from '../observations-leaf.ts';
import { linkMembership, type PreviousLink, prevRoot } from '../prev-root.ts';
import { encodeStatementLeaf, STATEMENT_KIND } from '../statement-leaf.ts';
import { subjectMembership, subjectsRoot, tagNonce, tagOf } from '../tag.ts';
import type { Bundle, BundleEntry, BundleField, BundleObservation } from './bundle.ts';
import { formatBundle } from './format-bundle.ts';

/** Signers of the log, of its two witnesses and of the seal. */
export const BUNDLE_SIGNERS = {
  log: { name: 'vialog.example/log', seed: new Uint8Array(32).fill(5) },
  witnesses: [
    { name: 'w1.example', seed: new Uint8Array(32).fill(6) },
    { name: 'w2.example', seed: new Uint8Array(32).fill(7) },
  ],
  seal: { name: 'vialog.example/log/bundle', seed: new Uint8Array(32).fill(8) },
} as const;

const PACK = 'https://id.gs1.org/01/09506000134352/21/SN0001';
const OTHER = 'https://id.gs1.org/01/09506000134352/21/SN0002';
const ACTOR = new Uint8Array(16).fill(3);
const ACTOR_SEED = new Uint8Array(32).fill(11);
/** The number of the event that its actor signs. */
const SIGNED = 3;
const at = (ms: number): Instant => {
  const instant = instantOf(ms);
  if (!instant.ok) throw new Error('no instant');
  return instant.value;
};
const START = Date.UTC(2026, 10, 20, 10, 0, 0);
const idOf = (number: number): LedgerEventId => {
  const id = parseLedgerEventId(new Uint8Array(16).fill(number));
  if (!id) throw new Error('16 bytes are an id');
  return id;
};
const saltOf = (text: string): Uint8Array => hashOf(utf8Of(`salt ${text}`));

function networkKey() {
  const key = parseNetworkKey(new Uint8Array(32).fill(1));
  if (!key) throw new Error('32 bytes are a key');
  return key;
}
const tag = (uri: string) => tagOf('sgtin', uri, tagNonce(networkKey(), 'sgtin', uri));

function fieldsOf(label: string, groups: Readonly<Record<string, Json>>): readonly BundleField[] {
  return Object.keys(groups)
    .sort()
    .map((name) => {
      const [value, salt] = [groups[name] ?? null, saltOf(`${label} ${name}`)];
      const commitment = commitField(salt, name as FieldName | StatementFieldName, value);
      return { name, commitment, opening: { value, salt }, erasedBy: undefined };
    });
}

/** An event about both packs, the `number`-th of each. */
function eventOf(number: number): Omit<BundleEntry, 'index' | 'proof'> {
  const fields = fieldsOf(`event ${number}`, {
    what: { action: number === 0 ? 'ADD' : 'OBSERVE', epcList: [PACK, OTHER] },
    when: { eventTime: `2026-11-20T1${number}:00:00Z`, eventTimeZoneOffset: '+00:00' },
    where: { readPoint: { id: 'https://id.gs1.org/414/9506000134352' } },
    'extension https://example.com/person': { name: `Somebody ${number} é` },
  });
  const links: PreviousLink[] = [PACK, OTHER].map((uri) => ({
    tag: tag(uri),
    previous: number === 0 ? undefined : idOf(number),
    counter: BigInt(number),
  }));
  const tags = links.map((link) => link.tag);
  const isSigned = number === SIGNED;
  const fieldsOfLeaf = {
    ...{ eventId: idOf(number + 1), schema: 1, actor: ACTOR },
    actorKeyId: isSigned ? actorKeyId(ed25519PublicKey(ACTOR_SEED)) : new Uint8Array(8),
    ...{ eventTime: at(START + number * 3_600_000), flags: 0, corrects: undefined, ext: new Uint8Array() },
    ...{ subjectsRoot: subjectsRoot(tags), payloadRoot: payloadRoot(fields), prevRoot: prevRoot(links) },
  };
  const leaf = encodeEventLeaf({
    ...fieldsOfLeaf,
    signature: isSigned ? ed25519Sign(ACTOR_SEED, eventSignedBytes(fieldsOfLeaf)) : undefined,
  });
  const stands = subjectMembership(tags, tag(PACK));
  const linked = linkMembership(links, tag(PACK));
  if (!stands || !linked) throw new Error('the event names the pack');
  const previous = number === 0 ? undefined : hexOf(idOf(number));
  const link = { previous, counter: number, proof: linked.proof };
  const naming = {
    subject: 0,
    at: Number(stands.index),
    of: Number(stands.size),
    tagProof: stands.proof,
    link,
  };
  return { leaf, fields, names: [naming] };
}

/** Registers the key that the last event is signed with. */
function registration(): Omit<BundleEntry, 'index' | 'proof'> {
  const publicKey = ed25519PublicKey(ACTOR_SEED);
  const fields = {
    ...({ action: 'add', holder: 'own', actor: ACTOR, time: at(START), publicKey } as const),
    ...{ replaces: undefined, compromisedSince: undefined, signer: undefined },
  };
  const possession = ed25519Sign(ACTOR_SEED, keySignedBytes(fields));
  return { leaf: encodeKeyLeaf({ ...fields, possession, authority: undefined }), fields: [], names: [] };
}

/** Erases the extension of the first event, by the one who reported it. */
function erasure(): Omit<BundleEntry, 'index' | 'proof'> {
  const fields = fieldsOf('erasure', {
    event: hexOf(idOf(1)),
    fields: ['extension https://example.com/person'],
    when: '2026-11-20T15:00:00.000Z',
  });
  const leaf = encodeStatementLeaf({
    ...{ id: idOf(99), kind: STATEMENT_KIND.fieldsErased, actor: ACTOR, time: at(START + 5 * 3_600_000) },
    payloadRoot: payloadRoot(fields),
  });
  return { leaf, fields, names: [] };
}

function observations() {
  const values = [0, 1, 2].map((number) => ({ operation: 'verify', number, verdict: 'supply' }));
  const commitments = values.map((value, n) => commitObservation(saltOf(`seen ${n}`), value));
  const leaf = encodeObservationsLeaf({
    ...{ id: idOf(77), time: at(START), count: values.length, root: observationsRoot(commitments) },
  });
  const [value, commitment] = [values[1], commitments[1]];
  const stands = commitment && observationMembership(commitments, commitment);
  if (!stands || !value) throw new Error('the observation is under the root');
  const opened = { value, salt: saltOf('seen 1'), at: Number(stands.index), of: Number(stands.size) };
  return { leaf, ...opened, path: stands.proof };
}

/** A bundle about a pack with four events, the last of them signed, one erasure and one observation, in a log with other entries between. */
export function bundleInTests(): Bundle {
  const parts = [eventOf(0), eventOf(1), eventOf(2), registration(), eventOf(3), erasure()];
  const seen = observations();
  const filler = (n: number) =>
    encodeStatementLeaf({
      ...{ id: idOf(200 + n), kind: 1, actor: ACTOR, time: at(START), payloadRoot: EMPTY_ROOT },
    });
  const leaves = [...parts.flatMap(({ leaf }, n) => [filler(n), leaf]), seen.leaf, filler(9)];
  const hashes = leaves.map(leafHash);
  const placed = (number: number) => ({ index: BigInt(number), proof: inclusionProof(hashes, number) });
  const text = formatCheckpointBody({
    ...{ origin: BUNDLE_SIGNERS.log.name, size: BigInt(leaves.length), root: treeRoot(hashes) },
  });
  const cosigned = BUNDLE_SIGNERS.witnesses.map((witness) => utf8Of(cosign(text, witness, 1_795_000_000n)));
  const log = signerVkey(BUNDLE_SIGNERS.log);
  const witnesses = BUNDLE_SIGNERS.witnesses.map((signer, n) => ({
    name: `w${n + 1}`,
    vkey: cosignerVkey(signer),
  }));
  const groups = [{ name: 'both', threshold: 2, members: ['w1', 'w2'] }];
  const entries = parts.map((part, n): BundleEntry => ({ ...part, ...placed(2 * n + 1) }));
  const observation: BundleObservation = { ...seen, ...placed(2 * parts.length) };
  return {
    ...{
      about: { kind: 'pack', gtin: '09506000134352', serial: 'SN0001' },
      madeAt: '2026-11-20T16:00:00.000Z',
    },
    ...{ reader: '9506000134352', entries: entries.map(erased), observations: [observation] },
    checkpoint: new TextDecoder().decode(concatBytes(signNote(text, [BUNDLE_SIGNERS.log]), ...cosigned)),
    policy: formatPolicy({ logs: [{ vkey: log }], witnesses, groups, quorum: 'both' }),
    logKeys: [{ vkey: formatVkey(log), fromSize: '0', toSize: undefined }],
    subjects: [{ kind: 'sgtin', id: PACK, nonce: tagNonce(networkKey(), 'sgtin', PACK), whole: true }],
    ...{ rules: { leaf: 1, program: '0.1.0' }, finding: null },
  };
}

/** In the first event the extension's value and salt are gone, and the statement says so. */
function erased(entry: BundleEntry, number: number): BundleEntry {
  if (number !== 0) return entry;
  const fields = entry.fields.map((field) =>
    field.name.startsWith('extension') ? { ...field, opening: undefined, erasedBy: hexOf(idOf(99)) } : field,
  );
  return { ...entry, fields };
}

/** The bundle as a file, sealed. */
export const bundleFileInTests = (bundle: Bundle = bundleInTests()): Uint8Array =>
  formatBundle(bundle, BUNDLE_SIGNERS.log.name, BUNDLE_SIGNERS.seal);

/** The file as JSON that a test may change, and back without a new seal. */
export const jsonOfFile = (file: Uint8Array): Record<string, Json> =>
  JSON.parse(new TextDecoder().decode(file)) as Record<string, Json>;
export const fileOfJson = (json: Json): Uint8Array => utf8Of(canonicalJson(json));
