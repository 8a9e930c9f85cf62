import { headers } from 'next/headers';
import type { KnownParts } from '../../../components/scan/judge-scan.ts';
import type { PublicOutcome, VerifyScreenProps } from '../../../components/verify/verify-data.ts';
import type { ApiError } from '../../../lib/http/api-error.ts';
import { checkPublic } from '../../../lib/http/check-public.ts';
import { parsePublicRequest } from '../../../lib/http/parse-public-request.ts';
import { requestTime } from '../../session/request-time.ts';

type Asked = Pick<VerifyScreenProps, 'known' | 'asked' | 'thisYear'>;

/** What the address of a page asks: checked where it names a pack with batch and expiry date, else to be completed by hand. */
export async function askedByAddress(known: KnownParts, mode: 'scan' | 'manual'): Promise<Asked> {
  const at = requestTime();
  const thisYear = new Date(at).getUTCFullYear();
  if (known.gtin === '' || known.batch === '' || known.expiry === '')
    return { known, asked: undefined, thisYear };
  const question = { ...known, mode };
  const request = parsePublicRequest(question, at);
  if (!request.ok) return { known, asked: { question, outcome: { kind: 'unreadable' } }, thisYear };
  const checked = await checkPublic(await headers(), request.value);
  const outcome: PublicOutcome = checked.ok
    ? { kind: 'answer', check: checked.value }
    : outcomeOf(checked.error);
  return { known, asked: { question, outcome }, thisYear };
}

const outcomeOf = ({ retryAfterSeconds }: ApiError): PublicOutcome =>
  retryAfterSeconds === undefined
    ? { kind: 'failed' }
    : { kind: 'limited', retryAfterSeconds: Math.ceil(retryAfterSeconds) };
