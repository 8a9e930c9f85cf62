import { controlTexts } from '../texts/en/controls.ts';
import { registerTexts } from '../texts/en/register.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** What a long list of serials is for, and where it comes from. */
export interface LongList {
  readonly gtin: string;
  readonly batch: string;
  /** YYMMDD. */
  readonly expiry: string;
  readonly from: { readonly file: File } | { readonly generate: number };
  /** Names the request: sent again, it is the same registration. */
  readonly key: string;
}

/** Lists up to so many bytes are read and mended on this device; longer ones go to the server as they are. */
export const LONG_FILE_BYTES = 150_000;
/** The same for serials that are made. */
export const LONG_COUNT = 10_000;

const typeOf = ({ name }: File): string => (/\.json(ld)?$/i.test(name) ? 'application/json' : 'text/csv');

/** Sends a long list, telling the share that is sent (0 to 1), and gives the registration's id. */
export function sendSerials(
  { gtin, batch, expiry, from, key }: LongList,
  onSent: (share: number) => void,
): Promise<ActionAnswer<string>> {
  const query = new URLSearchParams({ gtin, batch, expiry, start: 'ask' });
  if ('generate' in from) query.set('generate', String(from.generate));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/registrations?${query}`);
    request.setRequestHeader('Idempotency-Key', key);
    if ('file' in from) request.setRequestHeader('Content-Type', typeOf(from.file));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf(request));
    const { title, text } = controlTexts.noAnswer;
    request.onerror = () => resolve({ ok: false, problem: { code: 'page/no-answer', title, detail: text } });
    request.send('file' in from ? from.file : null);
  });
}

function answerOf({ status, response }: XMLHttpRequest): ActionAnswer<string> {
  const { id, code, title, detail } = (response ?? {}) as Readonly<Record<string, unknown>>;
  if (status === 202 && typeof id === 'string') return { ok: true, value: id };
  const problem = {
    code: String(code ?? 'server/fault'),
    title: `${title ?? registerTexts.uploaded.notTaken}`,
    ...(typeof detail === 'string' ? { detail } : {}),
  };
  return { ok: false, problem };
}
