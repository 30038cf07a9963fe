import type { Translate } from '@/i18n/messages';
import type { ko } from '../ko';

type T = Translate<keyof typeof ko>;

/** One grey pixel: a picture's place until its author chooses one. Unlike an SVG it is allowed everywhere. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGN4dv8KAAVIApr4dWn7AAAAAElFTkSuQmCC';

/** Colours that the site may name (builder's Ground); beside style sheets of its own, which name others, these. A shorthand with a name in it is lost when the browser reads it. */
const css = {
  section: '.jm-section{padding:72px 24px}.jm-inner{max-width:1080px;margin:0 auto}@media(max-width:480px){.jm-section{padding:48px 20px}}',
  columns:
    '.jm-columns{display:flex;flex-wrap:wrap;gap:32px}.jm-column{flex:1 1 0;min-width:0;min-height:48px}@media(max-width:768px){.jm-columns{flex-direction:column;gap:24px}}',
  heading: '.jm-heading{margin:0 0 16px;font-size:36px;line-height:1.3;font-weight:700;letter-spacing:-0.02em}@media(max-width:480px){.jm-heading{font-size:28px}}',
  text: '.jm-text{margin:0 0 16px;font-size:17px;line-height:1.75}',
  button:
    '.jm-button{display:inline-block;padding:13px 24px;border-radius:8px;background-color:var(--jm-main,#211c17);color:var(--jm-on-main,#ffffff);font-size:16px;font-weight:600;text-decoration:none}',
  image: '.jm-image{display:block;width:100%;height:auto;aspect-ratio:3/2;object-fit:cover;border-radius:10px;background-color:#e6dfd4}',
  card: '.jm-card{flex:1 1 0;min-width:0;padding:28px;border:1px solid #e6dfd4;border-radius:14px;background-color:var(--jm-paper,#ffffff)}',
  gallery: '.jm-gallery{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}@media(max-width:768px){.jm-gallery{grid-template-columns:repeat(2,1fr)}}',
  quote: '.jm-quote{margin:0 0 16px;padding:8px 0 8px 24px;border-left:4px solid #d03e1b;border-left-color:var(--jm-accent,#d03e1b);font-size:20px;line-height:1.6}',
  list: '.jm-list{margin:0 0 16px;padding-left:24px;font-size:17px;line-height:1.9}',
  video: '.jm-video{display:block;width:100%;aspect-ratio:16/9;border:0;border-radius:10px;background-color:#211c17}',
  map: '.jm-map{display:block;width:100%;height:360px;border:0;border-radius:10px}',
  form: '.jm-form{display:flex;flex-direction:column;gap:16px;max-width:520px}.jm-label{display:flex;flex-direction:column;gap:6px;font-size:15px;font-weight:600}.jm-input{width:100%;box-sizing:border-box;padding:12px 14px;border:1px solid #948a7e;border-radius:8px;font-size:16px;font-family:inherit}.jm-submit{align-self:flex-start;padding:13px 24px;border:0;border-radius:8px;background-color:var(--jm-main,#211c17);color:var(--jm-on-main,#ffffff);font-size:16px;font-weight:600}',
  menu: '.jm-menu{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:12px 32px;padding:18px 24px;border-bottom:1px solid #e6dfd4;border-bottom-color:var(--jm-line,#e6dfd4)}.jm-brand{font-size:20px;font-weight:800;color:inherit;text-decoration:none}.jm-links{display:flex;flex-wrap:wrap;gap:8px 24px}.jm-links a{color:inherit;text-decoration:none;font-size:15px}',
  strip: '.jm-strip{padding:12px 24px}',
  languages:
    '.jm-languages ul{display:flex;flex-wrap:wrap;gap:4px 16px;margin:0;padding:0;list-style:none}.jm-languages a{display:inline-block;padding:4px 0;color:inherit;text-decoration:none;font-size:15px}.jm-languages a[aria-current]{font-weight:700}',
  footer: '.jm-footer{padding:40px 24px;background-color:var(--jm-main,#211c17);color:var(--jm-on-main,#e8e3db);font-size:14px;line-height:1.8;text-align:center}',
  divider: '.jm-divider{height:1px;margin:32px 0;border:0;background-color:var(--jm-line,#d3ccc1)}',
  spacer: '.jm-spacer{height:48px}',
  hero: '.jm-hero{padding:120px 24px;background-color:var(--jm-soft,#f3ece1);text-align:center}.jm-hero-title{margin:0 0 16px;font-size:52px;line-height:1.2;font-weight:800;letter-spacing:-0.03em}.jm-hero-text{max-width:620px;margin:0 auto 28px;font-size:19px;line-height:1.7}@media(max-width:480px){.jm-hero{padding:72px 20px}.jm-hero-title{font-size:34px}}',
};

type Piece = keyof typeof css;

function styled(html: string, ...pieces: Piece[]): string {
  return `${html}<style>${pieces.map((piece) => css[piece]).join('')}</style>`;
}

const heading = (text: string) => `<h2 class="jm-heading">${text}</h2>`;
const paragraph = (text: string) => `<p class="jm-text">${text}</p>`;
const button = (text: string) => `<a class="jm-button" href="#">${text}</a>`;
const image = (alt: string) => `<img class="jm-image" src="${PIXEL}" alt="${alt}">`;
const section = (inner: string) => `<section class="jm-section"><div class="jm-inner">${inner}</div></section>`;
const column = (inner = '') => `<div class="jm-column">${inner}</div>`;
const card = (title: string, text: string) => `<div class="jm-card"><h3>${title}</h3>${paragraph(text)}</div>`;

