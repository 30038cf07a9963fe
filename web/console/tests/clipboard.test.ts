// @vitest-environment jsdom
import grapesjs, { type Component, type Editor } from 'grapesjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clipboard } from '@/features/editor/engine/Clipboard';
import { Names } from '@/features/editor/engine/names';
import { PageDocument, type Part } from '@/features/editor/sync/document';

const project = () => ({
  styles: [
    { uid: 'r1', selectors: ['card'], style: { color: 'red' } },
    { uid: 'r2', selectors: ['card'], style: { color: 'blue' }, mediaText: '(max-width: 480px)', atRuleType: 'media' },
    { uid: 'r3', selectors: ['#own'], style: { top: '0px' } },
  ],
  pages: [
    {
      frames: [
        {
          component: {
            type: 'wrapper',
            components: [
              { uid: 'a', tagName: 'div', classes: ['card'], attributes: { id: 'own' }, components: [{ uid: 'b', tagName: 'p', type: 'text', components: [{ uid: 'c', type: 'textnode', content: '글' }] }] },
              { uid: 'd', tagName: 'section' },
            ],
          },
        },
      ],
    },
  ],
});

class Transfer {
  private readonly kept = new Map<string, string>();
  setData(type: string, data: string) {
    this.kept.set(type, data);
  }
  getData(type: string) {
    return this.kept.get(type) ?? '';
  }
}

let editor: Editor;
let clipboard: Clipboard;
let names: Names;

const start = () => {
  editor = grapesjs.init({ headless: true, telemetry: false, storageManager: false, projectData: project() as never, undoManager: { trackSelection: false }, protectedCss: '' });
  names = new Names(editor);
  clipboard = new Clipboard(editor, (component) => editor.select(component));
};
/** GrapesJS ends a step to undo, and tells of edits, in timers of 0 and 1 ms: one that is set after them comes after them. */
const turn = () => new Promise((done) => setTimeout(done, 2));
const parts = (): Component[] => (editor.getWrapper()?.components().models ?? []) as Component[];
const said = () => {
  names.complete();
  return JSON.parse(JSON.stringify(editor.getProjectData())) as Record<string, unknown>;
};

async function send(type: 'copy' | 'cut' | 'paste', clipboardData: Transfer) {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clipboardData });
  document.body.dispatchEvent(event);
  await turn();
  return event.defaultPrevented;
}

/** What the server would take: each part and rule is named once. */
function isSavable(told: Record<string, unknown>) {
  const found: unknown[] = [];
  const visit = (part: Part) => {
    if (part.uid !== 'body') found.push(part.uid);
    part.components?.forEach(visit);
  };
  const { body, rules } = new PageDocument(structuredClone(told));
  visit(body);
  found.push(...rules.map(({ uid }) => uid));
  return found.every((uid) => typeof uid === 'string' && uid !== '') && new Set(found).size === found.length;
}

beforeEach(async () => {
  start();
  await turn();
  names.complete();
  editor.UndoManager.clear();
  editor.select(parts()[0]);
  await turn();
});

afterEach(() => {
  clipboard.destroy();
  editor.destroy();
});

describe('the clipboard in GrapesJS', () => {
  it('pastes behind what is selected, with names and an id of its own and the rules of that id', async () => {
    const transfer = new Transfer();
    expect(await send('copy', transfer)).toBe(true);
    expect(await send('paste', transfer)).toBe(true);
    expect(parts().map((part) => part.get('tagName'))).toEqual(['div', 'div', 'section']);
    const [, made] = parts();
    expect(made?.getId()).toBe('own-2');
    expect(editor.getCss()).toMatch(/#own-2\s*\{\s*top:\s*0px/);
    expect(isSavable(said())).toBe(true);
  });

  it('makes each a single step to undo, and every state can be saved', async () => {
    const transfer = new Transfer();
    await send('copy', transfer);
    await send('paste', transfer);
    clipboard.duplicate();
    await turn();
    await send('cut', transfer);
    expect(parts()).toHaveLength(3);
    for (const count of [4, 3, 2]) {
      editor.UndoManager.undo();
      await turn();
      expect(parts()).toHaveLength(count);
      expect(isSavable(said())).toBe(true);
    }
    expect(editor.UndoManager.hasUndo()).toBe(false);
    for (const count of [3, 4, 3]) {
      editor.UndoManager.redo();
      await turn();
      expect(parts()).toHaveLength(count);
      expect(isSavable(said())).toBe(true);
    }
  });

  it('leaves fields and foreign words to the browser', async () => {
    const transfer = new Transfer();
    transfer.setData('text/html', '<p>글</p>');
    expect(await send('paste', transfer)).toBe(false);
    const field = document.body.appendChild(document.createElement('input'));
    const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData: transfer });
    field.dispatchEvent(event);
    field.remove();
    expect(event.defaultPrevented).toBe(false);
    expect(parts()).toHaveLength(2);
  });
});
