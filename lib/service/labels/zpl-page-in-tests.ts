import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A symbol that a printer is told to draw, and its text, GS for FNC1 after the first. */
export interface ZplSymbol {
  readonly command: 'BX' | 'BC';
  readonly text: string;
}

export interface ZplPage {
  readonly symbols: readonly ZplSymbol[];
  readonly texts: readonly string[];
}

/**
 * Reads labels as a Zebra printer would (ZPL II Programming Guide): commands begin with a circumflex, ^FD goes on until the next one, and
 * what it means was said by the command before it.
 */
export function zplPages(zpl: string): readonly ZplPage[] {
  const labels = zpl.split('^XA').slice(1);
  return labels.map((label) => {
    const fields = [...label.matchAll(/\^(BX|BC|A0)([^^]*)\^FD([^^]*)\^FS/g)];
    return {
      symbols: fields.flatMap(([, command, parameters = '', data = '']): ZplSymbol[] => {
        if (command === 'A0') return [];
        return command === 'BX'
          ? [{ command, text: matrixText(parameters, data) }]
          : [{ command: 'BC', text: barText(data) }];
      }),
      texts: fields.flatMap(([, command, , data = '']) => (command === 'A0' ? [data] : [])),
    };
  });
}

/** ^BXo,h,s,c,r,f,g: g announces function characters, of which the guide knows 1 to 3. */
function matrixText(parameters: string, data: string): string {
  const announcer = parameters.split(',')[6] ?? '~';
  const parts = data.split(`${announcer}1`);
  if (parts.shift() !== '') throw new Error('the symbol does not begin with FNC1');
  return parts.join('\u001d');
}

/** >; begins in set C, >8 is FNC1, and two digits are one character. */
function barText(data: string): string {
  const digits = /^>;>8((?:\d\d)+)$/.exec(data)?.[1];
  if (digits === undefined) throw new Error('the bars are not FNC1 and pairs of digits');
  return digits;
}

/** True where zint, an encoder that shares nothing with ours, is installed. */
export const haveZint = (() => {
  try {
    execFileSync('zint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The symbol by zint, as PNG. `bracketed` has AIs in square brackets. */
export function zintPng(kind: 'GS1_DATAMATRIX' | 'GS1_128', bracketed: string): Uint8Array {
  const path = join(tmpdir(), `vialog-zint-${process.pid}.png`);
  const symbology = kind === 'GS1_128' ? ['-b', '16'] : ['-b', '71', '--gs1', '--square'];
  execFileSync('zint', [
    ...symbology,
    '--scale',
    '3',
    '-w',
    '3',
    '--vwhitesp',
    '3',
    '-o',
    path,
    '-d',
    bracketed,
  ]);
  const png = readFileSync(path);
  rmSync(path);
  return png;
}
