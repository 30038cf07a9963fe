import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en as problemsEn, fieldEn } from '@/i18n/problems.en';
import { fieldKo, ko as problemsKo } from '@/i18n/problems.ko';
import { en as commonEn } from '@/i18n/common.en';
import { ko as commonKo } from '@/i18n/common.ko';
import { sources, withoutComments } from './sources';

type Texts = Record<string, string>;
const modules = import.meta.glob<{ ko?: Texts; en?: Texts }>('../src/{app,features/*}/{ko,en}.ts', { eager: true });

const rooms = [...new Set(Object.keys(modules).map((path) => path.replace('../src/', '').replace(/\/(ko|en)\.ts$/, '')))];
const catalogues = rooms.map((room) => ({
  room,
  ko: modules[`../src/${room}/ko.ts`]?.ko ?? {},
  en: modules[`../src/${room}/en.ts`]?.en ?? {},
  files: sources().filter(({ path }) => path.startsWith(`${room}/`) && !/\/(ko|en)\.ts$/.test(path)),
}));
const all = [
  ...catalogues,
  { room: 'common', ko: commonKo as Texts, en: commonEn as Texts, files: sources().filter(({ text }) => text.includes('useCommon')) },
];

/** The problem codes of the contract, but for `import_refused`: the server says exactly why. */
const contractCodes = [
  'validation_failed', 'unauthenticated', 'invalid_credentials', 'account_suspended', 'forbidden', 'not_found', 'stale_version',
  'precondition_required', 'payload_too_large', 'unsupported_media_type', 'malformed_request', 'too_many_requests',
  'service_unavailable', 'idempotency_key_reused', 'quota_exceeded', 'internal_error', 'method_not_allowed',
  'idempotency_key_in_use', 'cross_site_request', 'not_acceptable', 'own_account', 'project_refused', 'unsupported_file', 'import_type',
  'nothing_to_publish', 'publish_failed', 'publish_overtaken',
];

describe.each(all)('the catalogue of $room', ({ room, ko, en, files }) => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ko).sort());
  });

  it('has messages that can be formatted, with the same values in both languages', () => {
    const values = (message: string, locale: string) => {
      const names = new Set<string>();
      const walk = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
        for (const part of parts) {
          if ('value' in part && part.type !== 0) names.add(part.value);
          if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
        }
      };
      walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
      return [...names].sort();
    };
    for (const key of Object.keys(ko)) expect(values(en[key] ?? '', 'en'), key).toEqual(values(ko[key] ?? '', 'ko'));
  });

  it('has no key that nothing uses', () => {
    const code = files.map(({ text }) => withoutComments(text)).join('\n');
    const unused = Object.keys(ko).filter((key) => {
      if (code.includes(`'${key}'`)) return false;
      // `status.${x}`: any key that begins with the part before the hole and ends with the part after it.
      return ![...code.matchAll(/`([^`$]+)\$\{[^}]+\}([^`$]*)`/g)].some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
    });
    expect(unused, room).toEqual([]);
  });
});

describe('the problem catalogue', () => {
  it('has a sentence for every code of the contract in both languages', () => {
    for (const code of contractCodes) {
      expect(problemsKo, code).toHaveProperty(code);
      expect(problemsEn, code).toHaveProperty(code);
    }
    expect(Object.keys(problemsEn).sort()).toEqual(Object.keys(problemsKo).sort());
    expect(Object.keys(fieldEn).sort()).toEqual(Object.keys(fieldKo).sort());
  });
});

/** Words between tags, or in attributes that people see or hear. */
export function literals(text: string): string[] {
  const code = withoutComments(text);
  const between = [...code.matchAll(/(?<![=\s])>\s*([^<>{}()=;]*[A-Za-z가-힣][^<>{}()=;]*?)\s*<\//g)].map((match) => match[1] ?? '');
  const attributes = [...code.matchAll(/\s(?:label|title|placeholder|alt|aria-label|hint)="([^"]*[A-Za-z가-힣][^"]*)"/g)].map((match) => match[1] ?? '');
  return [...between, ...attributes];
}

/** The names of the languages stand in their own language, and an address begins alike everywhere. */
const sameInAllLanguages = new Set(['한국어', 'English', 'https://']);

describe('what people read', () => {
  it('comes from a catalogue, never from a literal in JSX', () => {
    const found = sources()
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, text }) => literals(text).filter((words) => !sameInAllLanguages.has(words)).map((words) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });

  it.each(['<p>Hello</p>', '<Button variant="primary">저장</Button>', '<input placeholder="이름" />', '<img alt="A cat" />'])('is caught when planted: %s', (jsx) => {
    expect(literals(jsx)).toHaveLength(1);
  });
});
