import type { Json } from '../../kernel/canonical-json.ts';
import { isObject } from '../check-structure.ts';
import type { JsonObject } from '../epcis-event.ts';
import { pointer } from '../faults.ts';
import { around, type XmlSpeech } from './xml-speech.ts';
import { escapedText, isXmlText } from './xml-text.ts';

/** Elements for all members that are extensions; `path` is where they stand. */
export const extensionsXml = (members: JsonObject, path: string, speech: XmlSpeech): string =>
  Object.entries(members)
    .map(([key, value]) => extensionXml(key, value, pointer(path, key), speech))
    .join('');

/**
 * One extension as elements: a list as one element each, an object as an element of its members. Numbers and truth
 * values carry their type, so that they come back as what they were.
 */
function extensionXml(key: string, value: Json, path: string, speech: XmlSpeech): string {
  const name = speech.extensionName(key);
  if (name === undefined) return speech.cannotSay(path, 'its name is none of XML');
  const items: readonly Json[] = Array.isArray(value) ? value : [value as Json];
  return items.map((item) => itemXml(name, item, path, speech)).join('');
}

function itemXml(name: string, value: Json, path: string, speech: XmlSpeech): string {
  if (value === null) return '';
  if (Array.isArray(value)) return speech.cannotSay(path, 'a list in a list has no form in XML');
  if (isObject(value)) return objectXml(name, value as JsonObject, path, speech);
  if (typeof value === 'string') return textXml(name, value, path, speech);
  const type = typeof value === 'boolean' ? 'boolean' : Number.isInteger(value) ? 'integer' : 'double';
  return speech.leaf(name, String(value), path, speech.typeAttribute(type));
}

/** A parser of ours evens out blanks around a text unless it is told not to. */
function textXml(name: string, text: string, path: string, speech: XmlSpeech): string {
  return speech.leaf(name, text, path, text === text.trim() ? '' : ' xml:space="preserve"');
}

function objectXml(name: string, value: JsonObject, path: string, speech: XmlSpeech): string {
  const { '#text': text, ...members } = value;
  const own = typeof text === 'string' ? text : '';
  if (!isXmlText(own))
    return speech.cannotSay(pointer(path, '#text'), 'XML cannot carry one of its characters');
  return around(name, escapedText(own) + extensionsXml(members, path, speech), true);
}
