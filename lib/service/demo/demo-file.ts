import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { elementStringOf } from '../../gs1/element-string.ts';
import type { DemoKey, DemoUser } from './demo-accounts.ts';
import { type DemoExample, printedExpiry } from './demo-step.ts';

/** What demo.json tells; interfaces.md section 1. */
export interface DemoFile {
  readonly baseUrl: string;
  readonly users: readonly DemoUser[];
  readonly keys: readonly DemoKey[];
  readonly examples: readonly DemoExample[];
}

const pathIn = (dataDir: string): string => join(dataDir, 'demo.json');

/** Writes demo.json whole or not at all, readable by its owner alone: it holds passwords and keys. */
export function writeDemoFile(dataDir: string, { baseUrl, users, keys, examples }: DemoFile): void {
  const content = {
    baseUrl,
    users,
    apiKeys: Object.fromEntries(keys.map(({ role, text }) => [role, text])),
    apiKeyLocations: Object.fromEntries(keys.map(({ role, location }) => [role, location])),
    packs: examples.map(packOf),
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
