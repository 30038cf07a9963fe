import type { DesignValue } from '@/api/types';
import type { Locale } from '@/i18n/locale';
import type { Changes } from './DesignChanges';

/** What holds once the changes are kept. */
export function changed(values: DesignValue[], changes: Changes): DesignValue[] {
  return values.map((value) => (value.name in changes ? { ...value, value: changes[value.name] ?? value.original } : value));
}

/** As the server prints it on every page. */
export function designCss(values: DesignValue[]): string {
  const others = values.filter(({ original, value }) => value !== original);
  return others.length === 0 ? '' : `:root{${others.map(({ name, value }) => `${name}:${value}`).join(';')}}`;
}

/** What its author calls it («먹색 | Ink»), or its name without dashes. */
export function labelOf({ name, label }: DesignValue, locale: Locale): string {
  const [korean, english] = label.split('|').map((part) => part.trim());
  const said = locale === 'en' ? (english ?? korean) : korean;
  return said || name.slice(2).replaceAll(/[-_]+/g, ' ');
}

/** A colour as the server takes it; null for what is none. */
export function readColor(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (!CSS.supports('color', text) || /^(var|color-mix|light-dark)\(|^(inherit|initial|unset|revert|currentcolor)/.test(text)) return null;
  if (/^#|\(/.test(text)) return text;
  const probe = document.createElement('span');
  probe.style.color = text;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}
