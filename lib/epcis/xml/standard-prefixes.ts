/** Prefixes that GS1's JSON-LD context binds, with the namespaces that XML documents bind for them. */
export const STANDARD_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['cbvmda', 'urn:epcglobal:cbv:mda'],
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['gs1', 'https://gs1.org/voc/'],
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
]);
