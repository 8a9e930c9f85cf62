import type { Json } from '../kernel/canonical-json.ts';
import type { RecordError } from '../service/recorded-event.ts';
import type { ApiError } from './api-error.ts';

/** Why an event is not recorded, as an error of the API. It names what the caller named, and nothing of any pack's state. */
export function recordProblem(error: RecordError): ApiError {
  switch (error.code) {
    case 'capture/not-yours': {
      const reasons = error.refusal.breaches.map(({ code, subjects }): Json => ({ code, subjects }));
      return { code: error.refusal.code, members: { reasons } };
    }
    case 'capture/refused': {
      const reasons = error.breaches.map(({ code, item }): Json => ({ code, subjects: item ? [item] : [] }));
      return { code: 'capture/refused', members: { reasons } };
    }
    case 'capture/other-content':
      return {
        code: 'capture/other-content',
        detail: `The event ${error.eventId} is recorded with other content.`,
      };
    default:
      return { code: error.code, detail: `It is about the event ${error.eventId}.` };
  }
}
