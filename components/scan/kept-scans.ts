import type { ScanEntry } from './scan-machine.ts';

const FIELDS = ['gtin', 'serial', 'batch', 'expiry'] as const;

/** Writes the scans that no answer came for, to be kept on the device. */
export const keptScansText = (entries: readonly ScanEntry[]): string => JSON.stringify(entries);

/** Reads kept scans; whatever is not one is left out. */
export function parseKeptScans(text: string | null): readonly ScanEntry[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is ScanEntry {
  if (!isRecord(value) || typeof value['requestId'] !== 'string' || typeof value['at'] !== 'string') {
    return false;
  }
  const pack = value['pack'];
  return (
    isRecord(pack) &&
    FIELDS.every((field) => typeof pack[field] === 'string') &&
    (pack['mode'] === 'scan' || pack['mode'] === 'manual')
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
