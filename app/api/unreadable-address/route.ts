import { problem } from '../../../lib/http/problem.ts';

/** Answers a request whose address has a broken percent escape (RFC 3986 section 2.1): it was led here, see `readableTarget`. */
const answer = (): Response =>
  problem({
    code: 'request/address',
    path: 'address',
    detail:
      'A percent sign in an address is followed by two hexadecimal digits, and what they encode is UTF-8.',
  });

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
