import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.looseObject({
  baseUrl: z.string(),
  users: z.array(
    z.looseObject({ role: z.string(), organisation: z.string(), email: z.string(), password: z.string() }),
  ),
});

/** Writes where the server answers this time into demo.json and gives the lines that tell a person how to sign in. */
export function demoSignIns(dataDir: string, baseUrl: string): readonly string[] {
  const path = join(dataDir, 'demo.json');
  const read = shape.safeParse(parsed(path));
  if (!read.success) return [];
  if (read.data.baseUrl !== baseUrl) {
    writeFileSync(path, `${JSON.stringify({ ...read.data, baseUrl }, null, 2)}\n`, { mode: 0o600 });
  }
  const width = Math.max(...read.data.users.map((user) => user.email.length));
  const lines = read.data.users.map((user) => {
    return `  ${user.email.padEnd(width)}  ${user.password}  ${user.role}, ${user.organisation}`;
  });
  return ['Sign in with one of the demo accounts:', ...lines, `API keys and packs to try are in ${path}`];
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
