import { expect, test } from 'vitest';
import { type ScoredCampaign, type ScoredFinding, score } from './score.ts';

const finding = (more: Partial<ScoredFinding>): ScoredFinding => ({
  ...{ id: 'f', detector: 'D03', kind: 'case', severity: 5, caseId: null, epcs: ['a'], parties: [] },
  ...{ raisedAt: '2026-03-02T00:00:00Z', visibleAt: '2026-03-02T05:00:00Z', status: 'open' },
  ...more,
});

const campaign = (more: Partial<ScoredCampaign>): ScoredCampaign => ({
  ...{ id: 'k', type: 'T1', skill: 'naive', variant: 'silent', parties: [], epcs: ['a', 'b'] },
  ...{ startedAt: '2026-03-01T00:00:00Z', provableAt: '2026-03-01T00:00:00Z' },
  ...more,
});

const scored = (findings: readonly ScoredFinding[], campaigns: readonly ScoredCampaign[] = [campaign({})]) =>
  score({ findings, campaigns, dispensed: 10_000 });

test('a case about one of its packs finds a campaign, from its first event to when somebody sees it', () => {
  expect(scored([finding({})]).byType).toMatchObject({ T1: { found: 1, of: 1, medianHours: 29 } });
});

test.each([
  ['a case about another pack', finding({ epcs: ['z'] })],
  ['what was raised before the campaign began', finding({ raisedAt: '2026-02-01T00:00:00Z' })],
  ['what was withdrawn', finding({ status: 'withdrawn' })],
  ['what only the partner was told', finding({ kind: 'data-quality' })],
])('%s finds none', (_name, one) => {
  expect(scored([one]).byType).toMatchObject({ T1: { found: 0, of: 1, medianHours: null } });
});

test('a campaign that nobody could prove is not counted', () => {
  expect(scored([], [campaign({ provableAt: null })]).byType).toMatchObject({ T1: { found: 0, of: 0 } });
});

test('false cases, items and stops are three numbers; findings of one case are one; compliance is apart', () => {
  const other = { epcs: ['z'] };
  const { falsePer10k, dataQualityPer10k, falseStopsPer10k, packsStopped } = scored([
    finding({}),
    finding({ ...other, id: '1', caseId: 'c', severity: 3 }),
    finding({ ...other, id: '2', caseId: 'c', severity: 4 }),
    finding({ ...other, id: '3', severity: 3 }),
    finding({ ...other, id: '4', detector: 'D13' }),
    finding({ ...other, id: '5', kind: 'data-quality' }),
    finding({ ...other, id: '6', kind: 'stop' }),
    finding({ id: '7', kind: 'stop' }),
  ]);
  expect(falsePer10k).toEqual({ atLeast3: 2, atLeast4: 1, critical: 0 });
  expect([dataQualityPer10k, falseStopsPer10k, packsStopped]).toEqual([1, 1, 1]);
});
