import { describe, expect, it } from 'vitest';
import { deploymentIn, eventData } from '@/api/follow';
import { isPageSlug, pageSlug } from '@/api/pageSlug';
import { isSlug, suggestSlug } from '@/features/create/slug';
import { hexColor, isTransparent, readLength, stepLength } from '@/features/editor/panels/length';
import { readLink, writeLink } from '@/features/editor/panels/linkTarget';
import { videoSource } from '@/features/editor/panels/videoSource';
import { hearings, isCaughtUp } from '@/features/operations/flow';
import { deviceName } from '@/features/profile/device';
import { safeReturnPath } from '@/ui/paths';
import type { Page } from '@/api/types';

describe('a site’s address', () => {
  it.each([
    ['지음 카페', 'jieum-kape'],
    ['달빛 도예 공방', 'dalbit-doye-gongbang'],
    ['Café  Ü & Co.', 'cafe-u-co'],
    ['  --  ', ''],
    ['가'.repeat(60), 'ga'.repeat(20)],
  ])('is suggested from the name: %s', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
    if (slug) expect(isSlug(slug)).toBe(true);
  });

  it.each(['-a', 'a-', 'A', 'a_b', '한글', '', 'a'.repeat(64)])('is refused when it cannot be a host name: %j', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
});

describe('the flow of events', () => {
  it('knows who is behind, who has caught up and who cannot be asked', () => {
    const state = { told: 12, heard: { builder: 12, content: 7, payment: null } };
    expect(hearings(state)).toEqual([
      { hearer: 'builder', behind: 0 },
      { hearer: 'content', behind: 5 },
      { hearer: 'payment', behind: null },
    ]);
    expect(isCaughtUp(state)).toBe(false);
  });

  it.each([
    [{ builder: 12 }, true],
    [{}, true],
    [{ builder: 13 }, true],
    [{ builder: 11 }, false],
    [{ builder: null }, false],
  ])('of 12 events has been heard as far as %j: all of it is %j', (heard, isAll) => {
    expect(isCaughtUp({ told: 12, heard })).toBe(isAll);
  });
});

describe('a page’s address', () => {
  it.each([
    ['오시는 길', '오시는-길'],
    ['About US!', 'about-us'],
    ['!!!', ''],
  ])('is made from its title: %s', (title, slug) => expect(pageSlug(title)).toBe(slug));

  it('takes Hangul in either normal form', () => {
    expect(isPageSlug('오시는-길'.normalize('NFD'))).toBe(true);
    expect(isPageSlug('../x')).toBe(false);
    expect(isPageSlug('-x')).toBe(false);
  });
});

describe('the way back after login', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/login?return=/x'])('never leads elsewhere: %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('leads to where one was', () => expect(safeReturnPath('/sites/3?step=plan')).toBe('/sites/3?step=plan'));
});

describe('a link', () => {
  const pages = [
    { path: '/', title: '홈' },
    { path: '/오시는-길', title: '오시는 길' },
    { path: '/en/menu', title: 'Menu' },
  ] as Page[];

  it.each([
    ['/', 'page'],
    ['/오시는-길', 'page'],
    ['/en/menu', 'page'],
    [encodeURI('/오시는-길'), 'page'],
    ['https://example.com', 'url'],
    ['mailto:a@b.c', 'email'],
    ['tel:02-1', 'phone'],
    ['#', 'none'],
  ])('%s is read as %s', (href, kind) => expect(readLink(href, pages).kind).toBe(kind));

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])('is never %s', (value) => {
    expect(writeLink({ kind: 'url', value })).toBeNull();
  });

  it('completes a bare host name', () => expect(writeLink({ kind: 'url', value: 'naver.com/a' })).toBe('https://naver.com/a'));
});

describe('a video’s address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', 'ytnc', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ', 'ytnc', 'dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'vi', '76979871'],
  ])('%s', (address, provider, id) => expect(videoSource(address)).toMatchObject({ provider, videoId: id }));

  it('is dropped when it could run code', () => expect(videoSource('javascript:x').src).toBe(''));
});

describe('typed lengths', () => {
  it.each([
    ['12', '12px'],
    [' 1.5 em ', '1.5em'],
    ['-4', '-4px'],
    ['auto', 'auto'],
    ['calc(100% - 20px)', 'calc(100% - 20px)'],
    ['', ''],
  ])('%j becomes %j', (typed, value) => expect(readLength(typed, 'px')).toBe(value));

  it.each(['twelve', '12px; color: red', 'url(x)', 'calc(1px);}'])('%j is refused', (typed) => expect(readLength(typed, 'px')).toBeNull());

  it('steps and keeps the unit', () => {
    expect(stepLength('1.5em', 0.1, 'px')).toBe('1.6em');
    expect(stepLength('', 1, 'px')).toBe('1px');
    expect(stepLength('auto', 1, 'px')).toBeNull();
  });

  it('shows any colour in the picker', () => {
    expect(hexColor('#AbC')).toBe('#aabbcc');
    expect(hexColor('rgb(255, 0, 16)')).toBe('#ff0010');
    expect(isTransparent('rgba(0, 0, 0, 0)')).toBe(true);
  });
});

describe('a device', () => {
  it('is named by browser and system', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128.0 Safari/537.36 Edg/128.0')).toBe('Edge · Windows');
    expect(deviceName('curl/8.0')).toBeUndefined();
    expect(deviceName(null)).toBeUndefined();
  });
});

describe('deployment events', () => {
  const step = { id: 5, status: 'building', progress: 40 };

  it('are read whether they carry the status or the deployment, and only for the one followed', () => {
    expect(deploymentIn({ current: step, last: null, url: 'x' }, 5)).toBe(step);
    expect(deploymentIn({ current: null, last: step, url: 'x' }, 5)).toBe(step);
    expect(deploymentIn(step, 5)).toBe(step);
    expect(deploymentIn(step, 6)).toBeNull();
    expect(deploymentIn(null, 5)).toBeNull();
  });

  it('may span several data lines, and broken ones are passed over', () => {
    expect(eventData('event: progress\ndata: {"a":\ndata: 1}')).toEqual({ a: 1 });
    expect(eventData(': keep-alive')).toBeNull();
    expect(eventData('data: {')).toBeNull();
  });
});
