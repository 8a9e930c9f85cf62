import type { QueuedScan } from './queued-scan.ts';

/** Reads a kept scan; `undefined` for anything that is none. What stands in it was written by this program, after it was read from a pack. */
export function parseQueuedScan(json: unknown): QueuedScan | undefined {
  if (!isRecord(json)) return undefined;
  const { owner, pack, state } = json;
  const isScan =
    areTexts(json, ['id', 'wanted', 'at']) &&
    typeof json['mayHaveArrived'] === 'boolean' &&
    isRecord(owner) &&
    areTexts(owner, ['organisation', 'location']) &&
    isRecord(pack) &&
    areTexts(pack, ['gtin', 'serial', 'batch', 'expiry', 'mode']) &&
    isRecord(state) &&
    areTexts(state, ['is']);
  return isScan ? (json as unknown as QueuedScan) : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const areTexts = (record: Readonly<Record<string, unknown>>, fields: readonly string[]): boolean =>
  fields.every((field) => typeof record[field] === 'string');
