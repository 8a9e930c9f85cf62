import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { elementStringOf } from '../../gs1/element-string.ts';
import type { DemoKey, DemoUser } from './demo-accounts.ts';
import type { DemoHistory } from './demo-history.ts';
import { type DemoExample, type DemoLotExample, type DemoUnitExample, printedExpiry } from './demo-step.ts';

/** What demo.json tells; interfaces.md section 1. */
export interface DemoFile {
  readonly baseUrl: string;
  readonly users: readonly DemoUser[];
  readonly keys: readonly DemoKey[];
  readonly history: Pick<DemoHistory, 'examples' | 'units' | 'lots'>;
}

const pathIn = (dataDir: string): string => join(dataDir, 'demo.json');

/** Writes demo.json whole or not at all, readable by its owner alone: it holds passwords and keys. */
export function writeDemoFile(dataDir: string, { baseUrl, users, keys, history }: DemoFile): void {
  const content = {
    baseUrl,
    users,
    apiKeys: Object.fromEntries(keys.map(({ account, text }) => [account, text])),
    apiKeyLocations: Object.fromEntries(keys.map(({ account, location }) => [account, location])),
    packs: history.examples.map(packOf),
    units: history.units.map(unitOf),
    lots: history.lots.map(lotOf),
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function packOf({ purpose, pack }: DemoExample) {
  const expiry = printedExpiry(pack);
  const elementString = elementStringOf([
    { ai: '01', value: pack.gtin },
    { ai: '17', value: expiry },
    { ai: '10', value: pack.lot },
    { ai: '21', value: pack.serial },
  ]);
  return { purpose, gtin: pack.gtin, serial: pack.serial, batch: pack.lot, expiry, elementString };
}

function unitOf({ purpose, sscc }: DemoUnitExample) {
  return { purpose, sscc, elementString: elementStringOf([{ ai: '00', value: sscc }]) };
}

function lotOf({ purpose, item }: DemoLotExample) {
  const expiry = printedExpiry(item);
  const elementString = elementStringOf([
    { ai: '01', value: item.gtin },
    { ai: '17', value: expiry },
    { ai: '10', value: item.lot },
  ]);
  return { purpose, gtin: item.gtin, batch: item.lot, expiry, elementString };
}

const shape = z.looseObject({ apiKeys: z.record(z.string(), z.string()) });

/** The keys in the demo.json that is there; `undefined` where there is none, or none that can be read. */
export function keysInDemoFile(dataDir: string): readonly string[] | undefined {
  try {
    const read = shape.safeParse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
    return read.success ? Object.values(read.data.apiKeys) : undefined;
  } catch {
    return undefined;
  }
}
