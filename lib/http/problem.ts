import { ANSWERS } from './answers.ts';
import type { ApiError } from './api-error.ts';

const MEDIA_TYPE = 'application/problem+json';

/** Writes an error as an RFC 9457 problem document. No handler chooses a status: the table does. */
export function problem(error: ApiError): Response {
  const [status, title, type] = ANSWERS[error.code];
  const { detail, path, at, members, retryAfterSeconds } = error;
  const body = {
    type: type ?? `urn:vialog:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(detail === undefined ? {} : { detail }),
    ...(path === undefined ? {} : { path }),
    ...(at === undefined ? {} : { at }),
    ...members,
  };
  return Response.json(body, { status, headers: headersOf(status, retryAfterSeconds) });
}

function headersOf(status: number, retryAfterSeconds: number | undefined): Headers {
  const headers = new Headers({ 'content-type': MEDIA_TYPE, 'cache-control': 'no-store' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  return headers;
}
