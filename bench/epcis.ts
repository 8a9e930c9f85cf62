/**
 * `npm run bench -- epcis`: XML of EPCIS read as a stream into events, against the bare parser on the same text; memory from a short
 * document to a long one; event hashes a second. No database.
 */
import { SaxesParser } from 'saxes';
import type { EpcisEvent } from '../lib/epcis/epcis-event.ts';
import { eventHashOf } from '../lib/epcis/event-hash.ts';
import { parseEvent } from '../lib/epcis/parse-event.ts';
import { EpcisXmlReader } from '../lib/epcis/xml/epcis-xml-reader.ts';
import { alternate } from './measure/alternate.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';

const { megabytes, long, rounds, hashes } = options({
  megabytes: 40,
  long: 1_000,
  rounds: 9,
  hashes: 40_000,
});

const HEAD =
  '<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ext="https://example.com/" schemaVersion="2.0" creationDate="2026-11-20T08:00:00Z"><EPCISBody><EventList>';
const TAIL = '</EventList></EPCISBody></epcis:EPCISDocument>';
const EPCS = 20;

const eventXml = (n: number, epcs: number): string => `
<ObjectEvent>
  <eventTime>2026-11-20T08:00:00Z</eventTime>
  <eventTimeZoneOffset>+00:00</eventTimeZoneOffset>
  <epcList>
${Array.from({ length: epcs }, (_, i) => `    <epc>urn:epc:id:sgtin:9521234.012345.${n}-${i}</epc>\n`).join('')}  </epcList>
  <action>OBSERVE</action>
  <bizStep>urn:epcglobal:cbv:bizstep:shipping</bizStep>
  <disposition>urn:epcglobal:cbv:disp:in_transit</disposition>
  <readPoint><id>urn:epc:id:sgln:9521234.00001.0</id></readPoint>
  <ext:note>one</ext:note>
</ObjectEvent>`;

/** Some hundred kilobytes, as a socket delivers them. */
const PIECE = Array.from({ length: 200 }, (_, n) => eventXml(n, EPCS)).join('');

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Megabytes a second of processor time. */
function rateOf(write: (piece: string) => void, sizeMegabytes: number): number {
  const start = processorSeconds();
  write(HEAD);
  let size = 0;
  for (; size < sizeMegabytes * 1e6; size += PIECE.length) write(PIECE);
  write(TAIL);
  return size / 1e6 / (processorSeconds() - start);
}

function bareRate(): number {
  const parser = new SaxesParser({ xmlns: true });
  let heard = 0;
  const hear = (): void => {
    heard++;
  };
  parser.on('opentag', hear);
  parser.on('text', hear);
  parser.on('closetag', hear);
  const rate = rateOf((piece) => void parser.write(piece), megabytes);
  if (heard === 0) throw new Error('the bare parser hears nothing');
  return rate;
}

function readerRate(sizeMegabytes: number, eachPiece: () => void = () => undefined): number {
  const reader = new EpcisXmlReader();
  const rate = rateOf((piece) => {
    reader.write(piece);
    eachPiece();
  }, sizeMegabytes);
  const fault = reader.end();
  if (fault) throw new Error(fault.detail);
  return rate;
}

/** The largest the process was while it read a document of this size, in megabytes. */
function peakMegabytes(sizeMegabytes: number): number {
  let peak = 0;
  readerRate(sizeMegabytes, () => {
    peak = Math.max(peak, process.memoryUsage().rss / 1e6);
  });
  return peak;
}

function eventOf(epcs: number): EpcisEvent {
  const [event] = new EpcisXmlReader().write(HEAD + eventXml(0, epcs) + TAIL);
  const parsed = parseEvent(event?.json, undefined);
  if (!parsed.ok) throw new Error('the event of the benchmark is sound');
  return parsed.value;
}

/** Event hashes a second of processor time. */
function hashRate(event: EpcisEvent, count: number): number {
  const start = processorSeconds();
  for (let i = 0; i < count; i++) eventHashOf(event);
  return count / (processorSeconds() - start);
}

readerRate(10);
bareRate();
const pairs = await alternate(rounds, {
  ours: async () => readerRate(megabytes),
  plain: async () => bareRate(),
});
const ratio = median(pairs.map(({ ours, plain }) => ours / plain));
const short = peakMegabytes(10);
const flat = peakMegabytes(long);
const [one, twenty] = [eventOf(1), eventOf(EPCS)];
hashRate(one, hashes / 10);
const ones = hashRate(one, hashes);
const twenties = hashRate(twenty, hashes / EPCS);

const rate = (side: 'ours' | 'plain'): string => `${median(pairs.map((pair) => pair[side])).toFixed(0)} MB/s`;
report({
  bench: 'epcis',
  how: `events of ${EPCS} packs in XML 2.0, ${rounds} rounds of ${megabytes} MB, processor time`,
  rows: [
    ['XML into events', rate('ours'), `${rate('plain')} (saxes alone)`],
    [`largest process, 10 MB and ${long} MB`, `${flat.toFixed(0)} MB`, `${short.toFixed(0)} MB (10 MB)`],
    ['event hashes of one pack', `${ones.toFixed(0)}/s`, ''],
    [`event hashes of ${EPCS} packs`, `${twenties.toFixed(0)}/s`, ''],
  ],
  goals: {
    'XML against saxes': { ratio, atLeast: 0.5 },
    'memory, long against short': { ratio: flat / short, atMost: 1.5 },
    'event hashes, of 20,000/s': { ratio: ones / 20_000, atLeast: 1 },
  },
});
