import { currentLocale, useLocale } from './locale';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function ago(time: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(time) - now) / 1000);
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  if (Math.abs(seconds) > 7 * 86_400) return date(time);
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(0, 'minute') === 'this minute' ? 'just now' : '방금';
}

function date(time: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(new Date(time));
}

function dateTime(time: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

function timeOfDay(time: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { timeStyle: 'short' }).format(new Date(time));
}

function bytes(count: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  let value = count;
  let step = 0;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step += 1;
  }
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit: steps[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

function money(amount: number, currency: string): string {
  const formatter = new Intl.NumberFormat(currentLocale(), { style: 'currency', currency });
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 0;
  return formatter.format(amount / 10 ** digits);
}

function number(value: number): string {
  return new Intl.NumberFormat(currentLocale()).format(value);
}

/** Of these two, what the script is called says more than the country. */
const scripts: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** A language by its tag: `영어`. */
function language(tag: string): string {
  return new Intl.DisplayNames(currentLocale(), { type: 'language', languageDisplay: 'standard' }).of(scripts[tag] ?? tag) ?? tag;
}

const formats = { language, ago, date, dateTime, timeOfDay, bytes, money, number };

/** Re-renders its caller when the language changes. */
export function useFormat() {
  useLocale();
  return formats;
}
