const RATE = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const SHARE = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** A rate to three figures: `12.5`, `0.04`. */
export const rateText = (rate: number): string => RATE.format(rate);

/** A part of a whole, to a tenth of a per cent: `98.5%`. */
export const shareText = (share: number): string => SHARE.format(share);
