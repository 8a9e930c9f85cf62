import { parseEventQuery } from '../../../../lib/epcis/event-query.ts';
import { parseEventForm } from '../../../../lib/http/event-form.ts';
import { eventsResponse } from '../../../../lib/http/events-response.ts';
import { problem } from '../../../../lib/http/problem.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { queryEvents } from '../../../../lib/service/query-events.ts';

/** The events that a query finds, as far as the reader sees them. */
export const GET = withScope('query', async (scope, request) => {
  const form = parseEventForm(request);
  if (!form.ok) return problem(form.error);
  const query = parseEventQuery(new URL(request.url).searchParams);
  if (!query.ok) {
    const { code, parameter: path, detail } = query.error;
    return problem({ code, path, detail });
  }
  const at = momentOf(Date.now());
  const found = await queryEvents(scope, query.value, at);
  return eventsResponse(request, found, { form: form.value, at });
});
