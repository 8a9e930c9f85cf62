import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PublicRequest } from '../service/check-for-public.ts';
import type { Doubt } from '../service/report-doubt.ts';
import type { ApiError } from './api-error.ts';
import { parsePublicRequest } from './parse-public-request.ts';
import { type Photo, strippedPhoto } from './photo/stripped-photo.ts';
import { readBytes } from './read-bytes.ts';

/** The device makes photos smaller than this before it sends them. */
const MOST_PHOTO_BYTES = 3_000_000;
const MOST_BYTES = MOST_PHOTO_BYTES + 16_384;
const MOST_WORDS = 1_000;

/** A doubt about a pack, as it came. */
export interface ReceivedDoubt {
  readonly asked: PublicRequest;
  readonly doubt: Doubt;
}

/**
 * Reads a form (multipart/form-data) with `gtin`, `serial`, `batch`, `expiry`, `country`, `words` and perhaps `photo`. Errors:
 * `body/too-large`, `body/invalid`, `photo/unreadable`, and those of {@link parsePublicRequest}.
 */
export async function readDoubt(request: Request, at: Instant): Promise<Result<ReceivedDoubt, ApiError>> {
  const bytes = await readBytes(request, MOST_BYTES);
  if (!bytes)
    return err({ code: 'body/too-large', detail: `The form may have ${MOST_BYTES} bytes at most.` });
  const form = await formOf(request, bytes);
  if (!form) return err({ code: 'body/invalid', detail: 'The body is no form.' });
  const asked = parsePublicRequest(textsOf(form), at);
  if (!asked.ok) return asked;
  const country = textOf(form, 'country');
  if (!/^[A-Z]{2}$/.test(country)) return err({ code: 'body/invalid', path: '/country' });
  const photo = await photoOf(form.get('photo'));
  if (!photo.ok) return photo;
  return ok({
    asked: asked.value,
    doubt: { country, words: wordsOf(textOf(form, 'words')), photo: photo.value },
  });
}

function formOf(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData | undefined> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  return new Response(bytes, { headers }).formData().catch(() => undefined);
}

const textsOf = (form: FormData) =>
  Object.fromEntries(['gtin', 'serial', 'batch', 'expiry'].map((field) => [field, textOf(form, field)]));

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

/** Lines stay; what else is no printed character goes. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim()
    .slice(0, MOST_WORDS)
    .toWellFormed();

async function photoOf(field: FormDataEntryValue | null): Promise<Result<Photo | undefined, ApiError>> {
  if (field === null || typeof field === 'string' || field.size === 0) return ok(undefined);
  if (field.size > MOST_PHOTO_BYTES) return err({ code: 'body/too-large', path: '/photo' });
  const photo = strippedPhoto(new Uint8Array(await field.arrayBuffer()));
  return photo ? ok(photo) : err({ code: 'photo/unreadable', path: '/photo' });
}
