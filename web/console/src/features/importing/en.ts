import type { ko } from './ko';

export const en: Record<keyof typeof ko, string> = {
  open: 'Import',
  title: 'Import from a file',
  lead: 'Brings in the pages, pictures, fonts and styles of a site made elsewhere.',
  hint: 'One HTML file, or a ZIP of the whole site',
  submit: 'Start import',
  working: 'Reading your file. Large ones take a little while.',
  done: 'Import finished',
  summary: '{pages, plural, =0 {No pages} one {1 page} other {# pages}} · {assets, plural, =0 {no files} one {1 file} other {# files}}',
  pages: 'Imported pages',
  warnings: '{count, plural, one {1 thing} other {# things}} not taken over',
  warningsLead: 'Everything left out is listed here, so you can add it back in the editor if you need it.',
  clean: 'Everything was taken over.',
  continue: 'Start editing',
};
