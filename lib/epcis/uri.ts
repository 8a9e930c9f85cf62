const PCHAR = "(?:[a-z0-9\\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})";
const USER_INFO = "(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?";
const HOST = "(?:\\[[0-9a-fv:.]+\\]|(?:[a-z0-9\\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)";

/** RFC 3986 appendix A: `scheme ":" hier-part [ "?" query ] [ "#" fragment ]`; nothing behind the scheme is no URI here. */
const URI = new RegExp(
  `^[a-z][a-z0-9+.-]*:(?://${USER_INFO}${HOST}(?::\\d*)?(?:/${PCHAR}*)*|/(?:${PCHAR}+(?:/${PCHAR}*)*)?|${PCHAR}+(?:/${PCHAR}*)*)` +
    `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?$`,
  'i',
);

/** Is `text` an absolute URI (RFC 3986)? A compact name such as `ext:field` is one too, an IRI with other letters is not. */
export const isUri = (text: string): boolean => URI.test(text);
