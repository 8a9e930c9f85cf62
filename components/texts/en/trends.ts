import { countText, numberText } from '../../format/number-text.ts';

/** Texts of the page of trends. */
export const trendsTexts = {
  title: 'Trends',
  intro: {
    regulator:
      'Of your country: how often a scan ends in an alert, how complete the record is, and where scanning goes wrong.',
    own: 'Of your organisation: how often a scan ends in a finding, how complete your record is, and where scanning goes wrong.',
  },
  filters: {
    days: 'Time',
    spans: { 28: 'four weeks, by day', 91: '13 weeks, by week', 364: 'a year, by four weeks' },
    cause: 'Cause',
    all: 'every cause',
    sort: 'Sites by',
  },
  sorts: {
    scans: 'scans',
    manual: 'share typed by hand',
    rescans: 'share to be scanned again',
    'set-asides': 'share set aside',
  },
  alerts: {
    title: 'Alerts per 10,000 scans, by cause',
    scans: (count: number) => `${numberText(count)} scans in this time.`,
    none: 'No alert in this time',
    noneText: 'Nothing that was scanned or recorded gave one that you may see.',
    rate: (rate: string) => `${rate} per 10,000`,
    count: (alerts: number) => countText(alerts, 'alert', 'alerts'),
    course: (name: string, least: string, most: string) =>
      `${name}: from ${least} to ${most} alerts per 10,000 scans. Every number is in the table below.`,
    table: 'Every number',
    period: 'From',
    scansColumn: 'Scans',
  },
  coverage: {
    title: 'How complete the record is',
    text: 'Of the packs that were supplied, the share that the organisation held or was being sent. From 98.5% on, a pack without a delivery is set aside at its counters.',
    none: 'No supply has been counted yet.',
    label: (name: string, share: string) => `${name}: ${share}`,
  },
  sites: {
    title: 'Quality by site and software',
    none: 'No scan in this time.',
    more: 'These are the first 200. The file has all.',
    whole: 'whole organisation',
    unnamed: 'not named',
    columns: {
      site: 'Site',
      software: 'Software',
      scans: 'Scans',
      manual: 'Typed',
      rescans: 'Scan again',
      setAsides: 'Set aside',
    },
  },
  file: 'As a file (CSV)',
  noRate: 'nothing scanned',
} as const;
