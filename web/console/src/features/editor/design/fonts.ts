/** Typefaces that visitors have already: nothing is loaded for them. */
export const sans = "-apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Malgun Gothic', sans-serif";
export const serif = "'Noto Serif KR', AppleMyungjo, Batang, Georgia, serif";
export const mono = 'ui-monospace, Menlo, Consolas, monospace';
