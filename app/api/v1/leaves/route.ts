import { leavesResponse } from '../../../../lib/http/leaves-response.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';

/** Hands out the leaves of a document’s events, to be signed with the organisation’s own key. */
export const POST = withScope('capture', leavesResponse);
