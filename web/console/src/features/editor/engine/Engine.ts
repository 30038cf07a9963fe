import type { Component, Editor } from 'grapesjs';
import type { ProjectData } from '@/api/types';
import type { Translate } from '@/i18n/messages';
import type { ko } from '../ko';
import type { Change, Part } from '../sync/document';
import { applyChanges } from './apply';
import { CanvasStyle } from './CanvasStyle';
import { blockContent, blockOnPage, type BlockId } from './blocks';
import { Names, randomName } from './names';
import { dropPassingIds } from './passingIds';
import { Writing, type Emphasis, type Written } from './writing/Writing';
import { Clipboard } from './Clipboard';
import { audited, anchorsOf, type Anchor, type Finding } from './findings';
import { Origins, overridden, type Origin } from './origins';
import { Focusing, showPicture } from './pictures';
import { movable, nodeOf, treeOf, type LayerNode, type Selected } from './nodes';

export type Device = 'desktop' | 'tablet' | 'phone';
export type StyleValues = Record<string, string>;
export type PartState = '' | 'hover' | 'focus';

export interface EngineSnapshot {
  selected: Selected | null;
  canUndo: boolean;
  canRedo: boolean;
  device: Device;
  /** The narrower widths at which the selected part looks otherwise. */
  overridden: Device[];
  /** How the words are at the caret of whoever writes in a text of the canvas. */
  written: Written | null;
  /** Whether the person is asked where a link in that text leads. */
  isLinkAsked: boolean;
  /** Grows with every change of the document; whoever shows parts of it reads them again. */
  revision: number;
}

export interface PickedImage {
  src: string;
  name: string;
  /** What it shows, in words; may be empty. */
  alt: string;
  /** What must stay in sight, in per cent from the left and the top. */
  focus: { x: number; y: number };
}

export interface EngineEvents {
  t: Translate<keyof typeof ko>;
  onEdited: () => void;
  onPickImage: (take: (image: PickedImage) => void) => void;
}

/** The editor as our panels see it: GrapesJS's names and objects stay behind this door. */
export class Engine {
  private state: EngineSnapshot = { selected: null, canUndo: false, canRedo: false, device: 'desktop', overridden: [], written: null, isLinkAsked: false, revision: 0 };
  private readonly listeners = new Set<() => void>();
  private readonly keyListeners = new Set<(event: KeyboardEvent) => void>();
  private frame = 0;
  private quiet = false;
  private gone = false;
  /** The page as it was when the editor went: a save that is under way then still asks for it. */
  private last: ProjectData | undefined;
  private readonly names: Names;
  private readonly writing: Writing;
  private readonly focusing: Focusing;
  private readonly design: CanvasStyle;
  private readonly clipboard: Clipboard;
  private origins: Origins | null = null;
  private isLinkAsked = false;

