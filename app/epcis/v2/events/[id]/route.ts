import { formatEpcs } from '../../../../../lib/epcis/format-epcs.ts';
import { writeEvent } from '../../../../../lib/epcis/write-event.ts';
import { epcisResponse, parseEventForm } from '../../../../../lib/http/events-response.ts';
import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';
import { queryEventById } from '../../../../../lib/service/query-event-by-id.ts';

/** One event by its eventID; where an error declaration repeats the id, the declaration. */
export const GET = withScope('query', async (scope, request) => {
  const format = parseEventForm(request);
  if (!format.ok) return problem(format.error);
  const [eventId = ''] = pathSegments(request, '/epcis/v2/events/');
  const event = await queryEventById(scope, eventId, momentOf(Date.now()));
  if (!event) return problem({ code: 'not-found' });
  return epcisResponse(formatEpcs(writeEvent(event), format.value), format.value);
});
