import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
} from '@playwright/test';
import { type DemoWorld, type Role, readDemoWorld, userOf } from './demo-world.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { Site } from './site.ts';
import { watchPage } from './watch-page.ts';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A session of each role that asked for one; signing in is one click in demo mode. */
type Sessions = (role: Role) => Promise<Session>;

interface TestFixtures {
  /** What happened on any page that must not happen on one. A test that provokes it empties the list. */
  readonly faults: string[];
  /** A window of its own for a role of the demo world. */
  readonly signInAs: (role: Role, options?: BrowserContextOptions) => Promise<Site>;
  /** A window of nobody signed in. */
  readonly asStranger: () => Promise<Site>;
}

interface WorkerFixtures {
  readonly world: DemoWorld;
  readonly sessions: Sessions;
}

async function sessionOf(browser: Browser, world: DemoWorld, role: Role): Promise<Session> {
  const context = await browser.newContext();
  const door = new SignInPage(await context.newPage());
  await door.open();
  await door.stepInto(userOf(world, role).email);
  await door.page.getByRole('button', { name: /^Account of / }).waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}

/** What a service worker fetches, nobody watches and no test can hold back; those who test it allow it. */
const WATCHED = { serviceWorkers: 'block' } as const;

/** Every test of the site: windows by role, all watched, and nothing untoward seen in them. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  world: [({}, use) => use(readDemoWorld()), { scope: 'worker' }],

  sessions: [
    async ({ browser, world }, use) => {
      const known = new Map<Role, Session>();
      await use(async (role) => {
        const session = known.get(role) ?? (await sessionOf(browser, world, role));
        known.set(role, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, 'what happened on the pages').toEqual([]);
  },

  signInAs: async ({ browser, sessions, faults, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role, options) => {
      const context = await browser.newContext({
        ...WATCHED,
        ...options,
        storageState: await sessions(role),
      });
      opened.push(context);
      const page = await context.newPage();
      watchPage(page, new URL(baseURL ?? '').host, faults);
      return new Site(page);
    });
    for (const context of opened) await context.close();
  },

  asStranger: async ({ browser, faults, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(WATCHED);
      opened.push(context);
      const page = await context.newPage();
      watchPage(page, new URL(baseURL ?? '').host, faults);
      return new Site(page);
    });
    for (const context of opened) await context.close();
  },
});

export { expect };
