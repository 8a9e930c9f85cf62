/** Something in the database that does not agree with the rest of it. */
export interface FsckFault {
  /** `fault`: it was changed or lost. `doubt`: it differs from today's register, which may have changed since it was written. */
  readonly grade: 'fault' | 'doubt';
  readonly code: string;
  readonly table: string;
  /** Which row, by its key. */
  readonly row: string;
  /** The columns that are wrong; with " or " between where it cannot be told which. */
  readonly field: string;
  /** What was expected of it, in a few words. */
  readonly detail: string;
}

/** Where a fault lies, but for what is wrong there. */
export type FaultPlace = Pick<FsckFault, 'table' | 'row'>;

/** A fault of the row at `place`. */
export const faultAt = (
  { table, row }: FaultPlace,
  code: string,
  field: string,
  detail: string,
): FsckFault => ({ grade: 'fault', code: `fsck/${code}`, table, row, field, detail });

/** A doubt about the row at `place`. */
export const doubtAt = (place: FaultPlace, code: string, field: string, detail: string): FsckFault => ({
  ...faultAt(place, code, field, detail),
  grade: 'doubt',
});
