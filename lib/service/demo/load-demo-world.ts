import { scopeOfApiKey } from '../../auth/scope-of-api-key.ts';
import { type Instant, instantOf, instantText, parseInstant } from '../../kernel/instant.ts';
import { firstAccess } from '../../store/access-line.ts';
import { logAccess } from '../../store/memberships.ts';
import type { ImportPermit } from '../original-record-time.ts';
import { platformScope } from '../platform-scope.ts';
import { renewDemoKeys, renewDemoUsers } from './demo-accounts.ts';
import { keysInDemoFile, writeDemoFile } from './demo-file.ts';
import { demoHistory } from './demo-history.ts';
import { certain } from './demo-identifiers.ts';
import { REGULATOR } from './demo-organisations.ts';
import { demoScope } from './demo-scope.ts';
import type { DemoStep } from './demo-step.ts';
import { playDemoHistory } from './play-demo-history.ts';
import { registerDemoWorld } from './register-demo-world.ts';

/** Where the demo world goes, and who allows it. */
export interface DemoLoad {
  readonly permit: ImportPermit;
  /** Where demo.json is written. */
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Told one sentence at a time. */
  readonly report: (sentence: string) => void;
  /** Another seed gives other serials and other days. */
  readonly seed?: string;
}

const SEED = 'vialog demo world 1';
const BEGUN = 'demo/begun';
const LOADED = 'demo/loaded';

/** In whose log of use the load is noted. */
const KEEPER = REGULATOR.sites[0];

/**
 * Loads the demo world into the connected store: organisations, products, the history of twenty thousand packs over sixty days,
 * accounts and keys, and demo.json. What is there is not loaded again; an interrupted load is continued, with the days of its
 * beginning. Where demo.json is missing or does not belong to this database, accounts and keys are renewed.
 */
export async function loadDemoWorld(load: DemoLoad): Promise<void> {
  const { dataDir, baseUrl, report, seed = SEED } = load;
  const now = certain(instantOf(Date.now()));
  const known = await knownMarks();
  if (known.loaded && (await isOurs(dataDir))) return;
  const history = demoHistory(seed, known.begun ?? now);
  if (!known.loaded) await loadHistory(history.steps, known.begun ?? now, { ...load, seed });
  report('Demo world: accounts and keys …');
  const users = await renewDemoUsers();
  const keys = await renewDemoKeys(now);
  writeDemoFile(dataDir, { baseUrl, users, keys, history });
  report(
    `Demo world: ${history.steps.length} records of sixty days, ${users.length} accounts, ${keys.length} keys.`,
  );
}

async function loadHistory(
  steps: readonly DemoStep[],
  loadedAt: Instant,
  { permit, seed, report }: DemoLoad & { readonly seed: string },
): Promise<void> {
  await registerDemoWorld(loadedAt);
  const scope = await demoScope(KEEPER);
  const subject = instantText(loadedAt);
  await logAccess(scope, { what: BEGUN, subject, reason: undefined });
  const progress = (done: number) => report(`Demo world: ${done} of ${steps.length} records of sixty days …`);
  await playDemoHistory(steps, { permit, seed, progress });
  await logAccess(scope, { what: LOADED, subject, reason: undefined });
}

/** Whether this database has the demo world, and when its first load began: its days are counted from there. */
async function knownMarks(): Promise<{ readonly begun: Instant | undefined; readonly loaded: boolean }> {
  const scope = await platformScope({
    organisation: KEEPER.organisation,
    location: KEEPER.gln,
    actor: 'platform:demo',
  });
  if (!scope) return { begun: undefined, loaded: false };
  const begun = await firstAccess(scope, BEGUN);
  const loaded = await firstAccess(scope, LOADED);
  return {
    begun: begun?.subject === undefined ? undefined : certain(parseInstant(begun.subject)),
    loaded: loaded !== undefined,
  };
}

/** Do the keys in demo.json open this database? */
async function isOurs(dataDir: string): Promise<boolean> {
  const keys = keysInDemoFile(dataDir);
  if (keys === undefined || keys.length === 0) return false;
  for (const key of keys) if (!(await scopeOfApiKey(key, undefined)).ok) return false;
  return true;
}
