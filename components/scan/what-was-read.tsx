import { scanTexts } from '../texts/en/scan.ts';
import { joinClasses } from '../ui/join-classes.ts';
import { type MarkedPiece, markedText } from './marked-text.ts';
import type { Unread } from './scan-machine.ts';

const { unread: texts } = scanTexts;

const piecesOf = (why: Unread): readonly MarkedPiece[] =>
  why.kind === 'fault'
    ? markedText(why.fault.read, why.fault.at, why.fault.length)
    : markedText(why.read, why.read.length, 0).filter(({ faulty }) => !faulty);

/** What arrived, the faulty characters marked, beside what it should look like. */
export function WhatWasRead({ why }: { readonly why: Unread }) {
  const pieces = piecesOf(why);
  return (
    <dl className="grid max-w-3xl gap-4 rounded-card border-2 border-current p-4">
      <div>
        <dt className="text-note">{texts.read}</dt>
        <dd className="break-all font-mono text-lead" dir="ltr">
          {pieces.every(({ text }) => text === '') && texts.nothing}
          {pieces.map((piece) => (
            <Piece key={piece.at} {...piece} />
          ))}
        </dd>
      </div>
      <div>
        <dt className="text-note">{texts.expected}</dt>
        <dd>
          <span className="break-words font-mono" dir="ltr">
            {texts.example} <Piece at={0} text={texts.mark} faulty={false} named /> {texts.exampleEnd}
          </span>
          <span className="mt-1 block text-note">{texts.exampleText}</span>
        </dd>
      </div>
    </dl>
  );
}

function Piece({ text, faulty, named }: MarkedPiece) {
  const shape = joinClasses(
    named && 'rounded-small border border-current px-1 text-note',
    faulty && 'rounded-small font-semibold outline-3 outline-current outline-offset-1',
    faulty && text === '' && 'inline-block w-3 align-middle',
  );
  const shown = text === '' ? '\u00a0' : text;
  return faulty ? (
    <mark className={`bg-transparent text-current ${shape}`}>{shown}</mark>
  ) : (
    <span className={shape || undefined}>{shown}</span>
  );
}
