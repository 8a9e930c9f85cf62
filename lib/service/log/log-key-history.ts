import { keysFile } from './keys-file.ts';

/** A key of the log, and the sizes of the heads that it signed, as the log's public address tells them. */
export interface LogKeyText {
  readonly vkey: string;
  readonly fromSize: string;
  readonly toSize: string | undefined;
}

/** The history of the log's keys, oldest first. */
export async function logKeyHistory(): Promise<readonly LogKeyText[]> {
  const { bytes } = await keysFile();
  const { keys } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly keys: readonly {
      readonly vkey: string;
      readonly fromSize: string;
      readonly toSize: string | null;
    }[];
  };
  return keys.map(({ vkey, fromSize, toSize }) => ({ vkey, fromSize, toSize: toSize ?? undefined }));
}

/** The verifier keys of the log, oldest first. */
export const logKeyTexts = async (): Promise<readonly string[]> =>
  (await logKeyHistory()).map(({ vkey }) => vkey);
