import { type LedgerHealth, ledgerHealth } from './ledger-health.ts';

type Metric = readonly [name: string, help: string, value: number | bigint, labels?: string];

/** The server in numbers, in Prometheus' text format (0.0.4), at `now`, milliseconds since 1970. */
export async function metrics(now: number): Promise<string> {
  const health = await ledgerHealth(now);
  return [...processMetrics(), ...(health ? ledgerMetrics(health) : [])].map(textOf).join('');
}

const processMetrics = (): readonly Metric[] => [
  ['process_resident_memory_bytes', 'Memory of the server process.', process.memoryUsage.rss()],
];

const ledgerMetrics = (health: LedgerHealth): readonly Metric[] => [
  ['vialog_ledger_pending', 'Leaves that wait for their place, counted up to 100000.', health.pending],
  ['vialog_ledger_pending_seconds', 'How long the oldest leaf has waited.', health.pendingMs / 1000],
  [
    'vialog_ledger_unpublished_seconds',
    'How long the oldest unsigned block has waited.',
    health.unpublishedMs / 1000,
  ],
  ['vialog_ledger_size', 'Entries in the tree.', health.size],
  ['vialog_ledger_published_size', 'Entries under the published head.', health.publishedSize],
  ['vialog_ledger_block_number', 'Number of the latest block.', health.blockNo],
  [
    'vialog_ledger_head_age_seconds',
    'Since when the published head is signed.',
    (health.publishedAgoMs ?? 0) / 1000,
  ],
  ['vialog_ledger_state', 'The state that the log is in.', 1, `{state="${health.state}"}`],
];

const textOf = ([name, help, value, labels = '']: Metric): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name}${labels} ${value}\n`;
