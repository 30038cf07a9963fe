import type { Component, Editor } from 'grapesjs';
import type { Change, Part } from '../sync/document';

type Rule = ReturnType<Editor['Css']['getAll']>['models'][number];

/** Makes changes that came from elsewhere. The page is named before; what is not there is left out. */
export function applyChanges(editor: Editor, changes: Change[]) {
  editor.UndoManager.skip(() => {
    for (const change of changes) new Applying(editor).make(change);
  });
}

class Applying {
  constructor(private readonly editor: Editor) {}

  make(change: Change) {
    switch (change.op) {
      case 'set':
        return this.set(change);
      case 'insert':
        return change.at === 'rules' ? this.insertRule(change.part, change.after) : this.insert(change.at, change.part, change.after);
      case 'move':
        return this.move(change.at, change.into, change.after);
      case 'remove': {
        const rule = this.rule(change.at);
        if (rule) this.editor.Css.remove(rule);
        else this.component(change.at)?.remove();
      }
    }
  }

  private set({ at, field, name, value }: Extract<Change, { op: 'set' }>) {
    const component = this.component(at);
    if (component) return this.setComponent(component, field, name, value);
    const rule = this.rule(at);
    if (!rule) return;
    if (field === 'style' && name !== undefined) {
      const style = { ...rule.getStyle() };
      if (value === undefined || value === null) delete style[name];
      else style[name] = value as string;
      rule.setStyle(style);
    } else if (field === 'selectors') rule.getSelectors().reset(this.editor.Selectors.add((value ?? []) as never) as never);
    else (rule.set as (name: string, value: unknown) => void)(field, value);
  }

  private setComponent(component: Component, field: string, name: string | undefined, value: unknown) {
    if (field === 'components') {
      // Who types in it sees his own words; they go on top.
      if (!isBeingTyped(this.editor, component)) component.components((value ?? []) as never);
    } else if (field === 'attributes' && name !== undefined) {
      if (value === undefined || value === null) component.removeAttributes(name);
      else component.addAttributes({ [name]: value });
      if (name === 'src' && component.get('type') === 'image') component.set('src', typeof value === 'string' ? value : '');
    } else if (field === 'classes') component.setClass((value ?? []) as never);
    else {
      (component.set as (name: string, value: unknown) => void)(field, value ?? undefined);
      if (field === 'content') for (const view of component.views ?? []) view.render();
    }
  }

  private insert(into: string, part: Part, after: string | undefined) {
    const parent = this.component(into);
    if (!parent || (part.uid !== undefined && this.component(part.uid))) return;
    parent.append(part as never, { at: this.place(parent, after) });
  }

  private move(uid: string, into: string, after: string | undefined) {
    const rule = this.rule(uid);
    if (rule) return this.placeRule(rule, after);
    const component = this.component(uid);
    const parent = this.component(into);
    if (!component || !parent) return;
    // The place is counted while the part still stands at its old one.
    const at = this.place(parent, after);
    component.move(parent, { at });
  }

  private place(parent: Component, after: string | undefined): number {
    if (after === undefined) return 0;
    const behind = parent.components().models.findIndex((child: Component) => child.get('uid' as never) === after);
    return behind < 0 ? parent.components().length : behind + 1;
  }

  private insertRule(part: Part, after: string | undefined) {
    if (part.uid !== undefined && this.rule(part.uid)) return;
    const [rule] = this.editor.Css.getAll().add([part] as never, {}) as unknown as Rule[];
    if (rule) this.placeRule(rule, after);
  }

  private placeRule(rule: Rule, after: string | undefined) {
    const all = this.editor.Css.getAll();
    all.remove(rule, { silent: true } as never);
    const behind = after === undefined ? -1 : all.models.findIndex((entry) => entry.get('uid' as never) === after);
    all.add(rule as never, { at: after !== undefined && behind < 0 ? all.length : behind + 1 });
  }

  private component(uid: string): Component | undefined {
    const wrapper = this.editor.getWrapper();
    if (uid === 'body' || !wrapper) return wrapper;
    let found: Component | undefined;
    wrapper.onAll((component) => {
      if (component.get('uid' as never) === uid) found = component;
    });
    return found;
  }

  private rule(uid: string): Rule | undefined {
    return this.editor.Css.getAll().models.find((rule) => rule.get('uid' as never) === uid);
  }
}

function isBeingTyped(editor: Editor, component: Component): boolean {
  for (let at: Component | undefined = editor.getEditing(); at; at = at.parent()) if (at === component) return true;
  return false;
}
