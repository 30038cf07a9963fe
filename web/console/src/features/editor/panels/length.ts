/** A number with a unit, as people type it: "12", "12px", "1.5 em", "50%", "auto". */
export function readLength(typed: string, unit: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return '';
  if (/^(auto|none|normal|inherit|0)$/.test(text)) return text;
  const found = /^(-?\d*\.?\d+)\s*(px|em|rem|%|vh|vw|vmin|vmax|ch)?$/.exec(text);
  if (!found) return /^(calc|min|max|clamp)\([\d\s.,+*/()%a-z-]+\)$/.test(text) ? text : null;
  return `${Number(found[1])}${found[2] ?? unit}`;
}

/** One step up or down, keeping the unit; null where there is no number to step. */
export function stepLength(shown: string, by: number, unit: string): string | null {
  const found = /^(-?\d*\.?\d+)(.*)$/.exec(shown.trim() || `0${unit}`);
  if (!found) return null;
  const value = Math.round((Number(found[1]) + by) * 1000) / 1000;
  return `${value}${found[2] || unit}`;
}

/** The colours that the native picker can show. */
export function hexColor(value: string): string {
  if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
  if (/^#[0-9a-f]{3}$/i.test(value)) return `#${value.slice(1).replace(/./g, '$&$&')}`.toLowerCase();
  const channels = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(value);
  if (!channels) return '#000000';
  return `#${channels.slice(1, 4).map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}

export function isTransparent(value: string): boolean {
  return value === '' || value === 'transparent' || /^rgba\(.*,\s*0\)$/.test(value);
}
