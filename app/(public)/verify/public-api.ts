import type {
  DoubtToSend,
  PublicCheckData,
  PublicOutcome,
  PublicQuestion,
} from '../../../components/verify/verify-data.ts';

const PATIENCE_MS = 15_000;

/** Asks the public check of this site. */
export async function checkPack(question: PublicQuestion): Promise<PublicOutcome> {
  try {
    const answer = await fetch('/api/v1/public/check', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return { kind: 'answer', check: (await answer.json()) as PublicCheckData };
    if (answer.status === 422) return { kind: 'unreadable' };
    const wait = Number(answer.headers.get('retry-after'));
    return answer.status === 429 ? { kind: 'limited', retryAfterSeconds: wait } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** Sends a doubt; true where it arrived. */
export async function reportDoubt(question: PublicQuestion, doubt: DoubtToSend): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(question)) form.set(name, value);
  form.set('country', doubt.country);
  form.set('words', doubt.words);
  if (doubt.photo) form.set('photo', doubt.photo);
  try {
    const answer = await fetch('/api/v1/public/doubts', { method: 'POST', body: form, credentials: 'omit' });
    return answer.ok;
  } catch {
    return false;
  }
}
