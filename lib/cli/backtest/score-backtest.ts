import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Score, type ScoredCampaign, type ScoredFinding, score } from '../../simulate/score.ts';
import { UnusableInput } from '../unusable-input.ts';

/** Compares what a backtest has written with the labels of the world, and writes `score.json`. */
export function scoreBacktest(labels: string, to: string, dispensed: number): Score {
  const campaigns = linesOf(labels).filter((one) => one['level'] === 'campaign');
  const scored = score({
    findings: linesOf(join(to, 'findings.ndjson')) as unknown as readonly ScoredFinding[],
    campaigns: campaigns as unknown as readonly ScoredCampaign[],
    dispensed,
  });
  writeFileSync(join(to, 'score.json'), `${JSON.stringify(scored, null, 2)}\n`);
  return scored;
}

type Line = Readonly<Record<string, unknown>>;

function linesOf(path: string): readonly Line[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
  } catch {
    throw new UnusableInput(`${path}: it is missing, or a line is not JSON.`);
  }
}

/** The figures as a table for people. */
export function scoreTable({
  dispensed,
  falsePer10k,
  dataQualityPer10k,
  falseStopsPer10k,
  byType,
}: Score): string {
  const rows = Object.entries(byType).map(([type, { found, of, lower, medianHours }]) =>
    [
      type.padEnd(4),
      `${found}/${of}`.padStart(7),
      lower.toFixed(2).padStart(6),
      `${medianHours ?? 'never'}`.padStart(8),
    ].join(' '),
  );
  return [
    `Of 10,000 supplied (${dispensed.toLocaleString('en-GB')} in all): false cases of severity 3 and more ${falsePer10k.atLeast3}, of 4 and more ${falsePer10k.atLeast4}, of 5 ${falsePer10k.critical};`,
    `data-quality items ${dataQualityPer10k}; false stops ${falseStopsPer10k}.`,
    'type   found  lower    hours',
    ...rows,
  ].join('\n');
}
