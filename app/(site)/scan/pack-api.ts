import { PATIENCE_MS } from '../../../components/offline/patience.ts';
import type { PackAnswer, PackOutcome, PackTarget } from '../../../components/scan/pack-answer.ts';
import type { EntryMode, ScannedPack } from '../../../components/scan/scanned-pack.ts';
import type { ProblemData } from '../../../components/ui/problem-data.ts';

/** `GET` of the pack API with the session's cookie: the door that pharmacy software uses too. Rejects where no answer comes. */
export const verifyPack = (pack: ScannedPack, mode: EntryMode, requestId: string): Promise<PackOutcome> =>
  ask(pack, { method: 'GET', headers: headersOf(mode, requestId) });

/** `PATCH` of the pack API. Rejects where no answer comes. */
export const changePack = (
  pack: ScannedPack,
  state: PackTarget,
  reason: string | undefined,
  requestId: string,
): Promise<PackOutcome> =>
  ask(pack, {
    method: 'PATCH',
    headers: { ...headersOf(pack.mode, requestId), 'content-type': 'application/json' },
    body: JSON.stringify({ state, ...(reason !== undefined && { reason }) }),
  });

const headersOf = (mode: EntryMode, requestId: string): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'entry-mode': mode,
  'idempotency-key': requestId,
});

async function ask({ gtin, serial, batch, expiry }: ScannedPack, init: RequestInit): Promise<PackOutcome> {
  const read = new URLSearchParams({
    ...(batch !== '' && { batch }),
    ...(expiry !== '' && { expiry }),
  });
  const answer = await fetch(`/api/v1/packs/${gtin}/${encodeURIComponent(serial)}?${read}`, {
    ...init,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return outcomeOf(answer);
}

async function outcomeOf(answer: Response): Promise<PackOutcome> {
  const body: unknown = await answer.json().catch(() => undefined);
  const { status } = answer;
  const judged = status === 200 || status === 404 || status === 409;
  if (judged && isAnswer(body)) return { kind: 'answer', status, answer: body };
  return { kind: 'problem', problem: problemOf(answer, body) };
}

const isAnswer = (body: unknown): body is PackAnswer =>
  typeof body === 'object' && body !== null && 'verdict' in body && 'reasons' in body;

function problemOf({ status, headers }: Response, body: unknown): ProblemData {
  const told = typeof body === 'object' && body !== null ? (body as Partial<ProblemData>) : {};
  const wait = Number(headers.get('retry-after'));
  return {
    code: told.code ?? `http/${status}`,
    title: told.title ?? 'The register answered in a way that cannot be read.',
    detail: told.detail,
    status,
    ...(wait > 0 && { retryAfterSeconds: wait }),
  };
}
