import type { BundleCover } from './cover-lines.ts';
import { type QrSymbol, qrSymbol } from './qr-symbol.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}svg{width:9rem;height:9rem}`;

/** The cover as one page of HTML without scripts, for reading and for printing. */
export function htmlCover({ title, check, facts, entries, notes }: BundleCover): string {
  const items = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>`,
    `${svgOf(qrSymbol(check))}<p>Check the bundle at <a href="${escaped(check)}">${escaped(check)}</a></p>`,
    `<dl>${items.join('')}</dl><h2>Entries</h2>`,
    `<ol>${entries.map((line) => `<li>${escaped(line)}</li>`).join('')}</ol>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    '</body></html>',
  ].join('\n');
}

const svgOf = ({ size, dark }: QrSymbol): string => {
  const path = dark.map(({ x, y }) => `M${x + 4} ${y + 4}h1v1h-1z`).join('');
  return `<svg viewBox="0 0 ${size + 8} ${size + 8}" role="img" aria-label="QR code of the address of the check"><path fill="#000" d="${path}"/></svg>`;
};
