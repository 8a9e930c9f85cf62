import type { Json } from '../../kernel/canonical-json.ts';
import type { Result } from '../../kernel/result.ts';
import type { LineFault, OperationLine } from './operation-line.ts';
import { parseOperationLine } from './parse-operation-line.ts';

/** A line that was understood, with its number. */
export interface NumberedLine {
  readonly line: number;
  readonly said: OperationLine;
}

/** What is done in one step. */
export type OperationUnit =
  | { readonly kind: 'faulty'; readonly line: number; readonly fault: LineFault }
  | { readonly kind: 'verify'; readonly line: NumberedLine }
  /** What it takes back must be looked up once all before it is recorded. */
  | { readonly kind: 'undo'; readonly line: NumberedLine }
  /** One event: lines without names of their own that say the same of different packs at the same moment. */
  | { readonly kind: 'change'; readonly lines: readonly [NumberedLine, ...NumberedLine[]] };

/** Packs that one event names: more would hold their locks for too long. */
const MOST_PACKS = 500;

/** The steps that lines ask for, in their order. */
export function operationUnits(firstLine: number, lines: readonly Json[]): readonly OperationUnit[] {
  const units: OperationUnit[] = [];
  for (const [at, json] of lines.entries()) {
    const line = firstLine + at;
    const unit = unitOf(line, parseOperationLine(json));
    const last = units.at(-1);
    const joined =
      last?.kind === 'change' && unit.kind === 'change' ? together(last.lines, unit.lines[0]) : undefined;
    if (joined) units[units.length - 1] = { kind: 'change', lines: joined };
    else units.push(unit);
  }
  return units;
}

function unitOf(line: number, parsed: Result<OperationLine, LineFault>): OperationUnit {
  if (!parsed.ok) return { kind: 'faulty', line, fault: parsed.error };
  const said = { line, said: parsed.value };
  if (parsed.value.state === undefined) return { kind: 'verify', line: said };
  return parsed.value.state === 'active' ? { kind: 'undo', line: said } : { kind: 'change', lines: [said] };
}

type Lines = readonly [NumberedLine, ...NumberedLine[]];

/** The lines with one more, where one event can say it of all. */
function together(lines: Lines, next: NumberedLine): Lines | undefined {
  const [first] = lines;
  const isSame =
    first.said.id === undefined &&
    next.said.id === undefined &&
    first.said.state === next.said.state &&
    first.said.at === next.said.at &&
    first.said.note === next.said.note;
  const isNew = !lines.some(({ said }) => said.gtin === next.said.gtin && said.serial === next.said.serial);
  return isSame && isNew && lines.length < MOST_PACKS ? [...lines, next] : undefined;
}
