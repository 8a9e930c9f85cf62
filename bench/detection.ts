/**
 * `npm run bench -- detection`: what the detectors find in worlds that no threshold was chosen on, how many of their cases are false, and
 * how fast they are against parsing the same lines alone. Three mixes: attacked at default noise, without attacks, without attacks
 * at stress noise. Beside them B0: what European rules would raise, one alert a scan.
 */
import { score } from '../lib/simulate/score.ts';
import type { SimOptions } from '../lib/simulate/sim-options.ts';
import { type DetectionRun, detectionRun } from './measure/detection-run.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';

const { seeds, first, events } = options({ seeds: 5, first: 11, events: 60_000 });

const runs = (mix: Pick<SimOptions, 'noise' | 'attacks'>): readonly DetectionRun[] =>
  Array.from({ length: seeds }, (_, n) => {
    console.error(`seed ${first + n}, ${mix.noise} noise, ${mix.attacks}`);
    return detectionRun({ seed: first + n, events, ...mix });
  });

const sum = (all: readonly DetectionRun[], of: (run: DetectionRun) => number): number =>
  all.reduce((total, run) => total + of(run), 0);

const scored = (all: readonly DetectionRun[]) =>
  score({
    findings: all.flatMap(({ findings }) => findings),
    campaigns: all.flatMap(({ campaigns }) => campaigns),
    dispensed: sum(all, ({ dispensed }) => dispensed),
  });

/** B0: unknown, mismatching or already ended packs at the counter, each scan an alert. */
function europeanAlerts(all: readonly DetectionRun[]): number {
  const rules = new Set(['D01', 'D02', 'D03']);
  const alerts = all
    .flatMap(({ findings }) => findings)
    .filter(({ kind, detector }) => kind === 'stop' && rules.has(detector));
  return (alerts.length / sum(all, ({ dispensed }) => dispensed)) * 10_000;
}

const power = runs({ noise: 'default', attacks: 'power' });
const clean = runs({ noise: 'default', attacks: 'clean' });
const stress = runs({ noise: 'stress', attacks: 'clean' });
const [found, quiet, loud] = [scored(power), scored(clean), scored(stress)];

/** Share of true ones among cases of severity 4 and more, were so many packs attacked, in campaigns of twenty. */
function precisionAt(prevalence: number): string {
  const types = Object.values(found.byType).filter(({ of }) => of > 0);
  const recall = types.reduce((total, { share }) => total + share, 0) / Math.max(1, types.length);
  const trueCases = (prevalence * 10_000 * recall) / 20;
  return `${((100 * trueCases) / Math.max(1e-9, trueCases + quiet.falsePer10k.atLeast4)).toFixed(1)} %`;
}

const all = [...power, ...clean, ...stress];
const speed = sum(all, ({ parseMs }) => parseMs) / sum(all, ({ replayMs }) => replayMs);
const worst = Math.min(
  ...Object.values(found.byType)
    .filter(({ of }) => of > 0)
    .map(({ share }) => share),
);

report({
  bench: 'detection',
  how: `${seeds} seeds from ${first} on, about ${events.toLocaleString('en-GB')} events each; of 10,000 supplied`,
  rows: [
    [
      'false cases, severity 3 and more',
      `${quiet.falsePer10k.atLeast3}`,
      `B0 ${europeanAlerts(clean).toFixed(1)}`,
    ],
    [
      'false cases, severity 4 and more',
      `${quiet.falsePer10k.atLeast4}`,
      `at stress ${loud.falsePer10k.atLeast4}`,
    ],
    ['false cases, severity 5', `${quiet.falsePer10k.critical}`, `at stress ${loud.falsePer10k.critical}`],
    ['data-quality items', `${quiet.dataQualityPer10k}`, `at stress ${loud.dataQualityPer10k}`],
    ['false stops at the counter', `${quiet.falseStopsPer10k}`, `at stress ${loud.falseStopsPer10k}`],
    ...Object.entries(found.byType).map(
      ([type, { found: n, of, lower, medianHours }]) =>
        [
          `${type} campaigns found`,
          `${n}/${of}`,
          of === 0 ? 'not provable' : `lower bound ${lower.toFixed(2)}, median ${medianHours ?? '–'} h`,
        ] as const,
    ),
    ...[1e-6, 1e-5, 1e-4, 1e-3].map((at) => [`precision at prevalence ${at}`, precisionAt(at), ''] as const),
  ],
  goals: {
    'false cases, severity 4 and more': { ratio: quiet.falsePer10k.atLeast4, atMost: 1 },
    'false cases, severity 5': { ratio: quiet.falsePer10k.critical, atMost: 0.5 },
    'data-quality items': { ratio: quiet.dataQualityPer10k, atMost: 10 },
    'false stops': { ratio: quiet.falseStopsPer10k, atMost: 30 },
    'campaigns found, the worst type': { ratio: worst, atLeast: 0.9 },
    'speed against parsing alone': { ratio: speed, atLeast: 0.15 },
  },
});
