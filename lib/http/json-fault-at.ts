const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may stand next. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ',';

/** What follows each mark of punctuation, where it may stand at all. */
const MARKS: Readonly<Record<string, Partial<Record<Expected, Expected>>>> = {
  '{': { value: 'name or }', 'value or ]': 'name or }' },
  '[': { value: 'value or ]', 'value or ]': 'value or ]' },
  ':': { ':': 'value' },
  '}': { 'name or }': ',', ',': ',' },
  ']': { 'value or ]': ',', ',': ',' },
};

const CLOSES: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/**
 * Where a text that `JSON.parse` refuses stops being JSON (RFC 8259): the index of the first token that cannot stand there, and the
 * length of the text where it simply ends. V8 tells the position in some of its messages only.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = matchEnd(SPACE, text, 0);
  while (at < text.length) {
    const step = stepAt(text, at, expected, open);
    if (step.next === undefined) return step.at;
    expected = step.next;
    at = matchEnd(SPACE, text, step.at);
  }
  return text.length;
}

interface Step {
  /** Where to go on, or where the fault is. */
  readonly at: number;
  readonly next?: Expected;
}

function stepAt(text: string, at: number, expected: Expected, open: string[]): Step {
  const mark = text[at] ?? '';
  if (mark === ',') return comma(at, expected, open);
  const next = MARKS[mark]?.[expected];
  if (mark in MARKS) return next === undefined ? { at } : nested(mark, at, next, open);
  if (mark === '"') return string(text, at, expected);
  const end = matchEnd(LITERAL, text, at);
  return end > at && isValue(expected) ? { at: end, next: ',' } : { at };
}

const isValue = (expected: Expected): boolean => expected === 'value' || expected === 'value or ]';

function comma(at: number, expected: Expected, open: readonly string[]): Step {
  if (expected !== ',' || open.length === 0) return { at };
  return { at: at + 1, next: open.at(-1) === '{' ? 'name' : 'value' };
}

/** What opens must be closed by its like. */
function nested(mark: string, at: number, next: Expected, open: string[]): Step {
  if (mark === '{' || mark === '[') open.push(mark);
  else if (mark in CLOSES && open.pop() !== CLOSES[mark]) return { at };
  return { at: at + 1, next };
}

function string(text: string, at: number, expected: Expected): Step {
  const isName = expected === 'name' || expected === 'name or }';
  if (!isName && !isValue(expected)) return { at };
  const end = stringEnd(text, at + 1);
  return text[end] === '"' ? { at: end + 1, next: isName ? ':' : ',' } : { at: end };
}

/** The closing quote or, in a text that never ends or holds what must be escaped, where it breaks off. */
function stringEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"' && text.charCodeAt(at) >= 0x20) {
    const next = text[at] === '\\' ? matchEnd(ESCAPE, text, at) : at + 1;
    if (next === at) return at;
    at = next;
  }
  return at;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
