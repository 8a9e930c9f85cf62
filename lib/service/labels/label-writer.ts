import type { Label } from '../../gs1/labels/label.ts';

/** Makes a file of labels, piece by piece. What it has made so far goes to the function it was opened with. */
export interface LabelWriter {
  /** Draws one more label. */
  add(label: Label): void;
  /** Ends the file; everything has been given out when it resolves. */
  end(): Promise<void>;
}

export type LabelSink = (bytes: Uint8Array) => void;
