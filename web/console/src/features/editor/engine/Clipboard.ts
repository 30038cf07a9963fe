import type { Component, Editor } from 'grapesjs';
import type { Part } from '../sync/document';
import { arrived, CLIPPING_TYPE, read, rulesFor, toMarkup, type Clipping } from './clipping';

/** Copies, cuts and pastes parts through the system's clipboard, so that they come to other pages, windows and sites. */
export class Clipboard {
  constructor(
    private readonly editor: Editor,
    private readonly onPasted: (component: Component) => void,
  ) {
    this.listen(document);
    editor.on('canvas:frame:load:body', ({ window }: { window: Window }) => this.listen(window.document));
  }

  /** By a menu: asks the browser for the event that the keys bring by themselves. */
  copy(kind: 'copy' | 'cut') {
    document.execCommand(kind);
  }

  /** By a menu; false when the browser keeps its clipboard closed or nothing of ours is in it. */
  async paste(): Promise<boolean> {
    try {
      for (const item of await navigator.clipboard.read()) {
        if (!item.types.includes('text/html')) continue;
        const clipping = read('', await (await item.getType('text/html')).text());
        if (clipping) return this.put(clipping);
      }
    } catch {
      // Refused by the person or the browser: the keys go on working.
      return false;
    }
    return false;
  }

  duplicate() {
    const selected = this.movable();
    if (selected) this.put(this.clip(selected));
  }

  destroy() {
    for (const [name, listener] of this.listeners) document.removeEventListener(name, listener);
  }

  private clip(component: Component): Clipping {
    const parts = [JSON.parse(JSON.stringify(component)) as Part];
    return { parts, rules: rulesFor(parts, this.rules()) };
  }

  private put(clipping: Clipping): boolean {
    const wrapper = this.editor.getWrapper();
    if (!wrapper) return false;
    const ids = new Set<string>();
    wrapper.onAll((component) => void ids.add(component.getId()));
    const { parts, rules } = arrived(clipping, ids, this.rules());
    const selected = this.editor.getSelected();
    const isHolder = selected && selected !== wrapper && selected.components().length === 0 && selected.get('droppable') && selected.get('tagName') === 'div';
    const parent = isHolder ? selected : (selected?.parent() ?? wrapper);
    const at = isHolder || !selected?.parent() ? parent.components().length : selected.index() + 1;
    this.editor.Css.getAll().add(rules as never, {});
    const [first] = parent.append(parts as never, { at });
    if (first) this.onPasted(first);
    return first !== undefined;
  }

  private rules(): Part[] {
    return JSON.parse(JSON.stringify(this.editor.Css.getAll())) as Part[];
  }

  private movable(): Component | undefined {
    const selected = this.editor.getSelected();
    return selected?.parent() && selected.get('removable') ? selected : undefined;
  }

  private listen(target: Document) {
    for (const [name, listener] of this.listeners) target.addEventListener(name, listener);
  }

  /** Words in fields, in a text that is being written, or chosen on the screen are the browser's business. */
  private isOurs(event: Event): boolean {
    const target = event.target as Node | null;
    const element = target?.nodeType === Node.ELEMENT_NODE ? (target as HTMLElement) : target?.parentElement;
    if (this.editor.getEditing() || element?.isContentEditable || element?.closest('input, textarea, select, dialog')) return false;
    return document.querySelector('dialog[open]') === null && (event.type === 'paste' || (document.getSelection()?.isCollapsed ?? true));
  }

  private readonly onCopy = (event: ClipboardEvent) => {
    const selected = this.movable();
    if (!selected || !event.clipboardData || !this.isOurs(event)) return;
    event.preventDefault();
    const clipping = this.clip(selected);
    event.clipboardData.setData(CLIPPING_TYPE, JSON.stringify(clipping));
    event.clipboardData.setData('text/html', toMarkup(clipping, selected.toHTML()));
    event.clipboardData.setData('text/plain', selected.getEl()?.innerText ?? '');
    if (event.type !== 'cut') return;
    const parent = selected.parent();
    selected.remove();
    this.editor.select(parent && parent.get('type') !== 'wrapper' ? parent : undefined);
  };

  private readonly onPaste = (event: ClipboardEvent) => {
    if (!event.clipboardData || !this.isOurs(event)) return;
    const clipping = read(event.clipboardData.getData(CLIPPING_TYPE), event.clipboardData.getData('text/html'));
    if (!clipping) return;
    event.preventDefault();
    this.put(clipping);
  };

  /** Without a selection, or outside of fields, browsers copy and paste only when this says that somebody takes it. */
  private readonly onBefore = (event: Event) => {
    if (this.isOurs(event)) event.preventDefault();
  };

  private readonly listeners: [string, EventListener][] = [
    ['beforecopy', this.onBefore],
    ['beforecut', this.onBefore],
    ['beforepaste', this.onBefore],
    ['copy', this.onCopy as EventListener],
    ['cut', this.onCopy as EventListener],
    ['paste', this.onPaste as EventListener],
  ];
}
