import type { Json } from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { EpcisError } from '../epcis-error.ts';
import type { EventKind, JsonObject } from '../epcis-event.ts';
import { EVENT_KINDS } from '../event-checks.ts';
import { MergedContext } from '../merged-context.ts';
import { type CaptureDocument, parseCaptureDocument } from '../parse-capture-document.ts';
import { EpcisXmlReader, type XmlEvent, type XmlFrame } from './epcis-xml-reader.ts';
import type { XmlFault } from './xml-source.ts';

/** A document of XML read: what it says, and its JSON-LD, which says the same and is captured in its place. */
export interface XmlCapture {
  readonly document: CaptureDocument;
  readonly json: JsonObject;
}

/**
 * Reads a document of XML 2.0 or 1.2 (EPCIS 2.0 section 9) whole, by way of its JSON-LD form, so that one set of rules
 * judges both. Faults of XML name their line; others the JSON pointer in the JSON-LD form, and the line on which
 * the event begins. `kinds` as in `parseCaptureDocument`. Never throws, whatever the text is.
 */
export function parseCaptureXml(
  text: string,
  kinds: ReadonlySet<EventKind> = EVENT_KINDS,
): Result<XmlCapture, readonly EpcisError[]> {
  if (!text.isWellFormed()) return err([HALF_PAIR]);
  const reader = new EpcisXmlReader();
  const events = reader.write(text.startsWith('\ufeff') ? text.slice(1) : text);
  const fault = reader.end();
  if (fault) return err([errorOf(fault)]);
  const json = documentJson(reader.frame, events);
  const document = parseCaptureDocument(json, kinds);
  return document.ok
    ? ok({ document: document.value, json })
    : err(document.error.map((one) => placed(one, events)));
}

const HALF_PAIR: EpcisError = {
  code: 'epcis/character',
  path: '',
  detail: 'the text holds half a surrogate pair',
};

const errorOf = ({ code, line, detail }: XmlFault): EpcisError => ({ code, path: `line ${line}`, detail });

/** Says on which line the event begins that a fault stands in. */
function placed(error: EpcisError, events: readonly XmlEvent[]): EpcisError {
  const index = /\/eventList\/(\d+)/.exec(error.path)?.[1];
  const line = index === undefined ? undefined : events[Number(index)]?.line;
  return line === undefined ? error : { ...error, detail: `${error.detail} (in the event on line ${line})` };
}

function documentJson(frame: XmlFrame, events: readonly XmlEvent[]): JsonObject {
  const [first] = events;
  const { root, members } = frame;
  if (root !== 'EPCISDocument' && root !== 'EPCISQueryDocument') return first?.json ?? { type: root };
  const merged = new MergedContext();
  for (const context of frame.contexts) merged.add(context);
  const eventList = events.map(({ json }) => {
    const { '@context': context, ...event } = json;
    return merged.add(context ?? []) ? event : json;
  });
  const { schemaVersion, ...others } = members;
  return {
    '@context': merged.context,
    type: root,
    ...(schemaVersion !== undefined && { schemaVersion: versionOf(schemaVersion) }),
    ...others,
    epcisBody: bodyJson(frame, eventList),
  };
}

/** Some repositories leave the name of the query out; a capture has no use for it. */
function bodyJson({ root, results, hasEventList }: XmlFrame, eventList: readonly Json[]): Json {
  const listed = hasEventList ? { eventList } : {};
  if (root === 'EPCISDocument') return listed;
  const { vocabularyList, ...others } = results;
  const named = { queryName: 'SimpleEventQuery', ...others };
  if (vocabularyList !== undefined)
    return { queryResults: { ...named, resultsBody: { eventList: [], vocabularyList } } };
  return hasEventList ? { queryResults: { ...named, resultsBody: listed } } : {};
}

/** What version 1.2 says is a part of what 2.0 says, so its JSON-LD is of version 2.0. */
const versionOf = (schemaVersion: Json): Json =>
  typeof schemaVersion === 'string' && /^1(?:\.\d+)?$/.test(schemaVersion) ? '2.0' : schemaVersion;
