import { type AttackSkill, type AttackType, Campaign } from '../labels.ts';
import { opaque } from '../random-stream.ts';
import { DAY, type Simulation } from '../simulation.ts';
import { LINES_PER_PACK } from '../trade.ts';
import { AttackScene } from './attack-scene.ts';
import { cloneActive, cloneSupplied, guessSerials } from './clones.ts';
import { divertMarket, resellHospitalStock, resellWaste, stealCargo } from './diversion.ts';
import { buyBack, pretendSales, reuseSerials, staySilent, tamper, tradeSuspended } from './insiders.ts';

interface Attack {
  readonly type: AttackType;
  readonly variants: readonly [string, ...string[]];
  play(scene: AttackScene): void;
}

/** Every kind of attack of detectors.md 3.4. */
const ATTACKS: readonly Attack[] = [
  { type: 'T1', variants: ['silent', 'one-serial', 'papered'], play: cloneSupplied },
  { type: 'T2', variants: ['shelf', 'warehouse'], play: cloneActive },
  { type: 'T3', variants: ['guessed'], play: guessSerials },
  { type: 'T4', variants: ['market'], play: divertMarket },
  { type: 'T5', variants: ['used', 'unused'], play: resellHospitalStock },
  { type: 'T6', variants: ['reported', 'unreported'], play: stealCargo },
  { type: 'T7', variants: ['destroyed', 'relabelled'], play: resellWaste },
  { type: 'T8', variants: ['resold'], play: buyBack },
  { type: 'T9', variants: ['burst', 'slow'], play: pretendSales },
  { type: 'T10', variants: ['back-dated'], play: tamper },
  { type: 'T11', variants: ['suspended'], play: tradeSuspended },
  { type: 'T12', variants: ['reused'], play: reuseSerials },
  { type: 'T13', variants: ['silent'], play: staySilent },
];

const SKILLS: readonly [AttackSkill, ...AttackSkill[]] = ['naive', 'adaptive', 'insider'];

/** About a pack in a hundred, in campaigns of twenty. */
const EVENTS_PER_CAMPAIGN = 3_800;

/** Fills the agenda with attacks, of every type and skill in turn; each begins when there is enough to choose from. */
export function scheduleAttacks(sim: Simulation): void {
  const { attacks, events } = sim.options;
  const packs = events / LINES_PER_PACK;
  const count =
    attacks === 'clean'
      ? 0
      : attacks === 'power'
        ? Math.max(13, Math.round(events / EVENTS_PER_CAMPAIGN))
        : Math.round((packs * 1e-5) / 20);
  for (let n = 0; n < count; n++) {
    const random = sim.random('attack', n);
    const attack = ATTACKS[n % ATTACKS.length];
    if (!attack) continue;
    // Small worlds too see every skill and variant, one seed after the other.
    const round = sim.options.seed + Math.floor(n / ATTACKS.length);
    const variant = attack.variants[round % attack.variants.length] ?? attack.variants[0];
    const skill = SKILLS[round % SKILLS.length] ?? SKILLS[0];
    const campaign = new Campaign(
      `k-${opaque(10, sim.options.seed, 'campaign', n)}`,
      attack.type,
      skill,
      variant,
    );
    sim.campaigns.push(campaign);
    const startsAt = sim.world.start + random.between(0.5, 0.75) * sim.world.days * DAY;
    attack.play(new AttackScene(sim, campaign, random, startsAt));
  }
}