export type BlockGroup = 'layout' | 'text' | 'media' | 'ready';

export interface BlockRecipe {
  id: keyof typeof recipes;
  group: BlockGroup;
}

/** What each block puts on the page; the words come from the language the editor is used in. */
const recipes = {
  section: (t: T) => styled(section(heading(t('content.heading')) + paragraph(t('content.text'))), 'section', 'heading', 'text'),
  columns2: () => styled(`<div class="jm-columns">${column()}${column()}</div>`, 'columns'),
  columns3: () => styled(`<div class="jm-columns">${column()}${column()}${column()}</div>`, 'columns'),
  divider: () => styled('<hr class="jm-divider">', 'divider'),
  spacer: () => styled('<div class="jm-spacer"></div>', 'spacer'),
  heading: (t: T) => styled(heading(t('content.heading')), 'heading'),
  text: (t: T) => styled(paragraph(t('content.text')), 'text'),
  list: (t: T) => styled(`<ul class="jm-list"><li>${t('content.item')} 1</li><li>${t('content.item')} 2</li><li>${t('content.item')} 3</li></ul>`, 'list'),
  quote: (t: T) => styled(`<blockquote class="jm-quote">${t('content.quote')}</blockquote>`, 'quote'),
  button: (t: T) => styled(button(t('content.button')), 'button'),
  image: (t: T) => styled(image(t('content.alt')), 'image'),
  gallery: (t: T) => styled(`<div class="jm-gallery">${image(t('content.alt')).repeat(6)}</div>`, 'gallery', 'image'),
  video: () => styled('<video class="jm-video" controls></video>', 'video'),
  map: (t: T) =>
    styled(`<iframe data-gjs-type="map" class="jm-map" title="${t('block.map')}" src="https://maps.google.com/maps?q=${encodeURIComponent(t('content.place'))}&z=15&t=q&output=embed"></iframe>`, 'map'),
  hero: (t: T) =>
    styled(
      `<section class="jm-hero"><h1 class="jm-hero-title">${t('content.hero')}</h1><p class="jm-hero-text">${t('content.text')}</p>${button(t('content.button'))}</section>`,
      'hero',
      'button',
    ),
  features: (t: T) =>
    styled(
      section(
        heading(t('content.features')) +
          `<div class="jm-columns">${[1, 2, 3].map((number) => card(`${t('content.item')} ${number}`, t('content.short'))).join('')}</div>`,
      ),
      'section',
      'heading',
      'columns',
      'card',
      'text',
    ),
  imageText: (t: T) =>
    styled(
      section(
        `<div class="jm-columns">${column(image(t('content.alt')))}${column(heading(t('content.heading')) + paragraph(t('content.text')) + button(t('content.button')))}</div>`,
      ),
      'section',
      'columns',
      'image',
      'heading',
      'text',
      'button',
    ),
  form: (t: T) =>
    styled(
      `<form class="jm-form" method="post"><label class="jm-label">${t('content.name')}<input class="jm-input" type="text" name="name" required></label>` +
        `<label class="jm-label">${t('content.email')}<input class="jm-input" type="email" name="email" required></label>` +
        `<label class="jm-label">${t('content.message')}<textarea class="jm-input" name="message" rows="5" required></textarea></label>` +
        `<button class="jm-submit" type="submit">${t('content.send')}</button></form>`,
      'form',
    ),
  menu: (t: T) =>
    styled(
      `<nav class="jm-menu"><a class="jm-brand" href="/">${t('content.brand')}</a><div class="jm-links" data-jium-menu="main"></div></nav>`,
      'menu',
    ),
  languages: () => styled('<nav data-gjs-type="language-switch" class="jm-languages"></nav>', 'languages'),
  footer: (t: T) => styled(`<footer class="jm-footer"><div>${t('content.footer')}</div></footer>`, 'footer'),
};

export const blocks: BlockRecipe[] = [
  { id: 'section', group: 'layout' },
  { id: 'columns2', group: 'layout' },
  { id: 'columns3', group: 'layout' },
  { id: 'divider', group: 'layout' },
  { id: 'spacer', group: 'layout' },
  { id: 'heading', group: 'text' },
  { id: 'text', group: 'text' },
  { id: 'button', group: 'text' },
  { id: 'list', group: 'text' },
  { id: 'quote', group: 'text' },
  { id: 'image', group: 'media' },
  { id: 'gallery', group: 'media' },
  { id: 'video', group: 'media' },
  { id: 'map', group: 'media' },
  { id: 'menu', group: 'ready' },
  { id: 'languages', group: 'ready' },
  { id: 'hero', group: 'ready' },
  { id: 'features', group: 'ready' },
  { id: 'imageText', group: 'ready' },
  { id: 'form', group: 'ready' },
  { id: 'footer', group: 'ready' },
];

export type BlockId = BlockRecipe['id'];

export function blockContent(id: BlockId, t: T): string {
  return recipes[id](t);
}

const wholeWidth = new Set<BlockId>(['section', 'divider', 'spacer', 'menu', 'hero', 'features', 'imageText', 'footer']);

/** The same for a block that would stand on the page's bare ground: most want a section's margins around them. */
export function blockOnPage(id: BlockId, t: T): string {
  if (id === 'languages') return styled(`<div class="jm-strip">${blockContent(id, t)}</div>`, 'strip');
  return wholeWidth.has(id) ? blockContent(id, t) : styled(section(blockContent(id, t)), 'section');
}
