/**
 * What judges scans knows GS1's tables and ten keyboards: it is loaded once the page listens. A scan that comes sooner waits for
 * it.
 */
export async function loadJudge() {
  const [{ judgeReading, judgeScan }, { readHandScan }, { soundnessOf }] = await Promise.all([
    import('./judge-scan.ts'),
    import('../../lib/scan/read-hand-scan.ts'),
    import('../../lib/scan/sound-reading.ts'),
  ]);
  return { judgeReading, judgeScan, readHandScan, soundnessOf };
}
