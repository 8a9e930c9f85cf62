#!/usr/bin/env node
/**
 * The door to the command line: plain JavaScript that any Node from 20 on runs. It sees to a Node that reads TypeScript as it is
 * and hands over to main.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const canRead = Boolean(process.features.typescript);

if (canRead) {
  if (here.includes(`node_modules`)) readInstalledTypes();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = runUnder(packagedNode());
}

/** The Node that is installed with this package, wherever npm has put it. */
function packagedNode() {
  try {
    const found = nodeModule.createRequire(import.meta.url).resolve('node/package.json');
    const node = join(dirname(found), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

function runUnder(node) {
  if (node === undefined) {
    console.error(
      `This is Node ${process.versions.node}, which does not read TypeScript: run "npm ci" here, or use Node 24.`,
    );
    return 2;
  }
  const done = spawnSync(node, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (done.error) console.error(`Node could not be started: ${done.error.message}`);
  return done.status ?? 1;
}

/** Node leaves out types for files of a project but not for installed packages, of which this may be one. */
function readInstalledTypes() {
  const own = new URL('../', import.meta.url).href;
  nodeModule.registerHooks({
    load(url, context, next) {
      if (!url.startsWith(own) || !url.endsWith('.ts')) return next(url, context);
      const source = nodeModule.stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
