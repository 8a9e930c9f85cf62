import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../../kernel/vectors-in-tests.ts';
import type { JsonObject } from '../epcis-event.ts';
import { eventHashOf } from '../event-hash.ts';
import { EpcisXmlReader } from './epcis-xml-reader.ts';
import { parseCaptureXml } from './parse-capture-xml.ts';

const HEAD =
  '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ext="https://example.com/" schemaVersion="2.0" creationDate="2026-11-20T08:00:00Z"><EPCISBody><EventList>';
const TAIL = '</EventList></EPCISBody></epcis:EPCISDocument>';
const event = (inside = '', serial = '1'): string =>
  `<ObjectEvent><eventTime>2026-11-20T08:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sgtin:9521234.012345.${serial}</epc></epcList><action>OBSERVE</action>${inside}</ObjectEvent>`;
const documentOf = (...events: readonly string[]): string => HEAD + events.join('') + TAIL;

const faultsOf = (text: string): readonly string[] => {
  const parsed = parseCaptureXml(text);
  return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path}`);
};

describe('XML that is made to harm whoever reads it is refused', () => {
  const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${documentOf(event('<ext:x>&b;</ext:x>'))}`;
  const many = Array.from({ length: 200 }, (_, i) => `a${i}="1"`).join(' ');
  test.each([
    ['entities that expand', LAUGHS, 'epcis/xml-doctype line 1'],
    [
      'an entity of another file',
      `<!DOCTYPE x SYSTEM "file:///etc/passwd">${documentOf()}`,
      'epcis/xml-doctype line 1',
    ],
    ['an entity nobody defined', documentOf(event('<ext:x>&b;</ext:x>')), 'epcis/xml-syntax line 1'],
    ['depth', documentOf(event('<ext:x>'.repeat(100))), 'epcis/xml-limit line 1'],
    ['a hundred attributes and more', documentOf(event(`<ext:x ${many}/>`)), 'epcis/xml-limit line 1'],
    [
      'a long attribute',
      documentOf(event(`<ext:x a="${'x'.repeat(2_000_000)}"/>`)),
      'epcis/xml-limit line 1',
    ],
    ['a long text', documentOf(event(`<ext:x>${'x'.repeat(2_000_000)}</ext:x>`)), 'epcis/xml-limit line 1'],
    ['a long comment', documentOf(`<!--${'x'.repeat(2_000_000)}-->`), 'epcis/xml-limit line 1'],
    ['a long name', documentOf(event(`<ext:${'x'.repeat(2_000_000)}/>`)), 'epcis/xml-limit line 1'],
    ['an unclosed tag', `${HEAD}${event().slice(0, -10)}`, 'epcis/xml-syntax line 1'],
    ['two roots', documentOf() + documentOf(), 'epcis/xml-syntax line 1'],
    ['a prefix bound to nothing', documentOf(event('<no:x>1</no:x>')), 'epcis/xml-syntax line 1'],
    ['an attribute twice', documentOf(event('<ext:x a="1" a="2"/>')), 'epcis/xml-syntax line 1'],
    [
      'another encoding',
      `<?xml version="1.0" encoding="EBCDIC-INT"?>${documentOf()}`,
      'epcis/xml-encoding line 1',
    ],
    ['JSON', '{"type": "EPCISDocument"}', 'epcis/xml-syntax line 1'],
    ['nothing', '', 'epcis/xml-syntax line 1'],
  ])('%s', (_what, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('an attribute without end is refused before it is whole, and nothing more is read', () => {
    const reader = new EpcisXmlReader();
    reader.write(`${HEAD}<ObjectEvent a="`);
    let pieces = 0;
    for (; pieces < 1_000 && !reader.fault; pieces++) reader.write('x'.repeat(65_536));
    expect(pieces).toBeLessThan(20);
    expect(reader.fault).toMatchObject({ code: 'epcis/xml-limit' });
    expect(reader.write(`"/>${TAIL}`)).toEqual([]);
    expect(reader.end()).toMatchObject({ code: 'epcis/xml-limit' });
  });

  test('a document type that defines nothing is read', () => {
    expect(
      faultsOf(`<?xml version="1.0" encoding="utf-8"?><!DOCTYPE project>${documentOf(event())}`),
    ).toEqual([]);
  });
});

