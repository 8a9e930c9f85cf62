import { parseErasure } from '../../../../../../lib/http/parse-erasure.ts';
import { pathSegments } from '../../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { readJson } from '../../../../../../lib/http/read-json.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../../lib/kernel/instant.ts';
import { eraseEventFields } from '../../../../../../lib/service/erase-event-fields.ts';

const MOST_BYTES = 16_384;

/** Erases fields of an event that one's own organisation reported, for good. The same again erases nothing more. */
export const POST = withScope('administer', async (scope, request) => {
  const [event = ''] = pathSegments(request, '/api/v1/events/');
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const fields = parseErasure(body.value.value);
  if (!fields.ok) return problem(fields.error);
  const erased = await eraseEventFields(scope, { event, fields: fields.value }, momentOf(Date.now()));
  return erased.ok
    ? Response.json({ fields: erased.value.fields, statement: erased.value.statement ?? null })
    : problem(erased.error);
});
