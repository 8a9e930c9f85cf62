import { partyUri } from '../gs1/digital-link.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import type { Told } from './emitter.ts';
import type { SimOrg } from './sim-world.ts';

export type AttackType = `T${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`;
export type AttackSkill = 'naive' | 'adaptive' | 'insider';

/** One attack, with everything that belongs to it. */
export class Campaign {
  readonly id: string;
  readonly type: AttackType;
  readonly skill: AttackSkill;
  readonly variant: string;
  readonly #epcs = new Set<string>();
  readonly #events = new Set<string>();
  readonly #parties = new Set<SimOrg>();
  #startedAt: Instant | undefined;
  #provableAt: Instant | undefined;

  constructor(id: string, type: AttackType, skill: AttackSkill, variant: string) {
    this.id = id;
    this.type = type;
    this.skill = skill;
    this.variant = variant;
  }

  /** An organisation that knows what it does. */
  by(org: SimOrg): this {
    this.#parties.add(org);
    return this;
  }

  /** An event of the attack; `provable`: who knows the rules and all that had arrived could tell from it. */
  told(told: Told | undefined, epcs: readonly string[], provable: boolean): void {
    for (const epc of epcs) this.#epcs.add(epc);
    if (!told) return;
    this.#events.add(told.eventID);
    this.#startedAt = earlier(this.#startedAt, told.recordTime);
    if (provable) this.#provableAt = earlier(this.#provableAt, told.recordTime);
  }

  /** Labels at four levels, of what has arrived before `end`. */
  labels(end: Instant): readonly Json[] {
    const { id: campaign, type, skill, variant } = this;
    const parties = [...this.#parties].map(({ gln }) => partyUri(gln));
    const provable = this.#provableAt !== undefined && this.#provableAt <= end ? this.#provableAt : undefined;
    return [
      {
        ...{ level: 'campaign', id: campaign, type, skill, variant, parties, epcs: [...this.#epcs].sort() },
        startedAt: this.#startedAt === undefined ? null : instantText(this.#startedAt),
        provableAt: provable === undefined ? null : instantText(provable),
      },
      ...[...this.#events].sort().map((eventID) => ({ level: 'event', eventID, campaign, type })),
      ...[...this.#epcs].sort().map((epc) => ({ level: 'pack', epc, campaign, type })),
      ...parties.map((id) => ({ level: 'organisation', id, campaign, type })),
    ];
  }
}

const earlier = (a: Instant | undefined, b: Instant): Instant => (a === undefined || b < a ? b : a);
