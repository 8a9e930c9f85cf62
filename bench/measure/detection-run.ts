import { parseRegister } from '../../lib/anomaly/replay/register.ts';
import { Replay } from '../../lib/anomaly/replay/replay.ts';
import { parseReplayLine } from '../../lib/anomaly/replay/replay-line.ts';
import { replayOutput, stopFindings } from '../../lib/anomaly/replay/replay-output.ts';
import type { Json } from '../../lib/kernel/canonical-json.ts';
import { momentOf } from '../../lib/kernel/instant.ts';
import type { ScoredCampaign, ScoredFinding } from '../../lib/simulate/score.ts';
import type { SimOptions } from '../../lib/simulate/sim-options.ts';
import { simulate } from '../../lib/simulate/simulate.ts';

/** What one world gave. */
export interface DetectionRun {
  readonly findings: readonly ScoredFinding[];
  readonly campaigns: readonly ScoredCampaign[];
  readonly dispensed: number;
  readonly events: number;
  /** Time of the replay, and of parsing the same lines as JSON alone. */
  readonly replayMs: number;
  readonly parseMs: number;
}

/** Simulates a world and shows it to the detectors. The ids of different worlds do not meet. */
export function detectionRun(options: SimOptions): DetectionRun {
  const { world, lines, labels } = simulate(options);
  const register = parseRegister(world);
  if (!register.ok) throw new Error(JSON.stringify(register.error));
  const texts = [...lines()].map(({ json }) => JSON.stringify(json));
  const parseStart = performance.now();
  let dispensed = 0;
  for (const text of texts) dispensed += Number(isSupply(JSON.parse(text)));
  const parseMs = performance.now() - parseStart;
  const start = performance.now();
  const { findings } = replayed(new Replay(register.value), texts);
  const replayMs = performance.now() - start;
  const world1 = (id: string) => `${options.seed}/${options.attacks}/${id}`;
  const campaigns = labels().filter((label) => (label as { level?: string }).level === 'campaign');
  return {
    ...{ dispensed, events: texts.length, replayMs, parseMs },
    findings: (findings as unknown as readonly ScoredFinding[]).map((one) => ({
      ...one,
      caseId: one.caseId === null ? null : world1(one.caseId),
      epcs: one.epcs.map(world1),
    })),
    campaigns: (campaigns as unknown as readonly ScoredCampaign[]).map((one) => ({
      ...one,
      epcs: one.epcs.map(world1),
    })),
  };
}

const isSupply = (line: { readonly event?: { readonly bizStep?: string } }): boolean =>
  line.event?.bizStep === 'dispensing';

function replayed(replay: Replay, texts: readonly string[]) {
  const stopped: Json[] = [];
  let last = momentOf(0);
  for (const text of texts) {
    const line = parseReplayLine(text);
    if (!line.ok) throw new Error(line.error.detail);
    const stop = replay.take(line.value);
    if (stop) stopped.push(...stopFindings(stop));
    last = line.value.recordTime;
  }
  replay.end(last);
  return replayOutput(replay.findings, stopped, {});
}
