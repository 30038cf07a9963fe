import { IntlMessageFormat } from 'intl-messageformat';
import { useMemo } from 'react';
import { currentLocale, useLocale, type Locale } from './locale';

export type Values = Record<string, string | number | Date>;
export type Catalogue<K extends string> = Record<Locale, Record<K, string>>;
export type Translate<K extends string> = (key: K, values?: Values) => string;

const compiled = new Map<string, IntlMessageFormat>();

function format(message: string, locale: Locale, values: Values | undefined): string {
  if (!message.includes('{')) return message;
  const cacheKey = `${locale} ${message}`;
  let formatter = compiled.get(cacheKey);
  if (!formatter) {
    formatter = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    compiled.set(cacheKey, formatter);
  }
  return String(formatter.format(values));
}

/** A feature's own hook: keys are typed by its Korean catalogue, and the English one must have the same. */
export function defineMessages<K extends string>(catalogue: Catalogue<K>) {
  return function useTranslate(): Translate<K> {
    const locale = useLocale();
    return useMemo(() => (key, values) => format(catalogue[locale][key], locale, values), [locale]);
  };
}

/** For code outside React, such as the labels handed to the editor's engine. */
export function translate<K extends string>(catalogue: Catalogue<K>, key: K, values?: Values): string {
  const locale = currentLocale();
  return format(catalogue[locale][key], locale, values);
}
