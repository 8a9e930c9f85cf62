import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { vectorPath } from '../../kernel/vectors-in-tests.ts';
import type { XmlVersion } from './xml-speech.ts';

const SCHEMAS: Readonly<Record<XmlVersion, string>> = {
  '2.0': 'epcis/gs1-epcis/spec/xsd-2.0/EPCglobal-epcis-query-2_0.xsd',
  '1.2': 'epcis/gs1-epcis/spec/xsd-1.2/EPCglobal-epcis-query-1_2.xsd',
};

/** What GS1's schema of a version finds wrong with a text, by libxml2; nothing where it is valid. */
export function xsdFaults(version: XmlVersion): (xml: string) => readonly string[] {
  xmlRegisterFsInputProviders();
  const path = vectorPath(SCHEMAS[version]);
  const schema = XmlDocument.fromString(
    `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:import namespace="urn:epcglobal:epcis-query:xsd:${version[0]}" schemaLocation="${path}"/></xsd:schema>`,
    { url: `${path}.outer.xsd` },
  );
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return [String(error)];
    } finally {
      document.dispose();
    }
  };
}
