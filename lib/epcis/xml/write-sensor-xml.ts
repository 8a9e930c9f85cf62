import type { Json } from '../../kernel/canonical-json.ts';
import { cbvShortName } from '../cbv-word.ts';
import { CBV_WORDS, MEASUREMENT_TYPES, SENSOR_ALERTS } from '../cbv-words.ts';
import type { JsonObject } from '../epcis-event.ts';
import { pointer } from '../faults.ts';
import { extensionsXml } from './write-extension-xml.ts';
import { around, type XmlSpeech } from './xml-speech.ts';

/** A sensor element: metadata and reports carry their fields as attributes (EPCIS 2.0 section 9). */
export function sensorElementXml(element: JsonObject, path: string, speech: XmlSpeech): string {
  const { sensorMetadata, sensorReport = [], ...others } = element;
  const metadata =
    sensorMetadata === undefined
      ? ''
      : attributesXml(
          'sensorMetadata',
          sensorMetadata as JsonObject,
          pointer(path, 'sensorMetadata'),
          speech,
        );
  const reports = (sensorReport as readonly JsonObject[]).map((report, i) =>
    attributesXml('sensorReport', report, pointer(pointer(path, 'sensorReport'), i), speech),
  );
  return around('sensorElement', metadata + reports.join('') + extensionsXml(others, path, speech));
}

function attributesXml(name: string, members: JsonObject, path: string, speech: XmlSpeech): string {
  const attributes = Object.entries(members).map(([key, value]) =>
    attributeXml(key, value, pointer(path, key), speech),
  );
  return `<${name}${attributes.join('')}/>`;
}

function attributeXml(key: string, value: Json, path: string, speech: XmlSpeech): string {
  const name = speech.extensionName(key);
  if (name === undefined) return speech.cannotSay(path, 'its name is none of XML');
  if (value === null) return '';
  if (typeof value === 'object') return speech.cannotSay(path, 'an attribute of XML holds a text alone');
  return speech.attribute(name, spelled(key, String(value), speech), path);
}

function spelled(key: string, value: string, speech: XmlSpeech): string {
  if (key === 'component') {
    const word = cbvShortName('component', value, speech.namespaces);
    return CBV_WORDS.component.words.has(word) ? `urn:epcglobal:cbv:comp:${word}` : value;
  }
  const isWord =
    (key === 'type' && MEASUREMENT_TYPES.has(value)) || (key === 'exception' && SENSOR_ALERTS.has(value));
  return isWord ? `gs1:${value}` : value;
}
