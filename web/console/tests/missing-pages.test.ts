import { describe, expect, it } from 'vitest';
import type { Page } from '@/api/types';
import { missingLanguages, missingPages } from '@/features/site/missingPages';

const page = (id: number, language: string, group: number | null) => ({ id, language, translation_group: group }) as Page;

const languages = ['ko', 'en', 'ja'];
const home = page(1, 'ko', 10);
const englishHome = page(2, 'en', 10);
const alone = page(3, 'ko', null);
const english = page(4, 'en', null);
const twice = page(5, 'en', 20);
const pages = [home, englishHome, alone, english, twice, page(6, 'ja', 20)];

describe('pages that are missing in a language', () => {
  it('are told once, the main language first', () => {
    expect(missingPages(pages, languages, 'ja')).toEqual([home, alone, english]);
    expect(missingPages(pages, languages, 'en')).toEqual([alone]);
  });

  it('include those that are not there in the main language', () => {
    expect(missingPages(pages, languages, 'ko')).toEqual([english, twice]);
  });

  it('are known for each page', () => {
    expect(missingLanguages(home, pages, languages)).toEqual(['ja']);
    expect(missingLanguages(alone, pages, languages)).toEqual(['en', 'ja']);
    expect(missingLanguages(twice, pages, languages)).toEqual(['ko']);
  });
});
