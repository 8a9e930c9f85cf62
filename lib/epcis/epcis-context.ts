/** The address of GS1's JSON-LD context of EPCIS 2.0, under which every document of ours is written. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
