/** Every way a captured document or event can be at fault. Stable: part of the API. */
export type EpcisErrorCode =
  | 'epcis/not-json'
  | 'epcis/xml-syntax'
  | 'epcis/xml-encoding'
  | 'epcis/xml-doctype'
  | 'epcis/xml-limit'
  | 'epcis/character'
  | 'epcis/too-deep'
  | 'epcis/not-an-object'
  | 'epcis/not-a-list'
  | 'epcis/not-text'
  | 'epcis/not-a-number'
  | 'epcis/not-a-boolean'
  | 'epcis/required'
  | 'epcis/unknown-field'
  | 'epcis/uri'
  | 'epcis/context'
  | 'epcis/version'
  | 'epcis/date-time'
  | 'epcis/offset'
  | 'epcis/value'
  | 'epcis/duplicate'
  | 'epcis/empty-list'
  | 'epcis/no-objects'
  | 'epcis/ilmd-without-add'
  | 'epcis/document-type'
  | 'epcis/kind-not-supported';

/** A fault of a captured document: what, where (a JSON pointer, RFC 6901; of what is no XML, its line) and in words. */
export interface EpcisError {
  readonly code: EpcisErrorCode;
  readonly path: string;
  readonly detail: string;
}
