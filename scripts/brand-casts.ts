import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A cast to a branded type: it claims for a value what only the type's own file may establish. */
export interface BrandCast {
  readonly file: string;
  readonly line: number;
  readonly brand: string;
}

/** A scope is minted where sessions and keys are judged; its type stands lower, so that custody can ask for it. */
const SECOND_HOMES: Readonly<Record<string, string>> = { OrgScope: 'lib/auth/' };

/** What the store reads back passed its parser before it was written, and nobody else writes there. */
const STORE = 'lib/store/';

/** Every cast to a branded type outside the file that declares it, in the sources under `root`; tests may cast. */
export function brandCasts(
  root: string,
  folders: readonly string[] = ['lib', 'app', 'components', 'bench'],
): readonly BrandCast[] {
  const sources = folders
    .flatMap((folder) => sourcesUnder(root, folder))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const homes = new Map<string, string>();
  for (const { file, text } of sources) {
    for (const [, brand] of text.matchAll(/^export type (\w+) = Brand</gm))
      if (brand !== undefined) homes.set(brand, file);
  }
  if (homes.size === 0) return [];
  const cast = new RegExp(
    `(?<!undefined|null|import|export)\\s+as (?:unknown as )?(?:readonly )?(${[...homes.keys()].join('|')})\\b`,
    'g',
  );
  return sources.flatMap(({ file, text }) =>
    [...withoutModuleClauses(text).matchAll(cast)]
      .map((found) => ({ file, line: lineAt(text, found.index), brand: found[1] ?? '' }))
      .filter(({ brand }) => homes.get(brand) !== file && !isSecondHome(brand, file)),
  );
}

function isSecondHome(brand: string, file: string): boolean {
  const home = SECOND_HOMES[brand];
  return home === undefined ? file.startsWith(STORE) : file.startsWith(home);
}

/** In `import { a as B }` the word renames and claims nothing. Blanked, not cut, so that places stay. */
const withoutModuleClauses = (text: string): string =>
  text.replaceAll(/^(?:import|export)(?: type)? \{[^}]*\}/gm, (clause) => clause.replaceAll(/[^\n]/g, ' '));

const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split('\n').length + (text[index] === '\n' ? 1 : 0);

function sourcesUnder(root: string, folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const own = names.filter(
    (name) => /\.tsx?$/.test(name) && !/(\.(test|spec)\.tsx?|-in-tests\.ts)$/.test(name),
  );
  return own.filter((name) => !name.startsWith('store/generated')).map((name) => join(folder, name));
}
