import { sha256 } from '#sha256';
import type { OrgScope } from '../custody/org-scope.ts';
import { base64Of } from '../kernel/base64.ts';
import { hexOf } from '../kernel/bytes.ts';
import { momentOf } from '../kernel/instant.ts';
import { type HandOutError, handOutLeaves } from '../service/hand-out-leaves.ts';
import type { ApiError } from './api-error.ts';
import { problem, response } from './problem.ts';
import { readCaptureBody } from './read-capture-body.ts';
import { recordProblem } from './record-problem.ts';

const KEY_ID = /^[0-9a-f]{16}$/;

/** Hands out what is to be signed for a document that will be captured as it is, byte for byte. */
export async function leavesResponse(scope: OrgScope, request: Request): Promise<Response> {
  const keyId = new URL(request.url).searchParams.get('key') ?? '';
  if (!KEY_ID.test(keyId)) return problem({ code: 'body/invalid', path: 'key' });
  const body = await readCaptureBody(request);
  if (!body.ok) return problem(body.error);
  const { document, bytes } = body.value;
  const documentSha256 = hexOf(sha256(bytes));
  const recordedAt = momentOf(Date.now());
  const events = document.events.map((event) => ({ event, documentSha256, recordedAt }));
  const leaves = await handOutLeaves(scope, events, keyId);
  if (!leaves.ok) return problem(errorOf(leaves.error));
  const shown = leaves.value.map(({ ref, eventId, toSign }) => ({
    ...{ eventID: eventId, id: ref, recorded: toSign === undefined },
    toSign: toSign === undefined ? null : base64Of(toSign),
  }));
  return response({ status: 200, body: { leaves: shown } });
}

const errorOf = (error: HandOutError): ApiError =>
  error.code === 'key/not-active' || error.code === 'leaves/count'
    ? { code: error.code }
    : recordProblem(error);
