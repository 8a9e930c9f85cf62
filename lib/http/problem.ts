import type { GivenAnswer } from '../service/given-answer.ts';
import { ANSWERS } from './answers.ts';
import type { ApiError } from './api-error.ts';

const MEDIA_TYPE = 'application/problem+json';

/** Writes an error as an RFC 9457 problem document. No handler chooses a status: the table does. */
export function problem(error: ApiError): Response {
  const answer = problemAnswer(error);
  return response(answer, headersOf(answer.status, error.retryAfterSeconds));
}

/** The problem document of an error, and its status. */
export function problemAnswer(error: ApiError): GivenAnswer {
  const [status, title, type] = ANSWERS[error.code];
  const { detail, path, at, members } = error;
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
  return { status, body };
}

/** An answer as it travels: a problem document where its status says so. */
export function response({ status, body }: GivenAnswer, headers: Headers = new Headers()): Response {
  headers.set('cache-control', 'no-store');
  headers.set('content-type', status >= 400 ? MEDIA_TYPE : 'application/json');
  return Response.json(body, { status, headers });
}

function headersOf(status: number, retryAfterSeconds: number | undefined): Headers {
  const headers = new Headers();
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  return headers;
}
