import { commitObservation } from '../../evidence/observation-commitment.ts';
import { equalBytes } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { instantText } from '../../kernel/instant.ts';
import { loadObservationPage, type ObservationToCheck } from '../../store/fsck/sealed-pages.ts';
import { instantOfDate } from '../../store/instant-of-date.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckPass } from './fsck-pass.ts';

const PAGE = 1_000;
const BEGIN = '0'.repeat(32);

/** Every observation opens the commitment that the log has of it. One commitment is over the whole row. */
export const checkObservations: FsckPass = {
  name: 'observations',
  async step(tx, _context, from = BEGIN) {
    const rows = await loadObservationPage(tx, from, PAGE);
    return { faults: rows.flatMap(observationFaults), rows: rows.length, next: rows.at(-1)?.id };
  },
};

function observationFaults(row: ObservationToCheck): readonly FsckFault[] {
  const place = { table: 'observation', row: row.id };
  if (!row.commitment)
    return [faultAt(place, 'observation-unlogged', 'id', 'stands neither in the log nor in its queue')];
  if (row.salt.length === 32 && equalBytes(commitObservation(row.salt, committed(row)), row.commitment))
    return [];
  return [faultAt(place, 'observation', 'any column', 'does not open the commitment that the log has')];
}

/** What was committed to when it was made; a check by the public says less. */
function committed(row: ObservationToCheck): Json {
  const { id, device, operation, gtin, lot, expiry, organisation } = row;
  const at = instantText(instantOfDate(row.at));
  const read = { id, at, entryMode: row.entry_mode, operation, gtin, lot, expiry, organisation };
  if (operation === 'public-check')
    return {
      ...read,
      serial: row.serial === '' ? null : row.serial,
      answer: row.code.slice('public/'.length),
    };
  const { verdict, code, severity, reasons, location } = row;
  return { ...read, serial: row.serial, device, verdict, code, severity, reasons, location };
}