  constructor(
    private readonly editor: Editor,
    private readonly events: EngineEvents,
  ) {
    this.names = new Names(editor);
    this.focusing = new Focusing(editor);
    this.design = new CanvasStyle(editor, 'jium-design');
    const refresh = () => this.refreshSoon();
    this.clipboard = new Clipboard(editor, (component) => this.show(component));
    editor.on('canvas:frame:load:body', ({ window }: { window: Window }) => window.document.addEventListener('keydown', this.onKeyDown));
    this.writing = new Writing(
      editor,
      {
        onWritten: () => this.events.onEdited(),
        onState: refresh,
        onLink: () => this.askForLink(true),
      },
      randomName,
    );
    editor.on('component:selected component:deselected component:update component:styleUpdate component:add component:remove', refresh);
    editor.on('undo redo change:device style:target', refresh);
    editor.on('update', () => {
      if (this.quiet) return;
      this.events.onEdited();
      this.refreshSoon();
    });
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private readonly onKeyDown = (event: KeyboardEvent) => {
    for (const listener of this.keyListeners) listener(event);
  };

  /** Hears the keys that are pressed in the canvas, until what is answered is called. */
  hearKeys(listener: (event: KeyboardEvent) => void) {
    this.keyListeners.add(listener);
    return () => void this.keyListeners.delete(listener);
  }

  readonly snapshot = () => this.state;

  serialize(): ProjectData {
    if (this.last) return this.last;
    this.names.complete();
    // A copy: GrapesJS hands out parts that go on changing.
    const project = JSON.parse(JSON.stringify(this.editor.getProjectData())) as ProjectData;
    putWriting(project, this.writing.current());
    dropPassingIds(project, this.editor);
    return project;
  }

  /** What the page looks like now, for showing beside another version; never sent to the server. */
  render(): { html: string; css: string } {
    return { html: this.editor.getHtml(), css: this.editor.getCss() ?? '' };
  }

  /** Makes changes that came from elsewhere: no edits of this person's, and nothing for them to undo. */
  apply(changes: Change[]) {
    if (this.gone) return;
    this.names.complete();
    applyChanges(this.editor, changes);
    this.refreshSoon();
  }

  load(project: ProjectData) {
    this.quiet = true;
    this.editor.loadProjectData(project as Parameters<Editor['loadProjectData']>[0]);
    void this.settle();
  }

  /** Loading is not an edit: it can be neither undone nor saved. Changes made by loading arrive in the next turns. */
  settle(): Promise<void> {
    this.editor.UndoManager.clear();
    this.editor.clearDirtyCount();
    return new Promise((settled) =>
      setTimeout(() => {
        if (!this.gone) {
          this.editor.UndoManager.clear();
          this.quiet = false;
          this.refreshSoon();
        }
        settled();
      }, 50),
    );
  }

  undo() {
    this.editor.UndoManager.undo();
    this.refreshSoon();
  }

  redo() {
    this.editor.UndoManager.redo();
    this.refreshSoon();
  }

  setDevice(device: Device) {
    this.editor.setDevice(device);
    this.refreshSoon();
  }

  // --- the document's tree

  tree(): LayerNode[] {
    const wrapper = this.editor.getWrapper();
    return wrapper ? treeOf(wrapper) : [];
  }

  select(id: string) {
    const component = this.find(id);
    if (!component) return;
    this.editor.select(component);
    component.views?.[0]?.el?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  selectParent() {
    const parent = this.selected()?.parent();
    if (parent && parent.get('type') !== 'wrapper') this.editor.select(parent);
  }

  /** One step out; from the outermost part to none. */
  selectParentOrNone() {
    const parent = this.selected()?.parent();
    this.editor.select(parent && parent.get('type') !== 'wrapper' ? parent : undefined);
  }

  deselect() {
    this.editor.select();
  }

  duplicate() {
    this.clipboard.duplicate();
  }

  copy() {
    this.clipboard.copy('copy');
  }

  cut() {
    this.clipboard.copy('cut');
  }

  /** False when the browser keeps its clipboard closed, or nothing of ours is in it. */
  paste(): Promise<boolean> {
    return this.clipboard.paste();
  }

  remove() {
    const component = this.selected();
    if (!component?.get('removable')) return;
    const parent = component.parent();
    component.remove();
    this.editor.select(parent && parent.get('type') !== 'wrapper' ? parent : undefined);
  }

  /** Moves the selected part among its siblings. */
  move(step: -1 | 1) {
    const component = this.selected();
    const parent = component?.parent();
    if (!component || !parent || !movable(component, step)) return;
    const index = component.index();
    component.move(parent, { at: step === 1 ? index + 2 : index - 1 });
    this.editor.select(component);
  }

  /** Into the part before it, at its end. */
  moveIn() {
    const component = this.selected();
    const before = component?.parent()?.components().at(component.index() - 1);
    if (component && component.index() > 0 && before?.get('droppable') && before.get('type') !== 'textnode' && !before.get('void')) this.moveTo(component.cid, before.cid, 'inside');
  }

  /** Out of the part it is in, behind it. */
  moveOut() {
    const component = this.selected();
    const parent = component?.parent();
    if (component && parent?.parent()) this.moveTo(component.cid, parent.cid, 'after');
  }

  /** The keyboard's way into the canvas. */
  focusCanvas() {
    this.editor.Canvas.getFrameEl()?.focus();
    this.editor.Canvas.getBody()?.ownerDocument.defaultView?.focus();
  }

  moveTo(id: string, targetId: string, place: 'before' | 'after' | 'inside') {
    const component = this.find(id);
    const target = this.find(targetId);
    if (!component || !target || component === target || target.closest(`#${component.getId()}`)) return;
    if (place === 'inside') component.move(target, { at: target.components().length });
    else {
      const parent = target.parent();
      if (parent) component.move(parent, { at: target.index() + (place === 'after' ? 1 : 0) });
    }
    this.editor.select(component);
  }

  // --- blocks

  /** After the selected part if there is room beside it, inside it when it is an empty holder, else at the page's end. */
  insert(id: BlockId) {
    const wrapper = this.editor.getWrapper();
    if (!wrapper) return;
    const selected = this.selected();
    const holder = selected && selected.components().length === 0 && selected.get('droppable') && selected.get('tagName') === 'div';
    const parent = holder ? selected : (selected?.parent() ?? wrapper);
    const at = holder || !selected?.parent() ? undefined : selected.index() + 1;
    const content = parent === wrapper ? blockOnPage(id, this.events.t) : blockContent(id, this.events.t);
    const added = parent.append(content, at === undefined ? {} : { at }).filter((entry) => entry.get('tagName') !== 'style');
    const first = added[0];
    if (!first) return;
    this.show(first);
  }

  private show(component: Component) {
    this.editor.select(component);
    setTimeout(() => component.views?.[0]?.el?.scrollIntoView({ block: 'center', behavior: 'smooth' }), 30);
  }

  startDrag(id: BlockId, event: Event) {
    const block = this.editor.Blocks.get(id);
    if (block) this.editor.Blocks.startDrag(block, event as DragEvent);
  }

  endDrag(cancelled: boolean) {
    this.editor.Blocks.endDrag(cancelled);
  }

  // --- styles of the selected part, at the width being shown

  style(property: string): { own: string; inherited: string; origin: Origin } {
    const rules = this.editor.StyleManager;
    const own = rules.getSelected()?.getStyle()[property];
    const parent = rules
      .getSelectedParents()
      .map((rule) => rule.getStyle()[property])
      .find((value) => typeof value === 'string' && value !== '');
    const element = this.selected()?.views?.[0]?.el;
    const computed = element ? (element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue(property) ?? '') : '';
    const set = typeof own === 'string' ? own : '';
    this.origins ??= new Origins(this.selected());
    // Only the page knows what a name stands for.
    const inherited = typeof parent === 'string' && !parent.includes('var(') ? parent : computed;
    return { own: set, inherited, origin: this.origins.of(property, set) };
  }

  setStyle(values: StyleValues) {
    this.editor.StyleManager.addStyleTargets(values, {});
    this.refreshSoon();
  }

  clearStyle(properties: string[]) {
    this.setStyle(Object.fromEntries(properties.map((property) => [property, ''])));
  }

  /** What the part's own rule says at this width, in a state of it. */
  declarations(state: PartState): Record<string, unknown> {
    return this.ownRule(state)?.getStyle() ?? {};
  }

  setDeclarations(state: PartState, style: StyleValues) {
    const selected = this.selected();
    if (!selected) return;
    const rule = this.ownRule(state);
    if (rule) rule.setStyle(style);
    else this.editor.Css.setIdRule(selected.getId(), style, { state });
    this.refreshSoon();
  }

  private ownRule(state: PartState) {
    const selected = this.selected();
    return selected && this.editor.Css.getIdRule(selected.getId(), { state });
  }

  // --- what the page is like

  /** What search engines and people who cannot see would miss. */
  findings(): Finding[] {
    const wrapper = this.editor.getWrapper();
    return wrapper ? audited(wrapper) : [];
  }

  /** The picture that messengers show with the page: the first of its own, as the server chooses it. */
  firstPicture(): string | null {
    const body = this.editor.Canvas.getBody() as HTMLElement | undefined;
    const sources = [...(body?.querySelectorAll('img') ?? [])].map((picture) => picture.getAttribute('src') ?? '');
    return sources.find((source) => /^\/builder\/files\/[0-9a-f]{64}\/.*\.(jpe?g|png|webp)$/i.test(source)) ?? null;
  }

  /** The places of this page that a link may lead to; those without a name get one when they are chosen. */
  anchors(): Anchor[] {
    const wrapper = this.editor.getWrapper();
    return wrapper ? anchorsOf(wrapper) : [];
  }

  /** Leads the selected link to a place of this page. */
  linkTo(anchor: Anchor) {
    this.find(anchor.part)?.addAttributes({ id: anchor.name });
    this.setAttribute('href', `#${anchor.name}`);
  }

  // --- writing in a text of the canvas

  write() {
    this.writing.start();
  }

  emphasize(emphasis: Emphasis) {
    this.writing.emphasize(emphasis);
  }

  askForLink(isAsked: boolean) {
    this.isLinkAsked = isAsked;
    if (!isAsked) this.writing.focus();
    this.refreshSoon();
  }

  linkWords(href: string) {
    this.writing.link(href);
    this.askForLink(false);
  }

  /** Back from the bar to the text. */
  goOnWriting() {
    this.writing.focus();
  }

  // --- attributes and content of the selected part

  setAttribute(name: string, value: string) {
    const component = this.selected();
    if (!component) return;
    if (value === '') component.removeAttributes(name);
    else component.addAttributes({ [name]: value });
    if (name === 'src' && component.get('type') === 'image') component.set('src', value);
    this.refreshSoon();
  }

  setProperty(name: string, value: unknown) {
    this.selected()?.set(name, value);
    this.refreshSoon();
  }

  setTag(tagName: string) {
    this.selected()?.set('tagName', tagName);
    this.refreshSoon();
  }

  setText(text: string) {
    const component = this.selected();
    if (!component) return;
    component.components([{ type: 'textnode', content: text }]);
    this.refreshSoon();
  }

  pickImage() {
    const component = this.selected();
    if (component) this.events.onPickImage((image) => this.showPicture(component, image));
  }

  pickBackground() {
    this.events.onPickImage((image) =>
      this.setStyle({
        'background-image': `url("${encodeURI(image.src)}")`,
        'background-size': 'cover',
        'background-position': `${image.focus.x}% ${image.focus.y}%`,
      }),
    );
  }

  /** Colours and typefaces that hold on the whole site. */
  showDesign(css: string) {
    if (!this.gone) this.design.write(css);
  }

  /** Which part of these stays in sight, as far as the page shows them. */
  focusPictures(pictures: Pick<PickedImage, 'src' | 'focus'>[]) {
    if (!this.gone) this.focusing.show(pictures);
  }

  private showPicture(component: Component, image: PickedImage) {
    showPicture(component, image);
    this.focusing.show([image]);
    this.refreshSoon();
  }

  destroy() {
    this.last = this.serialize();
    this.gone = true;
    cancelAnimationFrame(this.frame);
    this.listeners.clear();
    this.clipboard.destroy();
    this.editor.destroy();
  }

  private selected(): Component | undefined {
    return this.editor.getSelected();
  }

  private find(id: string): Component | undefined {
    const wrapper = this.editor.getWrapper();
    if (!wrapper) return undefined;
    let found: Component | undefined;
    wrapper.onAll((component) => {
      if (component.cid === id) found = component;
    });
    return found;
  }

  private refreshSoon() {
    if (this.frame || this.gone) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const selected = this.selected();
      this.origins = null;
      const written = this.writing.state();
      this.isLinkAsked &&= written !== null;
      this.state = {
        selected: selected ? nodeOf(selected) : null,
        canUndo: this.editor.UndoManager.hasUndo(),
        canRedo: this.editor.UndoManager.hasRedo(),
        device: (this.editor.getDevice() || 'desktop') as Device,
        overridden: overridden(this.editor, selected),
        written,
        isLinkAsked: this.isLinkAsked,
        revision: this.state.revision + 1,
      };
      for (const listener of this.listeners) listener();
    });
  }
}

/** What is being written is part of the page before it is part of GrapesJS's document. */
function putWriting(project: ProjectData, written: ReturnType<Writing['current']>) {
  if (!written) return;
  const visit = (part: Part): boolean => {
    if (part.uid === written.uid) part.components = written.components;
    return part.uid === written.uid || (part.components?.some(visit) ?? false);
  };
  const { pages } = project as { pages?: { frames?: { component?: Part }[] }[] };
  const body = pages?.[0]?.frames?.[0]?.component;
  if (body) visit(body);
}
