/** What XML 1.0 cannot carry, not even as a reference (section 2.2). */
const OUTSIDE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Can XML carry this text? */
export const isXmlText = (text: string): boolean => !OUTSIDE.test(text);

/** A name without colon (Namespaces in XML, NCName), of the letters that names are made of in practice. */
export const isXmlName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name);

/** Namespaces that belong to XML itself and can be bound to no other prefix. */
const RESERVED = /^http:\/\/www\.w3\.org\/(?:2000\/xmlns\/|XML\/1998\/namespace)$/;

/** Can a prefix be bound to this text (Namespaces in XML, sections 2.2 and 3)? */
export const isXmlNamespace = (uri: string): boolean =>
  uri !== '' && !/\s/.test(uri) && isXmlText(uri) && !RESERVED.test(uri);

/** A text between tags. */
export const escapedText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);

/** A text between double quotes; blanks that a parser would even out are written as references. */
export const escapedAttribute = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
