const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A number written out (CBV 2.0 section 8.9.2; XML Schema's decimal): no leading or trailing zeros, no plus, no
 * exponent. A text that is no number stays.
 */
export function plainNumber(text: string): string {
  const [match, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') return text;
  const shift = Number(exponent);
  const digits = whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const point = whole.length + shift;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits;
  const before = padded.slice(0, Math.max(0, point)).replace(/^0+(?=\d)/, '') || '0';
  const after = withoutLastZeros(padded.slice(Math.max(0, point)));
  const plain = after === '' ? before : `${before}.${after}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/** By hand: a regular expression that looks for zeros before the end tries again at each of them, and the text may be megabytes long. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
