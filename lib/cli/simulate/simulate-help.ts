/** What `vialog simulate --help` tells. */
export const SIMULATE_HELP = `Usage: vialog simulate --out DIR [--events N] [--seed N] [--noise none|default|stress] [--attacks power|realistic|clean]

Writes the history of an invented supply chain: world.json and events.ndjson, which "vialog backtest" reads, and labels.ndjson, which
tells what in it is an attack. The same options give the same bytes.

  --out DIR      where to write; made where it is missing
  --events N     about how many lines (100000)
  --seed N       another number is another world (1)
  --noise LEVEL  how much is late, missing or mistyped (default)
  --attacks MIX  power: about one pack in a hundred; realistic: one in a hundred thousand; clean: none (power)`;
