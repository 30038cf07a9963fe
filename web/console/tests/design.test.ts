import { describe, expect, it, vi } from 'vitest';
import { changed, designCss, labelOf } from '@/features/editor/design/design';
import { DesignChanges, type Changes } from '@/features/editor/design/DesignChanges';

const ink = { name: '--ink', kind: 'COLOR' as const, label: '먹색 | Ink', original: '#111111', value: '#111111' };
const sea = { name: '--sea-deep', kind: 'COLOR' as const, label: '', original: '#0000ff', value: '#123456' };

describe('what the site looks like', () => {
  it('is what the server says with what was changed since', () => {
    expect(changed([ink, sea], { '--ink': '#222222', '--sea-deep': null }).map(({ value }) => value)).toEqual(['#222222', '#0000ff']);
  });

  it('is printed as far as it differs from the style sheets', () => {
    expect(designCss([ink, sea])).toBe(':root{--sea-deep:#123456}');
    expect(designCss([ink])).toBe('');
  });

  it('calls colours what their author does', () => {
    expect([labelOf(ink, 'ko'), labelOf(ink, 'en'), labelOf(sea, 'ko')]).toEqual(['먹색', 'Ink', 'sea deep']);
  });
});

describe('changes of the design', () => {
  it('are sent together, a moment after the last', async () => {
    vi.useFakeTimers();
    const sent: Changes[] = [];
    const changes = new DesignChanges(async (values) => void sent.push(values));
    changes.change('--ink', '#222222');
    changes.change('--ink', '#333333');
    changes.change('--sea-deep', null);
    expect(sent).toEqual([]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual([{ '--ink': '#333333', '--sea-deep': null }]);
    expect(changes.snapshot()).toEqual({ pending: {}, error: null });
    vi.useRealTimers();
  });

  it('that could not be kept stay, and go with the next', async () => {
    const sent: Changes[] = [];
    let isAway = true;
    const changes = new DesignChanges(async (values) => {
      if (isAway) throw new Error('away');
      sent.push(values);
    });
    changes.change('--ink', '#222222');
    expect(await changes.flush()).toBe(false);
    expect(changes.snapshot().error).toBeInstanceOf(Error);
    isAway = false;
    changes.change('--sea-deep', '#00ff00');
    expect(await changes.flush()).toBe(true);
    expect(sent).toEqual([{ '--ink': '#222222', '--sea-deep': '#00ff00' }]);
    expect(changes.snapshot()).toEqual({ pending: {}, error: null });
  });

  it('made while others are on their way are sent after them', async () => {
    const sent: Changes[] = [];
    let arrive = () => {};
    const changes = new DesignChanges((values) => {
      sent.push(values);
      return new Promise((resolve) => {
        arrive = resolve;
      });
    });
    changes.change('--ink', '#222222');
    const first = changes.flush();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    changes.change('--ink', '#333333');
    const second = changes.flush();
    arrive();
    await first;
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    arrive();
    expect(await second).toBe(true);
    expect(sent[1]).toEqual({ '--ink': '#333333' });
  });
});
