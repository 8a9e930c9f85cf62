import type { OrgScope } from '../../custody/org-scope.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import { parseRuledSerial, type SerialRule } from '../../gs1/serial-rule.ts';
import type { RegistrationChunk } from '../../store/registration-chunks.ts';
import type { FaultyRegistrationRow } from '../../store/registration-faults.ts';
import { loadTakenSerials } from '../../store/taken-serials.ts';

/** What rows are judged by. */
export interface RowRules {
  readonly gtin: Gtin;
  readonly rule: SerialRule;
}

/** Judges the rows of a piece one by one and against the register; not against each other. */
export async function judgeRows(
  scope: OrgScope,
  { gtin, rule }: RowRules,
  { firstRow, serials }: RegistrationChunk,
): Promise<readonly FaultyRegistrationRow[]> {
  const faults: FaultyRegistrationRow[] = [];
  const sound: { readonly row: number; readonly serial: string }[] = [];
  for (const [at, serial] of serials.entries()) {
    if (serial === undefined) continue;
    const parsed = parseRuledSerial(serial, rule);
    const row = firstRow + at;
    if (parsed.ok) sound.push({ row, serial });
    else faults.push({ row, serial, fault: { ...parsed.error } });
  }
  const taken = await loadTakenSerials(
    scope,
    gtin,
    sound.map(({ serial }) => serial),
  );
  for (const { row, serial } of sound)
    if (taken.has(serial)) faults.push({ row, serial, fault: { code: 'serial/taken' } });
  return faults;
}
