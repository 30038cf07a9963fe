import type { Component, Editor } from 'grapesjs';

type Named = Component | ReturnType<Editor['Css']['getAll']>['models'][number];

/** Gives each part (components and rules) a `uid` of its own; a copy, which has its original's, gets another. */
export class Names {
  private readonly given = new WeakMap<Named, string>();

  constructor(private readonly editor: Editor) {}

  /** Without a trace: neither an edit nor a step to undo. */
  complete() {
    const parts: Named[] = [];
    this.editor.getWrapper()?.onAll((component) => void parts.push(component));
    parts.push(...this.editor.Css.getAll().models);
    const used = new Set<string>();
    for (const part of parts) {
      const name = this.given.get(part);
      if (name !== undefined && part.get('uid' as never) === name) used.add(name);
    }
    for (const part of parts) {
      const own: unknown = part.get('uid' as never);
      if (own !== undefined && this.given.get(part) === own) continue;
      const name = typeof own === 'string' && own !== '' && !used.has(own) ? own : newName(used);
      used.add(name);
      this.given.set(part, name);
      if (name !== own) (part.set as (name: string, value: string, options: object) => void)('uid', name, { silent: true });
    }
  }
}

function newName(used: Set<string>): string {
  for (;;) {
    const name = randomName();
    if (!used.has(name)) return name;
  }
}

/** Long enough that nobody meets it twice on one page. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}
