import { describe, expect, it } from 'vitest';
import { readLink } from '@/features/editor/panels/linkTarget';
import { adviceOn, documentTitle } from '@/features/editor/panels/seo';
import type { Page } from '@/api/types';

describe('advice on what search results show', () => {
  it.each([
    ['', 'empty'],
    ['홈', 'short'],
    ['달빛 도예 공방 | 오시는 길', 'good'],
    ['Moonlight Pottery', 'good'],
    ['가'.repeat(41), 'long'],
    ['a'.repeat(60), 'good'],
  ])('%s is %s', (title, advice) => expect(adviceOn('title', title).advice).toBe(advice));

  it('counts what a person sees as one sign once', () => expect(adviceOn('title', '가😀').length).toBe(2));

  it('knows the document’s title as the server makes it', () => {
    expect(documentTitle({ title: '홈', slug: 'index' }, '공방')).toBe('공방');
    expect(documentTitle({ title: '오시는 길', slug: 'way' }, '공방')).toBe('오시는 길 | 공방');
  });
});

describe('links to places and files', () => {
  const pages = [{ path: '/' }, { path: '/소개' }] as Page[];
  it.each([
    ['#menu', 'section', '#menu'],
    ['/%EC%86%8C%EA%B0%9C#%EC%9E%90%EB%A6%AC', 'section', '/소개#자리'],
    ['/#top', 'section', '/#top'],
    ['/elsewhere#top', 'url', '/elsewhere#top'],
    ['#', 'none', ''],
    ['/builder/files/abc/a.pdf', 'file', '/builder/files/abc/a.pdf'],
    ['/소개', 'page', '/소개'],
  ])('%s is read as %s', (href, kind, value) => expect(readLink(href, pages)).toEqual({ kind, value }));
});
