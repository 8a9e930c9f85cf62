import { parseEventForm } from '../../../../../lib/http/event-form.ts';
import { queryDocumentResponse } from '../../../../../lib/http/events-response.ts';
import { jsonEventResponse } from '../../../../../lib/http/json-event-response.ts';
import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';
import { queryEventById } from '../../../../../lib/service/query-event-by-id.ts';

/** One event by its eventID; where an error declaration repeats the id, the declaration. */
export const GET = withScope('query', async (scope, request) => {
  const form = parseEventForm(request);
  if (!form.ok) return problem(form.error);
  const at = momentOf(Date.now());
  const [eventId = ''] = pathSegments(request, '/epcis/v2/events/');
  const event = await queryEventById(scope, eventId, at);
  if (!event) return problem({ code: 'not-found' });
  return form.value.xml
    ? queryDocumentResponse([event], { form: form.value, at })
    : jsonEventResponse(event, form.value.epcFormat);
});
