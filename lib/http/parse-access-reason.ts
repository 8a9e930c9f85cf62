import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';

const REASON = /^\P{Cc}{3,500}$/u;

/** Why a regulator opens a pack's path: the parameter `reason`, which is logged (custody.md 6). Others need not say. */
export function parseAccessReason(scope: OrgScope, request: Request): Result<string | undefined, ApiError> {
  const reason = new URL(request.url).searchParams.get('reason') ?? undefined;
  const isNeeded = scope.organisationRole === 'regulator';
  if (reason === undefined ? !isNeeded : REASON.test(reason)) return ok(reason);
  return err({
    code: 'access/reason',
    path: 'reason',
    detail: 'Say in 3 to 500 characters why you open it.',
  });
}
