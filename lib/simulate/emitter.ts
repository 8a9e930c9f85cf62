import { partyUri } from '../gs1/digital-link.ts';
import { parseSerial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { Heap } from '../kernel/heap.ts';
import { type Instant, instantText, momentOf } from '../kernel/instant.ts';
import { daysAfter, type LocalDate } from '../kernel/local-date.ts';
import { type NoiseModel, noiseModel } from './noise-model.ts';
import { opaque, RandomStream } from './random-stream.ts';
import { eventOf, type SimDeed, type SimPack } from './sim-event.ts';
import type { SimOptions } from './sim-options.ts';
import type { SimOrg } from './sim-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A line of `events.ndjson`, before it is written. */
export interface SimLine {
  readonly recordTime: Instant;
  readonly eventID: string;
  readonly json: Json;
}

/** What a deed is told as beside what happened. */
export interface TellOptions {
  /** Nothing of the noise befalls it: an attacker's own care. */
  readonly clean?: boolean;
  readonly source?: 'scan' | 'manual' | 'file';
  /** What the label said, where it is not what its batch says. */
  readonly label?: { readonly lot?: string; readonly expiry?: LocalDate };
  /** Declares the event of this name an error. */
  readonly declares?: { readonly eventID: string; readonly happenedAt: Instant };
}

/** What is known of an event that was told. */
export interface Told {
  readonly eventID: string;
  readonly recordTime: Instant;
}

/** Turns deeds into lines: late, twice, mangled, or not at all, as the noise has it; gives them in the order of arrival. */
export class Emitter {
  readonly #options: SimOptions;
  readonly #noise: NoiseModel;
  readonly #waiting = new Heap<SimLine>(
    (a, b) => a.recordTime < b.recordTime || (a.recordTime === b.recordTime && a.eventID < b.eventID),
  );
  #count = 0;
  #now = 0;

  constructor(options: SimOptions) {
    this.#options = options;
    this.#noise = noiseModel(options.noise);
  }

  get noise(): NoiseModel {
    return this.#noise;
  }

  /** Tells of a deed; `undefined` where nobody records it. */
  tell(deed: SimDeed, how: TellOptions = {}): Told | undefined {
    this.#count += 1;
    const random = new RandomStream(this.#options.seed, 'noise', this.#count);
    if (!how.clean && this.#isMissed(deed, random)) return undefined;
    const eventID = how.declares?.eventID ?? this.#eventId();
    const eventTime = momentOf(deed.at + (how.clean ? 0 : this.#clockError(deed.org)));
    const recordTime = momentOf(Math.max(this.#now, deed.at + Math.round(this.#lag(deed, random, how))));
    const source = how.source ?? sourceOf(deed);
    const telling = how.declares
      ? { eventID, eventTime: how.declares.happenedAt, declaredAt: deed.at }
      : { eventID, eventTime };
    const read = this.#read(deed, random, how);
    const line: SimLine = {
      ...{ recordTime, eventID },
      json: {
        recordTime: instantText(recordTime),
        source: read.manual ? 'manual' : source,
        device: source === 'file' ? null : `d-${opaque(4, this.#options.seed, deed.org.gln)}`,
        reporter: partyUri(deed.org.gln),
        scanned: read.scanned,
        event: eventOf({ ...deed, packs: read.packs }, telling),
      },
    };
    this.#waiting.add(line);
    if (!how.clean && random.chance(this.#noise.duplicate)) this.#again(line, random);
    return { eventID, recordTime };
  }

  /** The next line that has arrived before `now`. What is told from now on arrives later, whenever it happened. */
  takeBefore(now: number): SimLine | undefined {
    this.#now = Math.max(this.#now, now);
    const { first } = this.#waiting;
    return first && first.recordTime < now ? this.#waiting.take() : undefined;
  }

  #again(line: SimLine, random: RandomStream): void {
    const recordTime = momentOf(line.recordTime + random.whole(1, 600) * 1000);
    const json = { ...(line.json as Readonly<Record<string, Json>>), recordTime: instantText(recordTime) };
    this.#waiting.add({ ...line, recordTime, json });
  }

  #eventId(): string {
    const hex = opaque(32, this.#options.seed, 'event', this.#count);
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #isMissed({ step }: SimDeed, random: RandomStream): boolean {
    const { missingShipment, missingReceipt, unscanned } = this.#noise;
    if (step === 'ship') return random.chance(missingShipment);
    if (step === 'receive') return random.chance(missingReceipt);
    return step === 'supply' && random.chance(unscanned);
  }

  #lag(deed: SimDeed, random: RandomStream, { clean }: TellOptions): number {
    const soon = 2000 + random.exponential(20_000);
    if (clean) return soon;
    const { lateFile, offlineCounters } = this.#noise;
    if (sourceOf(deed) === 'file')
      return random.chance(lateFile) ? random.between(DAY, 5 * DAY) : random.between(MINUTE, HOUR);
    // Who works offline sends what it has every second day.
    if (this.#orgChance(deed.org, 'offline') < offlineCounters) return 2 * DAY - (deed.at % (2 * DAY)) + soon;
    return soon;
  }

  #clockError(org: SimOrg): number {
    const { clockOrgs, timeTravelOrgs } = this.#noise;
    const at = this.#orgChance(org, 'clock');
    if (at < timeTravelOrgs) return -12 * HOUR;
    if (at >= timeTravelOrgs + clockOrgs) return 0;
    return -HOUR * (1 + Math.floor(this.#orgChance(org, 'hours') * 3));
  }

  #orgChance(org: SimOrg, what: string): number {
    return new RandomStream(this.#options.seed, 'noise', what, org.gln).next();
  }

  /** What the scanner delivers: the label, or what a bad scanner or a hand makes of it. */
  #read(deed: SimDeed, random: RandomStream, { label, clean }: TellOptions) {
    const [pack, ...others] = deed.packs;
    if (!pack || others.length > 0 || (deed.step !== 'verify' && deed.step !== 'supply'))
      return { scanned: null, packs: deed.packs, manual: false };
    const { manualEntry, typo, badScannerOrgs, mangledScan } = this.#noise;
    const scanned = { lot: label?.lot ?? pack.batch.lot, expiry: label?.expiry ?? pack.batch.expiry };
    const manual = !clean && random.chance(manualEntry);
    if (manual && random.chance(typo))
      return {
        scanned: { ...scanned, expiry: daysAfter(scanned.expiry, -random.whole(1, 9)) },
        packs: deed.packs,
        manual,
      };
    const isBad =
      !clean && this.#orgChance(deed.org, 'scanner') < badScannerOrgs && inFault(deed, this.#options.seed);
    const packs = isBad && random.chance(mangledScan) ? [mangled(pack)] : deed.packs;
    return { scanned, packs, manual };
  }
}

/** A scanner is at fault for some days. */
const inFault = ({ org, at }: SimDeed, seed: number): boolean => {
  const day = Math.floor(new RandomStream(seed, 'noise', 'fault', org.gln).next() * 100);
  return Math.floor(at / DAY) % 100 >= day && Math.floor(at / DAY) % 100 < day + 12;
};

/** Upper case becomes lower case: what a keyboard under Caps Lock does. */
function mangled(pack: SimPack): SimPack {
  const [head, serial = ''] = pack.epc.split('/21/');
  const lower = parseSerial(serial.toLowerCase());
  return lower.ok ? { ...pack, epc: `${head}/21/${lower.value}` } : pack;
}

const sourceOf = ({ step }: SimDeed): 'scan' | 'file' =>
  step === 'verify' || step === 'supply' ? 'scan' : 'file';
