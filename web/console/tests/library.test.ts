import { describe, expect, it } from 'vitest';
import type { Asset } from '@/api/types';
import { largest, LEAST, moved, reshaped, resized, type Corner, type Rect } from '@/features/editor/library/crop';
import { UploadQueue } from '@/features/editor/library/UploadQueue';

const size = { width: 1200, height: 680 };

describe('cutting a part out of a picture', () => {
  it('begins with the largest part of a shape', () => {
    expect(largest(size, null)).toEqual({ x: 0, y: 0, width: 1200, height: 680 });
    expect(largest(size, 1)).toEqual({ x: 260, y: 0, width: 680, height: 680 });
    expect(largest(size, 16 / 9)).toEqual({ x: 0, y: 3, width: 1200, height: 675 });
    expect(largest(size, 1, { x: 0, y: 340 })).toEqual({ x: 0, y: 0, width: 680, height: 680 });
  });

  it('moves no further than the edges', () => {
    const part = { x: 100, y: 100, width: 300, height: 200 };
    expect(moved(part, -500, 20, size)).toEqual({ x: 0, y: 120, width: 300, height: 200 });
    expect(moved(part, 5000, 5000, size)).toEqual({ x: 900, y: 480, width: 300, height: 200 });
  });

  it('leaves the opposite corner where it is', () => {
    const part = { x: 100, y: 100, width: 400, height: 200 };
    expect(resized(part, 'nw', 50, 20, size, null)).toEqual({ x: 150, y: 120, width: 350, height: 180 });
    expect(resized(part, 'se', 50, 20, size, null)).toEqual({ x: 100, y: 100, width: 450, height: 220 });
    expect(resized(part, 'ne', 9999, -9999, size, null)).toEqual({ x: 100, y: 0, width: 1100, height: 300 });
    expect(resized(part, 'sw', 9999, -9999, size, null)).toEqual({ x: 484, y: 100, width: LEAST, height: LEAST });
  });

  it('keeps the shape, whatever is pulled and how far', () => {
    const corners: Corner[] = ['nw', 'ne', 'sw', 'se'];
    for (const ratio of [1, 4 / 3, 16 / 9]) {
      for (const corner of corners) {
        for (let step = 0; step < 200; step += 1) {
          const dx = ((step * 37) % 2600) - 1300;
          const dy = ((step * 53) % 1500) - 750;
          const part = resized(largest({ width: 600, height: 340 }, ratio), corner, dx, dy, size, ratio);
          expect(inside(part)).toBe(true);
          expect(Math.abs(part.width - part.height * ratio)).toBeLessThanOrEqual(ratio + 1);
        }
      }
    }
  });

  it('takes another shape around the same middle', () => {
    const part = { x: 200, y: 100, width: 600, height: 300 };
    expect(reshaped(part, 1, size)).toEqual({ x: 350, y: 100, width: 300, height: 300 });
    expect(reshaped(part, null, size)).toBe(part);
    expect(inside(reshaped({ x: 0, y: 0, width: 1200, height: 10 }, 1, size))).toBe(true);
  });
});

function inside({ x, y, width, height }: Rect): boolean {
  return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= size.width && y + height <= size.height;
}

describe('the queue of uploads', () => {
  const file = (name: string) => new File(['x'], name);
  const settled = () => new Promise((next) => setTimeout(next, 0));

  function held() {
    const open = new Map<string, { sent: (part: number) => void; done: () => void; fail: (error: unknown) => void }>();
    const done: string[] = [];
    const queue = new UploadQueue(
      ({ name }, sent) =>
        new Promise((resolve, fail) => {
          open.set(name, { sent, fail, done: () => resolve({ name } as Asset) });
        }),
      ({ name }) => done.push(name),
    );
    const states = () => queue.snapshot().map((upload) => `${upload.file.name} ${upload.state}`);
    return { queue, open, done, states };
  }

  it('sends two at a time, in turn', async () => {
    const { queue, open, done, states } = held();
    queue.add([file('a'), file('b'), file('c')]);
    expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
    open.get('a')?.sent(0.5);
    expect(queue.snapshot()[0]?.sent).toBe(0.5);
    open.get('a')?.done();
    await settled();
    expect(states()).toEqual(['b sending', 'c sending']);
    expect(done).toEqual(['a']);
  });

  it('keeps what failed until it is sent again or given up, and goes on with the others', async () => {
    const { queue, open, done, states } = held();
    queue.add([file('a'), file('b'), file('c')]);
    open.get('a')?.fail(new Error('no'));
    await settled();
    expect(states()).toEqual(['a failed', 'b sending', 'c sending']);
    open.get('b')?.done();
    await settled();
    queue.retry(1);
    expect(states()).toEqual(['a sending', 'c sending']);
    open.get('a')?.done();
    open.get('c')?.fail(new Error('no'));
    await settled();
    expect(states()).toEqual(['c failed']);
    queue.dismiss(3);
    expect(states()).toEqual([]);
    expect(done).toEqual(['b', 'a']);
  });
});
