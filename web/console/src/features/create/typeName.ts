import type { Translate } from '@/i18n/messages';
import { ko } from './ko';

type Key = keyof typeof ko;

/** Templates can be of types that this console has no word for: those show as they are. */
export function typeName(t: Translate<Key>, type: string): string {
  const key = `type.${type}`;
  return key in ko ? t(key as Key) : type;
}
