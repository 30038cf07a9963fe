import { currentLocale } from './locale';
import { en, fieldEn } from './problems.en';
import { fieldKo, ko } from './problems.ko';

export type ProblemCode = keyof typeof ko;

/** Ours when we know the code, since the server's detail may name technical things. */
export function problemSentence(code: string, detail?: string): string {
  const sentences: Record<string, string> = currentLocale() === 'ko' ? ko : en;
  return sentences[code] ?? detail ?? sentences.unknown ?? code;
}

/** The server's when it has one, since it knows the bounds ("at least 10 characters") and speaks the caller's language. */
export function fieldSentence(code: string, message?: string): string {
  const sentences: Record<string, string> = currentLocale() === 'ko' ? fieldKo : fieldEn;
  return message || sentences[code] || sentences.unknown || code;
}
