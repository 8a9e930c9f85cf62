/**
 * How well the camera reads: symbols as a hand holds them, frame by frame and as one second of film, through the very steps
 * that the Scan page takes. `npm run bench -- camera`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { CONDITIONS, type Condition, TYPICAL } from './measure/camera-conditions.ts';
import { filmRead } from './measure/camera-film.ts';
import { frameOf } from './measure/camera-frame.ts';
import { LOOK_NAMES, readAtLook } from './measure/camera-looks.ts';
import { options } from './measure/options.ts';
import { seeded } from './measure/random.ts';
import { report } from './measure/report.ts';
import { randomPackSymbol } from './measure/symbol-modules.ts';
import { wrongTexts } from './measure/wrong-texts.ts';

const { frames, films, wrong } = options({ frames: 12, films: 40, wrong: 400 });

async function prepareDecoder(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
}

/** Shares of single frames read, by look. */
async function frameShares({ name, view }: Condition): Promise<readonly [string, string, string]> {
  const read = LOOK_NAMES.map(() => 0);
  let any = 0;
  for (let seed = 0; seed < frames; seed++) {
    const random = seeded(7000 + seed);
    const symbol = await randomPackSymbol(random);
    const frame = frameOf(symbol, view(random), random);
    const hits = await Promise.all(LOOK_NAMES.map((_, look) => readAtLook(frame, look, symbol.text)));
    hits.forEach((hit, look) => {
      if (hit) read[look] = (read[look] ?? 0) + 1;
    });
    if (hits.includes(true)) any++;
  }
  return [name, percent(any, frames), read.map((count) => percent(count, frames).padStart(5)).join(' ')];
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

async function typicalFilms(): Promise<{ readonly share: number; readonly medianMs: number }> {
  const times: number[] = [];
  for (let seed = 0; seed < films; seed++) {
    const atMs = await filmRead(TYPICAL, seeded(9000 + seed));
    if (atMs !== undefined) times.push(atMs);
  }
  times.sort((a, b) => a - b);
  return { share: times.length / films, medianMs: times[times.length >> 1] ?? 0 };
}

await prepareDecoder();
const rows: (readonly [string, string, string])[] = [['one frame', 'any look', LOOK_NAMES.join(' | ')]];
for (const condition of CONDITIONS) rows.push(await frameShares(condition));
const film = await typicalFilms();
rows.push([`hand-held typical, ${films} films`, percent(film.share * films, films), 'read within a second']);
const wrongs = await wrongTexts(wrong);
rows.push([`wrong texts in ${wrong} frames`, String(wrongs.wrong), `${wrongs.read} frames read`]);

report({
  bench: 'camera',
  how: `${frames} frames of 640 x 480 for each condition; a second of film at 30 frames, the decoder's own time on its clock`,
  rows,
  goals: {
    'hand-held typical within a second': { ratio: film.share, atLeast: 0.9 },
    'wrong texts': { ratio: wrongs.wrong, atMost: 0 },
  },
  more: { medianMs: Math.round(film.medianMs), frames: wrong },
});
