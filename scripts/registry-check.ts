import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The source files of a registry's folder that each bring one entry: no tests, and not the registry itself. */
const entryFiles = (folder: string): readonly string[] =>
  readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && name !== 'index.ts' && !/(\.test|-in-tests)\.ts$/.test(name),
  );

/**
 * The files of `folder` none of whose exports is in `registered`. A rule that nobody registered is never asked, and a
 * rule that is never asked finds nothing wrong.
 */
export async function missingFromRegistry(
  folder: string,
  registered: readonly unknown[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const name of entryFiles(folder)) {
    const module: Record<string, unknown> = await import(
      /* @vite-ignore */ pathToFileURL(join(folder, name)).href
    );
    if (!Object.values(module).some((entry) => registered.includes(entry))) missing.push(name);
  }
  return missing;
}
