/** In the picture's pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

/** Width by height; null for any. */
export type Ratio = number | null;

/** Smaller than this nobody means. */
export const LEAST = 16;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));

const rounded = ({ x, y, width, height }: Rect, size: Size): Rect => {
  const whole = { width: clamp(Math.round(width), 1, size.width), height: clamp(Math.round(height), 1, size.height) };
  return { x: clamp(Math.round(x), 0, size.width - whole.width), y: clamp(Math.round(y), 0, size.height - whole.height), ...whole };
};

/** The largest part of this shape around a point of the picture, as far as its edges let it. */
export function largest(size: Size, ratio: Ratio, centre = { x: size.width / 2, y: size.height / 2 }): Rect {
  const width = ratio === null ? size.width : Math.min(size.width, size.height * ratio);
  const height = ratio === null ? size.height : width / ratio;
  return rounded({ x: centre.x - width / 2, y: centre.y - height / 2, width, height }, size);
}

/** The part in another shape, around the same point and within what it was as far as that goes. */
export function reshaped(rect: Rect, ratio: Ratio, size: Size): Rect {
  if (ratio === null) return rect;
  const width = Math.max(Math.min(rect.width, rect.height * ratio), Math.min(LEAST, size.width));
  const height = width / ratio;
  const fits = height <= size.height ? { width, height } : { width: size.height * ratio, height: size.height };
  return rounded({ x: rect.x + (rect.width - fits.width) / 2, y: rect.y + (rect.height - fits.height) / 2, ...fits }, size);
}

export function moved(rect: Rect, dx: number, dy: number, size: Size): Rect {
  return rounded({ ...rect, x: rect.x + dx, y: rect.y + dy }, size);
}

/** One corner moves, the opposite one stays. */
export function resized(rect: Rect, corner: Corner, dx: number, dy: number, size: Size, ratio: Ratio): Rect {
  const isWest = corner.endsWith('w');
  const isNorth = corner.startsWith('n');
  const fixed = { x: isWest ? rect.x + rect.width : rect.x, y: isNorth ? rect.y + rect.height : rect.y };
  const room = { width: isWest ? fixed.x : size.width - fixed.x, height: isNorth ? fixed.y : size.height - fixed.y };
  let width = clamp(rect.width + (isWest ? -dx : dx), LEAST, room.width);
  let height = clamp(rect.height + (isNorth ? -dy : dy), LEAST, room.height);
  if (ratio !== null) {
    // Whoever pulls sideways means the width.
    width = Math.abs(dx) >= Math.abs(dy) ? width : height * ratio;
    width = Math.min(width, room.width, room.height * ratio);
    height = width / ratio;
  }
  return rounded({ x: isWest ? fixed.x - width : fixed.x, y: isNorth ? fixed.y - height : fixed.y, width, height }, size);
}
