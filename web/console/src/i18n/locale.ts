import { useSyncExternalStore } from 'react';

export type Locale = 'ko' | 'en';
export const locales: readonly Locale[] = ['ko', 'en'];

const KEY = 'jium.locale';
const listeners = new Set<() => void>();
let current: Locale = typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === 'en' ? 'en' : 'ko';

export function currentLocale(): Locale {
  return current;
}

export function setLocale(locale: Locale) {
  if (locale === current) return;
  current = locale;
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale, currentLocale);
}
