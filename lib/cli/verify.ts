import { readFileSync, statSync } from 'node:fs';
import { MOST_BUNDLE_BYTES } from '../evidence/bundle/parse-bundle-json.ts';
import { type VerifiedBundle, verifyBundle } from '../evidence/bundle/verify-bundle.ts';
import type { ConsoleIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';
import { bundleSentences, faultSentence } from './verify/bundle-sentences.ts';
import { verifyOptions } from './verify/verify-options.ts';

/** `vialog verify`: checks an evidence bundle offline. Gives the exit code: 0 it holds, 1 it does not. Throws {@link UnusableInput}. */
export async function verify(args: readonly string[], io: ConsoleIo): Promise<number> {
  const { file, logKey, witnesses, json } = verifyOptions(args);
  const verified = verifyBundle(bytesOf(file), { logKey, witnesses });
  if (verified.ok) {
    io.out(json ? JSON.stringify(reportOf(verified.value)) : bundleSentences(verified.value).join('\n'));
    return 0;
  }
  if (json) io.out(JSON.stringify({ ok: false, ...verified.error }));
  else io.err(faultSentence(verified.error));
  return 1;
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > MOST_BUNDLE_BYTES)
      throw new UnusableInput(`${file} is too large for a bundle.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`${file} cannot be read.`);
  }
}

/** What `--json` prints. */
const reportOf = ({
  entries,
  signatures,
  subjects,
  size,
  root: _root,
  finding: _finding,
  ...said
}: VerifiedBundle) => ({
  ok: true,
  ...said,
  ...{ size: `${size}`, subjects },
  entries: entries.map(({ index, id, leaf, fields }, at) => ({
    ...{ index: `${index}`, id, type: leaf.type, signedBy: signatures[at] },
    fields: fields.map(({ name, state }) => ({ name, state })),
  })),
});
