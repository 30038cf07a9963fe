import type { Component, Editor } from 'grapesjs';
import type { Part } from '../../sync/document';
import { Content } from './content';
import { fromMarkup, fromPlain } from './paste';

export type Emphasis = 'bold' | 'italic' | 'underline' | 'strikeThrough';

/** What the words at the caret are; null while nobody writes. */
export interface Written extends Record<Emphasis, boolean> {
  /** Where the link at the caret leads. */
  href: string | null;
}

interface TextView {
  el: HTMLElement;
  model: Component;
  disableEditing: () => Promise<void>;
  syncContent: () => Promise<void>;
  stopListening: (model: Component, event: string) => void;
}

const EMPHASES: Emphasis[] = ['bold', 'italic', 'underline', 'strikeThrough'];

/**
 * Writing in the texts of the canvas, by the browser's own editing: it composes Hangul rightly as long as nobody touches the
 * text meanwhile. So nothing is put into the document until the person leaves the text; until then it is read from the screen.
 */
export class Writing {
  private view: TextView | null = null;
  private element: HTMLElement | null = null;
  private before = '';
  private range: Range | null = null;
  private readonly content: Content;

  constructor(
    private readonly editor: Editor,
    private readonly events: { onWritten: () => void; onState: () => void; onLink: () => void },
    newName: () => string,
  ) {
    this.content = new Content(editor, newName);
    editor.setCustomRte({
      parseContent: true,
      enable: (element, _, { view, event }) => this.begin(element, view as unknown as TextView, event),
      disable: () => this.end(),
    });
  }

  /** The text that is being written in, as it stands on the screen. */
  current(): { uid: unknown; components: Part[] } | null {
    if (!this.view || !this.element) return null;
    return { uid: this.view.model.get('uid' as never), components: this.content.of(this.element) };
  }

  /** Begins with the keyboard: the caret at the end of the selected text. */
  start() {
    const selected = this.editor.getSelected();
    if (selected?.isInstanceOf('text') && selected.get('editable')) selected.trigger('active');
  }

  /** Leaves the text; what was written becomes part of the document. */
  async leave() {
    await this.view?.disableEditing();
  }

  state(): Written | null {
    const { element } = this;
    if (!element) return null;
    const { ownerDocument } = element;
    const emphases = Object.fromEntries(EMPHASES.map((emphasis) => [emphasis, ownerDocument.queryCommandState(emphasis)]));
    return { ...(emphases as Record<Emphasis, boolean>), href: this.linkAtCaret()?.getAttribute('href') ?? null };
  }

  emphasize(emphasis: Emphasis) {
    this.command(emphasis);
  }

  /** Makes a link of the chosen words, or changes the one at the caret; an empty address takes it away. */
  link(href: string) {
    const link = this.linkAtCaret();
    const selection = this.restored();
    if (link) {
      selection?.selectAllChildren(link);
      // Without its text the browser keeps the element.
      if (href === '') this.command('unlink');
      else {
        link.setAttribute('href', href);
        this.changed();
      }
    } else if (href !== '') this.command(selection?.isCollapsed ? 'insertHTML' : 'createLink', selection?.isCollapsed ? `<a href="${href.replace(/"/g, '%22')}">${fromPlain(href)}</a>` : href);
    this.element?.focus();
  }

  focus() {
    this.restored();
    this.element?.focus();
  }

  private begin(element: HTMLElement, view: TextView, event: MouseEvent | undefined) {
    this.view = view;
    this.element = element;
    // GrapesJS would put in what is written as markup, whenever the page is read: in the midst of a syllable.
    view.stopListening(view.model, 'sync:content');
    view.syncContent = async () => undefined;
    element.contentEditable = 'true';
    this.before = said(this.content.of(element));
    for (const [name, listener] of this.listeners) element.addEventListener(name, listener);
    element.ownerDocument.addEventListener('selectionchange', this.onSelection);
    element.focus({ preventScroll: true });
    placeCaret(element, event);
    this.events.onState();
    return this;
  }

  private end() {
    const { view, element } = this;
    if (!view || !element) return;
    // A syllable that is being composed is finished by this, in the text where it belongs.
    element.blur();
    const components = this.content.of(element);
    this.view = null;
    this.element = null;
    this.range = null;
    for (const [name, listener] of this.listeners) element.removeEventListener(name, listener);
    element.ownerDocument.removeEventListener('selectionchange', this.onSelection);
    element.contentEditable = 'false';
    if (said(components) !== this.before) view.model.components().reset(components as never);
    this.events.onState();
  }

  private readonly onSelection = () => {
    const selection = this.element?.ownerDocument.getSelection();
    if (selection?.rangeCount && this.element?.contains(selection.anchorNode)) this.range = selection.getRangeAt(0).cloneRange();
    this.events.onState();
  };

  private readonly changed = () => this.events.onWritten();

  private readonly onKeyDown = (event: KeyboardEvent) => {
    // While a syllable is composed, keys are its.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      void this.leave();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.events.onLink();
    }
  };

  /** A text holds lines, no paragraphs: those are blocks of their own. */
  private readonly onBeforeInput = (event: InputEvent) => {
    if (event.inputType !== 'insertParagraph') return;
    event.preventDefault();
    this.command('insertLineBreak');
  };

  private readonly onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const markup = event.clipboardData?.getData('text/html') ?? '';
    const html = markup === '' ? '' : fromMarkup(markup);
    this.command('insertHTML', html || fromPlain(event.clipboardData?.getData('text/plain') ?? ''));
  };

  private readonly listeners: [string, EventListener][] = [
    ['input', this.changed],
    ['compositionend', this.changed],
    ['keydown', this.onKeyDown as EventListener],
    ['beforeinput', this.onBeforeInput as EventListener],
    ['paste', this.onPaste as EventListener],
    // Dropped things would bring markup from anywhere.
    ['drop', (event) => event.preventDefault()],
  ];

  /** `execCommand` is old and unloved, but alone keeps the browser's own undo whole. */
  private command(name: string, value?: string) {
    const { element } = this;
    if (!element) return;
    element.focus({ preventScroll: true });
    this.restored();
    element.ownerDocument.execCommand('styleWithCSS', false, 'false');
    element.ownerDocument.execCommand(name, false, value);
    this.changed();
    this.events.onState();
  }

  /** The selection as it was in the text, should something outside have taken it. */
  private restored(): Selection | null {
    const selection = this.element?.ownerDocument.getSelection() ?? null;
    if (selection && this.range && !this.element?.contains(selection.anchorNode)) {
      selection.removeAllRanges();
      selection.addRange(this.range);
    }
    return selection;
  }

  private linkAtCaret(): HTMLAnchorElement | null {
    const node = this.range?.commonAncestorContainer;
    const element = node?.nodeType === Node.ELEMENT_NODE ? (node as Element) : node?.parentElement;
    const link = element?.closest('a') ?? null;
    return link && link !== this.element && this.element?.contains(link) ? link : null;
  }
}

/** Without the names, which say nothing. */
function said(parts: Part[]): string {
  return JSON.stringify(parts, (name, value: unknown) => (name === 'uid' ? undefined : value));
}

function placeCaret(element: HTMLElement, event: MouseEvent | undefined) {
  const { ownerDocument } = element;
  const selection = ownerDocument.getSelection();
  if (!selection) return;
  const range = event && ownerDocument.caretRangeFromPoint(event.clientX, event.clientY);
  if (range && element.contains(range.startContainer)) {
    selection.removeAllRanges();
    selection.addRange(range);
  } else {
    selection.selectAllChildren(element);
    selection.collapseToEnd();
  }
}
