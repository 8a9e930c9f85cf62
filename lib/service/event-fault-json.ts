import type { Json } from '../kernel/canonical-json.ts';
import type { EventFault } from './record-events.ts';

/** A fault as a job keeps it: which event of the list, the code, and whom or what the caller may not speak for. */
export function eventFaultJson({ at, error }: EventFault): Json {
  switch (error.code) {
    case 'capture/not-yours': {
      const subjects = [...new Set(error.refusal.breaches.flatMap((breach) => breach.subjects))];
      return { at, code: error.refusal.code, subjects };
    }
    case 'capture/refused':
      return { at, code: error.code, subjects: error.breaches.flatMap(({ item }) => item ?? []) };
    case 'capture/other-content':
    case 'capture/unsigned':
    case 'capture/leaf-not-handed-out':
    case 'capture/leaf-changed':
    case 'capture/key-not-active':
    case 'capture/signature':
      return { at, code: error.code, subjects: [error.eventId] };
  }
}
