import { type Instant, instantText } from '../kernel/instant.ts';
import type { EpcFormat } from './epc-format.ts';
import type { JsonObject } from './epcis-event.ts';
import { formatEpcs, type PrefixLengthOf } from './format-epcs.ts';
import { MergedContext } from './merged-context.ts';
import type { StoredEvent } from './stored-event.ts';
import { writeEventBody } from './write-event.ts';

interface QueryDocumentOptions {
  readonly creationDate: Instant;
  /** How identifiers are to be written. */
  readonly epcFormat: EpcFormat;
  /** What links need to become URNs; without it they stay links. */
  readonly prefixLengthOf?: PrefixLengthOf;
  /** The name of the query answered; `SimpleEventQuery` where nobody named it. */
  readonly queryName?: string;
  readonly subscriptionID?: string;
}

/**
 * An EPCISQueryDocument (EPCIS 2.0 section 10) of stored events. Their contexts become one, so that every
 * extension prefix still means what it meant; an event whose prefixes contradict the others' keeps its own.
 */
export function writeQueryDocument(
  events: readonly StoredEvent[],
  options: QueryDocumentOptions,
): JsonObject {
  const merged = new MergedContext();
  const eventList = events.map((stored) => {
    const body = formatEpcs(writeEventBody(stored), options.epcFormat, options.prefixLengthOf);
    return merged.add(stored.context) ? body : { '@context': stored.context, ...body };
  });
  return {
    '@context': merged.context,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: instantText(options.creationDate),
    epcisBody: {
      queryResults: {
        queryName: options.queryName ?? 'SimpleEventQuery',
        ...(options.subscriptionID !== undefined && { subscriptionID: options.subscriptionID }),
        resultsBody: { eventList },
      },
    },
  };
}
