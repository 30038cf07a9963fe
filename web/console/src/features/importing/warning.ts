import type { ImportResult } from '@/api/types';
import type { Translate } from '@/i18n/messages';
import { ko } from './ko';

type Key = keyof typeof ko;
type Warning = ImportResult['warnings'][number];

/** A count says how often; anything else says what, and stands beside the sentence. */
function isCount(detail: string): boolean {
  return /^\d+$/.test(detail);
}

export function warningWords(t: Translate<Key>, { code, detail, file }: Warning): { sentence: string; about: string[] } {
  const key = `warning.${code}`;
  const sentence = t(key in ko ? (key as Key) : 'warning.other', { detail });
  return { sentence, about: [isCount(detail) ? '' : detail, file ?? ''].filter(Boolean) };
}
