/**
 * lib/anomaly/replay: a history run again from nothing, in memory, by the rules of custody and the detectors themselves: one code path
 * for what happens and for what has happened (backtest.md).
 */
import type { Decision } from '../../custody/decision.ts';
import { isCounter } from '../../custody/is-counter.ts';
import type { Statement } from '../../custody/statement.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import type { Instant } from '../../kernel/instant.ts';
import { coverageOf } from '../coverage-kept.ts';
import { detect, detectDue } from '../detect.ts';
import type { Detected, DetectorMemory, DetectorTimer } from '../detector.ts';
import type { DetectorFacts } from '../facts.ts';
import type { Finding, Withdrawal } from '../finding.ts';
import type { EventSighting, Sighting } from '../sighting.ts';
import { DueTimers } from './due-timers.ts';
import type { Register } from './register.ts';
import { detectorsBehind, type ReplayAnswer, ReplayCounter } from './replay-counter.ts';
import { replayFacts } from './replay-facts.ts';
import { ReplayLedger } from './replay-ledger.ts';
import type { ReplayLine } from './replay-line.ts';
import { eventIdOf, ReplayRecorder } from './replay-recorder.ts';

/** The answer that a person was given at a counter. */
export interface ReplayStop {
  readonly eventID: string;
  readonly verdict: 'supply' | 'rescan' | 'set-aside';
  readonly detectors: readonly string[];
  readonly at: Instant;
  readonly answer: ReplayAnswer;
}

/** A finding, and what became of it. */
export interface ReplayFinding {
  readonly finding: Finding;
  readonly withdrawal: Withdrawal | undefined;
}

/** A replay under way. Lines come in the order of their record times. */
export class Replay {
  readonly #register: Register;
  readonly #ledger: ReplayLedger;
  readonly #recorder: ReplayRecorder;
  readonly #counter: ReplayCounter;
  readonly #kept = new Map<string, Json>();
  readonly #memory: DetectorMemory = {
    get: (key) => this.#kept.get(key),
    set: (key, value) => {
      if (value === undefined) this.#kept.delete(key);
      else this.#kept.set(key, value);
    },
  };
  readonly #timers = new DueTimers<DetectorTimer & { readonly packs: readonly string[] }>();
  readonly #findings = new Map<string, ReplayFinding>();
  #refused = 0;

  constructor(register: Register) {
    this.#register = register;
    this.#ledger = new ReplayLedger(register);
    this.#recorder = new ReplayRecorder(register);
    this.#counter = new ReplayCounter(register, this.#ledger);
  }

  /** Takes the next line. Gives the answer of the counter, where the line tells of a scan at one. */
  take(line: ReplayLine): ReplayStop | undefined {
    this.#passTo(line.recordTime);
    const statement = this.#recorder.statement(line);
    if (!statement) return undefined;
    const answers = isAtCounter(line, statement) ? this.#ask(line, statement) : [];
    const decision = this.#ledger.decide(statement);
    if (decision.kind === 'refused') this.#refused += 1;
    for (const { observation, answer } of answers)
      if (statement.act !== 'supply' || answer.verdict !== 'supply') this.#see(observation);
    if (decision.kind === 'recorded') this.#record(statement, decision);
    return stopOf(line, statement, answers);
  }

  /** Nothing more is recorded until `at`: what is due by then comes due. */
  end(at: Instant): void {
    this.#passTo(at);
  }

  /** Everything found, in the order of finding. */
  get findings(): Iterable<ReplayFinding> {
    return this.#findings.values();
  }

  /** Events whose sender may not say what they say. */
  get refused(): number {
    return this.#refused;
  }

  #ask(line: ReplayLine, statement: Statement): readonly ReplayAnswer[] {
    const coverage = coverageOf(statement.reporter, {
      get: (key) => this.#memory.get(`0/${key}`),
    });
    return statement.packs.flatMap((pack) => this.#counter.judge(line, statement, pack, coverage) ?? []);
  }

  #record(statement: Statement, decision: Extract<Decision, { kind: 'recorded' }>): void {
    const sighting: EventSighting = {
      ...{ kind: 'event', realm: 0, event: statement.event, claim: statement },
      packs: statement.packs.map(({ uri }) => uri),
      breaches: [
        ...decision.flags,
        ...[...decision.packs.values(), ...decision.batches.values()].flatMap(({ breaches }) => breaches),
      ],
    };
    this.#see(sighting);
    this.#ledger.keep(statement, decision);
  }

  #see(sighting: Sighting): void {
    const detected = detect(sighting, this.#facts(), this.#memory);
    this.#keep(detected, sighting.kind === 'event' ? sighting.packs : []);
  }

  #passTo(at: Instant): void {
    for (let timer = this.#timers.takeDue(at); timer; timer = this.#timers.takeDue(at))
      this.#keep(detectDue(timer, this.#facts(), this.#memory), timer.packs);
  }

  #facts(): DetectorFacts {
    return replayFacts(this.#register, this.#ledger);
  }

  #keep({ findings, withdrawals, timers }: Detected, packs: readonly string[]): void {
    for (const finding of findings)
      if (!this.#findings.has(finding.id)) this.#findings.set(finding.id, { finding, withdrawal: undefined });
    for (const withdrawal of withdrawals) {
      const known = this.#findings.get(withdrawal.finding);
      if (known && !known.withdrawal) this.#findings.set(withdrawal.finding, { ...known, withdrawal });
    }
    for (const timer of timers ?? []) this.#timers.add({ ...timer, packs });
  }
}

/** A supply of packs read one at a time, or a verification. */
function isAtCounter(line: ReplayLine, statement: Statement): boolean {
  if (statement.corrects !== undefined || line.event.type !== 'ObjectEvent' || line.event.action === 'ADD')
    return false;
  if (statement.act === 'supply') return line.source !== 'file' || isCounter(statement);
  return statement.act === 'observe' && line.event.bizStep === 'inspecting' && statement.packs.length > 0;
}

const WORST = ['supply', 'rescan', 'set-aside'] as const;

function stopOf(
  line: ReplayLine,
  { event }: Statement,
  answers: readonly ReplayAnswer[],
): ReplayStop | undefined {
  const [worst] = answers.toSorted(
    (a, b) => WORST.indexOf(b.answer.verdict) - WORST.indexOf(a.answer.verdict),
  );
  if (!worst) return undefined;
  const { verdict } = worst.answer;
  return {
    ...{ eventID: eventIdOf(event), verdict, detectors: detectorsBehind(worst.answer) },
    ...{ at: line.recordTime, answer: worst },
  };
}
