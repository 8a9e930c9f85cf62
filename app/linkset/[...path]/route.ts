import { linksetResponse } from '../../../lib/http/linkset.ts';
import { withPublic } from '../../../lib/http/with-public.ts';

/** The links of a GS1 Digital Link: what a client gets at its address that asks for `application/linkset+json` (see proxy.ts). */
export const GET = withPublic(async (request) => linksetResponse(request));
