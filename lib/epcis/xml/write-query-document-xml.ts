import { type Instant, instantText } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { EpcFormat } from '../epc-format.ts';
import { pointer } from '../faults.ts';
import { formatEpcs, type PrefixLengthOf } from '../format-epcs.ts';
import type { StoredEvent } from '../stored-event.ts';
import { writeEventXml, type XmlOptions } from './write-event-xml.ts';
import type { XmlSpeechError } from './xml-speech.ts';
import { escapedText } from './xml-text.ts';

interface QueryDocumentOptions extends XmlOptions {
  readonly creationDate: Instant;
  readonly epcFormat: EpcFormat;
  readonly prefixLengthOf?: PrefixLengthOf;
  readonly queryName?: string;
  readonly subscriptionID?: string;
}

const NAMESPACES = {
  '2.0': 'xmlns:epcisq="urn:epcglobal:epcis-query:xsd:2"',
  '1.2': 'xmlns:epcisq="urn:epcglobal:epcis-query:xsd:1"',
} as const;

/**
 * An EPCISQueryDocument of stored events as XML 2.0 or 1.2 (EPCIS 2.0 section 9.7). The first thing that the version
 * cannot say refuses the whole answer with the place: a list with events left out would answer another question.
 */
export function writeQueryDocumentXml(
  events: readonly StoredEvent[],
  options: QueryDocumentOptions,
): Result<string, XmlSpeechError> {
  const {
    version,
    creationDate,
    epcFormat,
    prefixLengthOf,
    queryName = 'SimpleEventQuery',
    subscriptionID,
  } = options;
  const written: string[] = [];
  for (const [i, event] of events.entries()) {
    const xml = writeEventXml(event, options, (document) => formatEpcs(document, epcFormat, prefixLengthOf));
    if (!xml.ok) return err({ ...xml.error, path: pointer('/eventList', i) + xml.error.path });
    written.push(xml.value);
  }
  const subscription =
    subscriptionID === undefined ? '' : `<subscriptionID>${escapedText(subscriptionID)}</subscriptionID>`;
  return ok(
    '<?xml version="1.0" encoding="UTF-8"?>' +
      `<epcisq:EPCISQueryDocument ${NAMESPACES[version]} schemaVersion="${version}" creationDate="${instantText(creationDate)}">` +
      `<EPCISBody><epcisq:QueryResults><queryName>${escapedText(queryName)}</queryName>${subscription}` +
      `<resultsBody><EventList>${written.join('')}</EventList></resultsBody>` +
      '</epcisq:QueryResults></EPCISBody></epcisq:EPCISQueryDocument>',
  );
}
