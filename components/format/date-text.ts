const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar date as people read it: `31 May 2028`. Text that is no date stays as it is. */
export function dateText(date: string): string {
  const moment = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? date : DAY.format(moment);
}

/** How an expiry date stands on the pack: `280531` is read `28 05 31`. */
export const printedExpiryText = (yymmdd: string): string =>
  /^\d{6}$/.test(yymmdd) ? `${yymmdd.slice(0, 2)} ${yymmdd.slice(2, 4)} ${yymmdd.slice(4)}` : yymmdd;
