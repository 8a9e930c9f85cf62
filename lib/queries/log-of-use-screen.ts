import 'server-only';
import type { Person } from '../auth/scope-of-session.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { instantText } from '../kernel/instant.ts';
import { loadAccessLog } from '../store/access-log.ts';
import { loadKeyUses } from '../store/key-uses.ts';
import {
  type LogPage,
  loadOrganisationSignIns,
  loadOwnSignIns,
  type SignInLine,
} from '../store/sign-in-log.ts';
import { agentText } from './agent-text.ts';

/** A line of the log: when, who, and the rest by its kind. */
export interface UseLogLine {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  /** What happened: the name of a sign-in's event, or of a deed; absent for uses of keys. */
  readonly what: string | null;
  readonly means: 'password' | 'totp' | 'recovery' | 'passkey' | 'demo' | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly uses: number | null;
  readonly subject: string | null;
  readonly reason: string | null;
}

/** A page of one kind of log. */
export interface UseLogRow {
  readonly kind: 'own' | 'people' | 'keys' | 'deeds';
  /** What the reader may choose. */
  readonly kinds: readonly UseLogRow['kind'][];
  readonly lines: readonly UseLogLine[];
  readonly nextBefore: string | null;
}

/** Who looks: a member of an organisation. */
export type Reader = Person & { readonly scope: OrgScope };

const PAGE_ROWS = 50;
const ALL = ['own', 'people', 'keys', 'deeds'] as const;

/** The log of this kind before the line `before`: the reader's own sign-ins, and for administrators those of their organisation. */
export async function logOfUseScreen(
  reader: Reader,
  asked: string | undefined,
  before: string | undefined,
): Promise<UseLogRow> {
  const kinds = reader.scope.userRole === 'admin' ? ALL : ALL.slice(0, 1);
  const kind = kinds.find((each) => each === asked) ?? 'own';
  const isId = before !== undefined && /^\d{1,18}$/.test(before);
  const found = await linesOf(reader, kind, {
    before: isId ? BigInt(before) : undefined,
    limit: PAGE_ROWS + 1,
  });
  const lines = found.slice(0, PAGE_ROWS);
  return { kind, kinds, lines, nextBefore: found.length > PAGE_ROWS ? (lines.at(-1)?.id ?? null) : null };
}

async function linesOf(
  { scope, userId }: Reader,
  kind: UseLogRow['kind'],
  page: LogPage,
): Promise<readonly UseLogLine[]> {
  switch (kind) {
    case 'own':
      return (await loadOwnSignIns(userId, page)).map(signInLine);
    case 'people':
      return (await loadOrganisationSignIns(scope, page)).map(signInLine);
    case 'keys':
      return (await loadKeyUses(scope, page)).map(({ id, name, key, lastAt, address, uses }) => ({
        ...EMPTY,
        ...{ id: String(id), at: instantText(lastAt), who: `${name} (${key})`, address, uses },
      }));
    case 'deeds':
      return (await loadAccessLog(scope, page)).map(({ id, at, who, what, subject, reason }) => ({
        ...EMPTY,
        ...{
          id: String(id),
          at: instantText(at),
          who,
          what,
          subject: subject ?? null,
          reason: reason ?? null,
        },
      }));
  }
}

const EMPTY = {
  ...{ what: null, means: null, address: null, agent: null, uses: null, subject: null, reason: null },
} as const;

const signInLine = ({ id, at, email, what, means, address, agent }: SignInLine): UseLogLine => ({
  ...EMPTY,
  ...{ id: String(id), at: instantText(at), who: email, what, address: address ?? null },
  means: (means ?? null) as UseLogLine['means'],
  agent: agentText(agent),
});
