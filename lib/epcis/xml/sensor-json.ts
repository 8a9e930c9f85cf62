import type { Json } from '../../kernel/canonical-json.ts';
import { cbvShortName } from '../cbv-word.ts';
import { MEASUREMENT_TYPES, SENSOR_ALERTS } from '../cbv-words.ts';
import { extensionJson, Members } from './extension-json.ts';
import type { Prefixes } from './prefixes.ts';
import { isOfSchema, isStandard, type XmlAttribute, type XmlElement } from './xml-element.ts';

const NUMBERS = new Set(['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue']);

/** A sensor element (EPCIS 2.0 section 7.3.7): metadata and reports have their fields as attributes. */
export function sensorElementJson(element: XmlElement, prefixes: Prefixes): Json {
  const members = new Members();
  const reports: Json[] = [];
  for (const child of element.children) {
    if (!isStandard(child)) members.add(prefixes.nameOf(child), extensionJson(child, prefixes));
    else if (child.name === 'sensorReport') reports.push(attributesJson(child, prefixes));
    else members.add(spelled(child.name), attributesJson(child, prefixes));
  }
  return { ...members.json, ...(reports.length > 0 && { sensorReport: reports }) };
}

/** Drafts of EPCIS 2.0, and documents made after them, write a capital. */
const spelled = (name: string): string => (name === 'sensorMetaData' ? 'sensorMetadata' : name);

function attributesJson(element: XmlElement, prefixes: Prefixes): Json {
  const members = new Members();
  for (const attribute of element.attributes) {
    if (!isOfSchema(attribute)) members.add(prefixes.nameOf(attribute), fieldValue(attribute, prefixes));
  }
  for (const child of element.children) members.add(prefixes.nameOf(child), extensionJson(child, prefixes));
  return members.json;
}

function fieldValue({ uri, name, value }: XmlAttribute, prefixes: Prefixes): Json {
  if (uri !== '') return value;
  if (NUMBERS.has(name)) return numberOrText(value);
  if (name === 'booleanValue') return truthOrText(value);
  if (name === 'component') return cbvShortName('component', value, prefixes.namespaces);
  const local = value.replace(/^gs1:/, '');
  const isWord =
    (name === 'type' && MEASUREMENT_TYPES.has(local)) || (name === 'exception' && SENSOR_ALERTS.has(local));
  return isWord ? local : value;
}

const numberOrText = (text: string): Json =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;

/** XML Schema part 2, section 3.2.2: 1 and 0 are truth values too. */
function truthOrText(text: string): Json {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : text;
}
