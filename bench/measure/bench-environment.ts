import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The settings of a server that keeps nothing, put into the environment of this process and its children. Call it before anything asks
 * for a setting. Gives what takes its folder away again.
 */
export function benchEnvironment(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'vialog-bench-'));
  Object.assign(process.env, {
    VIALOG_DATA_DIR: folder,
    VIALOG_ORIGIN: 'bench.vialog.example/log',
    VIALOG_TAG_KEY: '07'.repeat(32),
    VIALOG_SEAL_KEY: '08'.repeat(32),
    VIALOG_SECRET: 'a secret of one benchmark run, no longer',
    VIALOG_DEMO: '0',
  });
  return () => rmSync(folder, { recursive: true, force: true });
}
