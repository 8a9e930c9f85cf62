/** What `vialog backtest --help` tells. */
export const BACKTEST_HELP = `Usage: vialog backtest --in DIR --out DIR [--until INSTANT] [--skip-invalid]

Shows a history (world.json, events.ndjson) to the detectors, as if it happened now, and writes what they find: findings.ndjson,
cases.ndjson, stops.ndjson, summary.json and run.json. Needs no server, no database and no network.

  --in DIR         the history
  --out DIR        where to write; made where it is missing
  --until INSTANT  leaves out what was recorded later
  --workers N      accepted for scripts; the run has one worker whatever N is
  --skip-invalid   passes over lines that cannot be read, counts and lists them
  --labels FILE    compares what was found with the labels of a simulated world, afterwards, and writes score.json`;
