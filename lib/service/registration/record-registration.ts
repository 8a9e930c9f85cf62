import type { OrgScope } from '../../custody/org-scope.ts';
import { sgtinUri } from '../../gs1/digital-link.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import { parseSerial } from '../../gs1/serial.ts';
import { momentOf } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { allInOrder } from '../../store/all-in-order.ts';
import { loadChunk, type RegistrationChunk } from '../../store/registration-chunks.ts';
import type { FaultyRegistrationRow } from '../../store/registration-faults.ts';
import { completeRegistration, type Registration } from '../../store/registrations.ts';
import { inTransaction, type Tx } from '../../store/transaction.ts';
import { type Occasion, occasionOf, ownEvent, staysHere } from '../own-event.ts';
import { ensureSigningKey } from '../platform-key.ts';
import { recordNamed } from '../record-event.ts';
import type { EventToRecord, RecordError } from '../recorded-event.ts';
import { unmovedBy } from '../unmoved-packs.ts';
import type { Cancelled } from './check-registration.ts';
import { freshCommissioning, type SentCommissioning, sendFresh } from './fresh-commissioning.ts';

/** Packs of the rows were commissioned otherwise since the rows were checked. */
export interface RowsTaken {
  readonly code: 'registration/rows-taken';
  readonly faults: readonly FaultyRegistrationRow[];
}

export type RecordRegistrationError = RecordError | RowsTaken | Cancelled;

/** Ends the transaction with nothing written. */
class NothingRegistered extends Error {
  override readonly name = 'NothingRegistered';
  readonly reason: RecordRegistrationError;
  constructor(reason: RecordRegistrationError) {
    super(reason.code);
    this.reason = reason;
  }
}

/**
 * Commissions every row of a registration, in events of one piece each and in one transaction: all packs become active in the same
 * instant, or, whatever cuts it off, none. `mayGoOn` is asked after each piece, with the packs so far. Gives the number of packs. Errors:
 * those of an event, `registration/rows-taken`, `registration/cancelled`.
 */
export async function recordRegistration(
  scope: OrgScope,
  registration: Registration,
  mayGoOn: (packs: number) => Promise<boolean>,
): Promise<Result<number, RecordRegistrationError>> {
  const occasion = await occasionOf(scope, registration.eventTime);
  // Made in the long transaction, the organisation's first key would keep all its other events waiting until that ends.
  await ensureSigningKey(scope);
  try {
    return ok(await inTransaction((tx) => recordPieces(tx, { scope, registration, occasion, mayGoOn })));
  } catch (error) {
    if (error instanceof NothingRegistered) return err(error.reason);
    throw error;
  }
}

interface Work {
  readonly scope: OrgScope;
  readonly registration: Registration;
  readonly occasion: Occasion;
  readonly mayGoOn: (packs: number) => Promise<boolean>;
}

async function recordPieces(tx: Tx, work: Work): Promise<number> {
  const { job } = work.registration;
  let packs = 0;
  let piece = prepared(work, await loadChunk(job, 0, tx));
  while (piece) {
    const next = await recordPiece(tx, work, piece);
    packs += piece.rows.length;
    if (!(await work.mayGoOn(packs))) throw new NothingRegistered({ code: 'registration/cancelled' });
    piece = next;
  }
  if (!(await completeRegistration(tx, job, packs)))
    throw new NothingRegistered({ code: 'registration/cancelled' });
  return packs;
}

/**
 * Records one piece and gives the next: while the database writes, its names and hashes are worked out. However it ends, nothing more is
 * sent on `tx` afterwards.
 */
async function recordPiece(tx: Tx, work: Work, piece: Piece): Promise<Piece | undefined> {
  const sending = sendPiece(tx, work, piece);
  try {
    const { job } = work.registration;
    const [sent, following] = await allInOrder([sending, loadChunk(job, piece.lastRow, tx)]);
    const next = prepared(work, following);
    await settlePiece(tx, work, piece, sent);
    return next;
  } finally {
    await endOf(sending);
  }
}

/** Resolves when all of a piece is sent and answered, well or not. */
async function endOf(sending: ReturnType<typeof sendPiece>): Promise<void> {
  const sent = await sending.catch(() => undefined);
  await sent?.outcome.catch(() => {});
}

interface Piece {
  readonly rows: readonly { readonly row: number; readonly uri: string }[];
  readonly lastRow: number;
  readonly fresh: ReturnType<typeof freshCommissioning> | undefined;
}

function prepared(work: Work, chunk: RegistrationChunk | undefined): Piece | undefined {
  if (!chunk) return undefined;
  const rows = rowsOf(work.registration, chunk);
  const lastRow = chunk.firstRow + chunk.serials.length - 1;
  const fresh =
    rows.length === 0 ? undefined : freshCommissioning(work.scope, commissioning(work, chunk.firstRow, rows));
  return { rows, lastRow, fresh };
}

/** In the order of their names, in which the database keeps them too. */
function rowsOf({ gtin }: Registration, { firstRow, serials }: RegistrationChunk): Piece['rows'] {
  const rows = serials.flatMap((text, at) => {
    const serial = text === undefined ? undefined : parseSerial(text);
    if (serial && !serial.ok) throw new Error('a row that was found in order is not');
    return serial ? [{ row: firstRow + at, serial: serial.value }] : [];
  });
  rows.sort((a, b) => (a.serial < b.serial ? -1 : 1));
  return rows.map(({ row, serial }) => ({ row, uri: sgtinUri(gtin, serial) }));
}

/** The event's id is made of the job's and of the first row: the same piece is the same event, however often it is begun. */
function commissioning(
  { scope, registration, occasion }: Work,
  firstRow: number,
  rows: Piece['rows'],
): EventToRecord {
  const { job, lot, expiry } = registration;
  return ownEvent(
    scope,
    `register\0${job}\0${firstRow}`,
    {
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      epcList: rows.map(({ uri }) => uri),
      ...staysHere(scope.location),
      lotNumber: lot,
      itemExpirationDate: expiry,
    },
    { ...occasion, recordedAt: momentOf(Date.now()) },
  );
}

async function sendPiece(tx: Tx, { scope }: Work, { fresh }: Piece): Promise<SentCommissioning | undefined> {
  if (!fresh) return undefined;
  const sent = await sendFresh(tx, scope, fresh);
  if (!sent.ok) throw new NothingRegistered(sent.error);
  return sent.value;
}

/** Where something was known of a pack, the piece is recorded like any other event. */
async function settlePiece(
  tx: Tx,
  { scope }: Work,
  { fresh, rows }: Piece,
  sent: SentCommissioning | undefined,
): Promise<void> {
  if (!fresh || !sent || (await sent.outcome) === 'recorded') return;
  const { named, toRecord } = fresh;
  const recorded = await recordNamed(tx, scope, named, { toRecord, askFirst: undefined });
  if (!recorded.ok) throw new NothingRegistered(recorded.error);
  const taken = recorded.value.decision ? unmovedBy(recorded.value.decision) : [];
  if (taken.length > 0) throw new NothingRegistered(rowsTaken(rows, taken));
}

function rowsTaken(rows: Piece['rows'], taken: ReturnType<typeof unmovedBy>): RowsTaken {
  const rowOf = new Map(rows.map(({ row, uri }) => [uri, row]));
  const faults = taken.flatMap(({ uri, code }) => {
    const [row, pack] = [rowOf.get(uri), sgtinOf(uri)];
    return row === undefined || !pack ? [] : [{ row, serial: pack.serial, fault: { code } }];
  });
  return { code: 'registration/rows-taken', faults };
}
