import type { Editor } from 'grapesjs';

/** Rules that the canvas alone has: they are no part of the page that is saved. They outlive the frame they are written to. */
export class CanvasStyle {
  private css = '';

  constructor(
    private readonly editor: Editor,
    private readonly id: string,
  ) {
    editor.on('canvas:frame:load:body', ({ window }: { window: Window }) => this.print(window.document));
  }

  write(css: string) {
    this.css = css;
    this.print(this.editor.Canvas.getDocument());
  }

  private print(canvas: Document | null | undefined) {
    if (!canvas?.head) return;
    let style = canvas.getElementById(this.id);
    if (!style) {
      style = canvas.createElement('style');
      style.id = this.id;
      canvas.head.append(style);
    }
    style.textContent = this.css;
  }
}
