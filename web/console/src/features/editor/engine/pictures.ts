import type { Component, Editor } from 'grapesjs';
import { CanvasStyle } from './CanvasStyle';
import type { PickedImage } from './Engine';

/** What describes one picture in several sizes: nothing of it holds for another. */
const OF_ONE_PICTURE = ['srcset', 'sizes', 'width', 'height'];

/** Puts a picture in the place of another. Its own description comes with it, if it has one. */
export function showPicture(component: Component, { src, alt }: Pick<PickedImage, 'src' | 'alt'>) {
  const stale = OF_ONE_PICTURE.filter((name) => name in component.getAttributes());
  if (stale.length > 0) component.removeAttributes(stale);
  component.addAttributes(alt === '' ? { src } : { src, alt });
  component.set('src', src);
}

/** Shows in the canvas what the published page will: which part of a picture stays in sight. */
export class Focusing {
  private readonly points = new Map<string, PickedImage['focus']>();

  private readonly style: CanvasStyle;

  constructor(editor: Editor) {
    this.style = new CanvasStyle(editor, 'jium-focus');
  }

  show(pictures: Pick<PickedImage, 'src' | 'focus'>[]) {
    for (const { src, focus } of pictures) this.points.set(src, focus);
    this.write();
  }

  private write() {
    this.style.write(
      [...this.points]
        .filter(([, { x, y }]) => x !== 50 || y !== 50)
        .map(([src, { x, y }]) => `:where(img[src=${JSON.stringify(src)}]){object-position:${x}% ${y}%}`)
        .join(''),
    );
  }
}
