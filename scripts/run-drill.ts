/** `npm run drill -- NAME …`: a drill of failures at its whole length. The tests run the same ones shortened. */
import { generateClient } from './generate-client.ts';
import { mainOf } from './main-of.ts';
import { packageProgram, runProgram } from './run-program.ts';

/** Each with the test that it is. */
const DRILLS: Readonly<Record<string, { readonly file: string; readonly what: string }>> = {
  sequencers: {
    file: 'lib/worker/ledger-drill.test.ts',
    what: 'two sequencers killed again and again beside late, repeated and rolled back submissions',
  },
  database: {
    file: 'lib/worker/database-killed.test.ts',
    what: 'PostgreSQL killed in the middle of everything, again and again',
  },
  tampering: {
    file: 'lib/service/fsck/run-fsck.test.ts',
    what: 'a thousand random changes of one field each, every one found by fsck',
  },
  loss: {
    file: 'lib/service/fsck/losses.test.ts',
    what: 'a queued leaf deleted, an event of very many packs damaged, one id with two contents',
  },
  witnesses: {
    file: 'lib/worker/publish-cosigned.test.ts',
    what: 'a witness down, slow or lying; a database rolled back behind what witnesses have seen',
  },
  fork: { file: 'lib/cli/witness/witness.test.ts', what: 'a fork signed with the real key' },
  restore: {
    file: 'lib/cli/admin/recover.test.ts',
    what: 'an older backup restored: what the log has since is put back from a copy, or nothing is',
  },
  clock: { file: 'lib/worker/sequencer.test.ts', what: 'a clock that is wrong, an older state restored' },
};

async function runDrill(name: string): Promise<number> {
  const drill = DRILLS[name];
  if (!drill) {
    console.error(`There is no drill "${name}".`);
    return 1;
  }
  console.log(`${name}: ${drill.what}`);
  const args = [packageProgram('vitest/vitest.mjs'), 'run', drill.file, '--testTimeout=3600000'];
  return (await runProgram(process.execPath, args, { env: { VIALOG_DRILL: 'whole' } })).code;
}

mainOf(async () => {
  const asked = process.argv.slice(2);
  if (asked.length === 0) {
    for (const [name, { what }] of Object.entries(DRILLS)) console.log(`${name.padEnd(12)}${what}`);
    return 0;
  }
  await generateClient();
  const names = asked.includes('all') ? Object.keys(DRILLS) : asked;
  const codes: number[] = [];
  for (const name of names) codes.push(await runDrill(name));
  return Math.max(...codes);
});
