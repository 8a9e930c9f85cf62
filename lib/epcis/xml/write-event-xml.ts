import { err, ok, type Result } from '../../kernel/result.ts';
import type { JsonObject } from '../epcis-event.ts';
import { isEventKind } from '../event-checks.ts';
import { pointer } from '../faults.ts';
import { namespacesOf } from '../namespaces.ts';
import type { StoredEvent } from '../stored-event.ts';
import { writeEventBody } from '../write-event.ts';
import { type EventLayout, eventLayout, type Slot } from './event-layout.ts';
import { extensionsXml } from './write-extension-xml.ts';
import { FIELD_WRITERS } from './write-field-xml.ts';
import { around, type CbvSpelling, XmlSpeech, type XmlSpeechError, type XmlVersion } from './xml-speech.ts';

/** How XML is to be written. */
export interface XmlOptions {
  readonly version: XmlVersion;
  readonly cbv: CbvSpelling;
}

/**
 * One event as an element of an `EventList` (EPCIS 2.0 section 9, or version 1.2), its namespaces declared on itself.
 * What the version has no place for is an error that names the field, and never left out.
 */
export function writeEventXml(
  stored: StoredEvent,
  { version, cbv }: XmlOptions,
  translate: (event: JsonObject) => JsonObject = (event) => event,
): Result<string, XmlSpeechError> {
  const event = translate(writeEventBody(stored));
  const speech = new XmlSpeech(version, cbv, namespacesOf(stored.context));
  const kind = event['type'];
  const layout = isEventKind(kind) ? eventLayout(version, kind) : undefined;
  if (!layout) {
    const detail = `version ${version} has no ${String(kind)}`;
    return err({ code: 'epcis/not-in-xml', version, path: '/type', detail });
  }
  const inner = innerXml(event, layout, speech);
  if (speech.error) return err(speech.error);
  let xml = around(String(kind), inner, true, speech.declarationsFor(inner));
  for (let i = 0; i < layout.wrappers; i++) xml = around('extension', xml);
  return ok(xml);
}

function innerXml(event: JsonObject, { slots, required }: EventLayout, speech: XmlSpeech): string {
  const written = new Set(['type', '@context']);
  const fieldXml = (name: string): string => {
    written.add(name);
    const value = Object.hasOwn(event, name) ? event[name] : undefined;
    if (value === undefined) return required.includes(name) ? `<${name}/>` : '';
    return FIELD_WRITERS[name]?.(name, value, pointer('', name), speech) ?? '';
  };
  const slotXml = (slot: Slot): string =>
    typeof slot === 'string' ? fieldXml(slot) : around(slot.wrapper, slot.fields.map(fieldXml).join(''));
  const fields = slots.map(slotXml).join('');
  const rest = Object.entries(event).filter(([key]) => !written.has(key));
  const homeless = rest.find(([key]) => Object.hasOwn(FIELD_WRITERS, key));
  if (homeless) speech.cannotSay(pointer('', homeless[0]), `version ${speech.version} has no such field`);
  return fields + extensionsXml(Object.fromEntries(rest), '', speech);
}