describe('what is well-formed and not EPCIS is refused at its place', () => {
  test.each([
    [
      'a field twice',
      documentOf(event('<action>ADD</action>')),
      ['epcis/not-text /epcisBody/eventList/0/action'],
    ],
    [
      'a field of no standard',
      documentOf(event('<colour>red</colour>')),
      ['epcis/unknown-field /epcisBody/eventList/0/colour'],
    ],
    [
      'a quantity in words',
      documentOf(
        event(
          '<quantityList><quantityElement><epcClass>urn:x:1</epcClass><quantity>ten</quantity></quantityElement></quantityList>',
        ),
      ),
      ['epcis/not-a-number /epcisBody/eventList/0/quantityList/0/quantity'],
    ],
    ['a kind of 1.1', documentOf(event(), '<QuantityEvent/>'), ['epcis/value /epcisBody/eventList/1/type']],
    ['a kind of nobody', documentOf('<FireEvent/>'), ['epcis/value /epcisBody/eventList/0/type']],
    [
      'no body',
      '<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-11-20T08:00:00Z"/>',
      ['epcis/required /epcisBody/eventList'],
    ],
    ['no version', documentOf().replace('schemaVersion="2.0"', ''), ['epcis/required /schemaVersion']],
    ['another document', '<html/>', ['epcis/document-type /type']],
  ])('%s', (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test('and the line says where the event begins', () => {
    const parsed = parseCaptureXml(documentOf(`\n${event()}\n`, `\n\n${event('<bizStep>x</bizStep>')}`));
    expect(!parsed.ok && parsed.error[0]?.detail).toContain('(in the event on line 5)');
  });
});

describe('extensions keep their names and values', () => {
  const read = (inside: string) => {
    const parsed = parseCaptureXml(documentOf(event(inside)));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const [one] = parsed.value.document.events;
    if (!one) throw new Error('there is an event');
    return one;
  };

  test('a prefix that means two things becomes two', () => {
    const { document, namespaces } = read('<ext:a>1</ext:a><ext:a xmlns:ext="urn:other:">2</ext:a>');
    expect(document).toMatchObject({ 'ext:a': '1', 'ext1:a': '2' });
    expect(Object.fromEntries(namespaces)).toEqual({ ext: 'https://example.com/', ext1: 'urn:other:' });
  });

  test('a namespace without prefix gets one', () => {
    const { document, namespaces } = read('<a xmlns="urn:other:"><b>2</b></a>');
    expect(document).toMatchObject({ 'ns:a': { 'ns:b': '2' } });
    expect(namespaces.get('ns')).toBe('urn:other:');
  });

  test('a name such as __proto__ is a name like any other', () => {
    const { document } = read('<ext:a><__proto__><b>1</b></__proto__><constructor>2</constructor></ext:a>');
    expect(JSON.stringify(document['ext:a'])).toBe('{"__proto__":{"b":"1"},"constructor":"2"}');
  });

  test('repeated elements are a list, text beside them stays', () => {
    const { document } = read('<ext:a at="3">t<ext:b>1</ext:b><ext:b/></ext:a>');
    expect(document['ext:a']).toEqual({ at: '3', '#text': 't', 'ext:b': ['1', ''] });
  });

  test('CDATA and character references are text', () => {
    expect(read('<ext:a><![CDATA[<&>]]>&#x20AC;&amp;</ext:a>').document['ext:a']).toBe('<&>€&');
  });
});

const files = haveVectors
  ? readdirSync(vectorPath('epcis'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.xml'),
    )
  : [];
const corpus = files.map((file) => readFileSync(vectorPath(`epcis/${file}`), 'utf8'));

describe.skipIf(!haveVectors)(`the published documents as streams${vectorsNote}`, () => {
  const withoutContext = (json: JsonObject): string => {
    const { '@context': _context, ...members } = json;
    return JSON.stringify(members);
  };

  /** The events of a text that arrives in pieces of `size`. */
  function streamed(text: string, size: number): readonly string[] {
    const reader = new EpcisXmlReader();
    const events: string[] = [];
    for (let at = 0; at < text.length; at += size) {
      const whole = reader.write(text.slice(at, at + size));
      events.push(...whole.map(({ json }) => withoutContext(json)));
    }
    expect(reader.end()).toBeUndefined();
    return events;
  }

  test('cut anywhere, they are the same events', () => {
    const sizes = [1, 7, 64, 1_000];
    for (const [i, marked] of corpus.entries()) {
      const text = marked.replace('\ufeff', '');
      const whole = parseCaptureXml(text);
      if (!whole.ok) continue;
      const want = whole.value.document.events.map((one) => withoutContext(one.document));
      expect(streamed(text, sizes[i % sizes.length] ?? 1)).toEqual(want);
    }
  });

  test('damaged anywhere, they are read or refused, and what is read can be hashed', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...corpus),
        fc.nat(),
        fc.nat(40),
        fc.constantFrom('', '<', '&', '"', '</a>', '<a>', ']]>', '\u0000', '\ud800', 'xmlns:epcis="urn:x:"'),
      )
      .map(([text, at, drop, put]) => {
        const from = at % text.length;
        return text.slice(0, from) + put + text.slice(from + drop);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const parsed = parseCaptureXml(text);
        if (parsed.ok)
          for (const one of parsed.value.document.events) expect(eventHashOf(one)).toMatch(/^ni:/);
        else expect(parsed.error.length).toBeGreaterThan(0);
      }),
      { seed: 20_261_120, numRuns: 2_000 },
    );
  });
});

test('an event is handed out with its last tag, and a thousand events are a thousand', () => {
  const reader = new EpcisXmlReader();
  expect(reader.write(HEAD)).toEqual([]);
  for (let i = 0; i < 1_000; i++) {
    const text = event('', String(i));
    expect(reader.write(text.slice(0, -1))).toEqual([]);
    expect(reader.write('>')).toHaveLength(1);
  }
  expect(reader.write(TAIL)).toEqual([]);
  expect(reader.end()).toBeUndefined();
});
