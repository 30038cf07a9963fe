import type { Component, Editor } from 'grapesjs';
import type { Device } from './Engine';

/** Where a value of the selected part comes from: set at this width, at a wider one, by a class or the template, or nowhere. */
export type Origin = 'here' | 'wider' | 'rule' | 'unset';

type Rule = ReturnType<Editor['Css']['getAll']>['models'][number];

/** What sets the styles of one part, read once for all properties. */
export class Origins {
  private readonly wider: CSSStyleDeclaration[] = [];
  private readonly others: CSSStyleDeclaration[] = [];

  constructor(component: Component | undefined) {
    const element = component?.getEl();
    const view = element?.ownerDocument.defaultView;
    if (!component || !element || !view) return;
    const own = `#${component.getId()}`;
    const visit = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof view.CSSMediaRule) {
          if (view.matchMedia(rule.media.mediaText).matches) visit(rule.cssRules);
        } else if (rule instanceof view.CSSStyleRule && isAbout(element, rule.selectorText)) {
          (rule.selectorText === own ? this.wider : this.others).push(rule.style);
        }
      }
    };
    for (const sheet of element.ownerDocument.styleSheets) {
      if (isReadable(sheet) && !(sheet.ownerNode as Element | null)?.closest('head style')) visit(sheet.cssRules);
    }
  }

  of(property: string, own: string): Origin {
    if (own !== '') return 'here';
    const sets = (style: CSSStyleDeclaration) => style.getPropertyValue(property) !== '';
    if (this.wider.some(sets)) return 'wider';
    return this.others.some(sets) ? 'rule' : 'unset';
  }
}

function isReadable(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules.length >= 0;
  } catch {
    // A sheet of another host: browsers show it and tell nothing of it.
    return false;
  }
}

function isAbout(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** The narrower widths at which this part looks otherwise by rules of its own. */
export function overridden(editor: Editor, component: Component | undefined): Device[] {
  if (!component) return [];
  const own = `#${component.getId()}`;
  const widths = new Map<string, Device>(editor.Devices.getDevices().map((device) => [String(device.getWidthMedia()), device.id as Device]));
  const found = new Set<Device>();
  for (const rule of editor.Css.getAll().models as Rule[]) {
    const width = /max-width:\s*(\d+px)/.exec(rule.get('mediaText') ?? '')?.[1];
    const device = width && widths.get(width);
    if (device && rule.selectorsToString({ skipState: true } as never).split(':')[0] === own && Object.keys(rule.getStyle()).length > 0) found.add(device);
  }
  return [...found];
}
