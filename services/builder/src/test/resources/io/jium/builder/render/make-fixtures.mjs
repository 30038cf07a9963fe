// Run beside node_modules with grapesjs 0.23.6: node make-fixtures.mjs > fixtures.json
import { JSDOM } from 'jsdom';
const dom = new JSDOM('<!doctype html><body></body>');
for (const name of ['window', 'document', 'DOMParser', 'Node', 'Element', 'HTMLElement', 'navigator', 'DocumentFragment', 'getComputedStyle']) {
  globalThis[name] = name === 'window' ? dom.window : dom.window[name];
}
globalThis.CSS = { escape: (s) => s.replace(/[^a-zA-Z0-9_\u0080-\uffff-]/g, (c) => '\\' + c).replace(/^[0-9]/, (c) => '\\3' + c + ' ') };
const { default: grapesjs } = await import('grapesjs');
const page = (components, styles = [], wrapper = {}) => ({
  assets: [], styles, pages: [{ id: 'p', name: 'Page', frames: [{ id: 'f', component: { type: 'wrapper', components, ...wrapper } }] }] });
const html = (markup) => page(markup);
const t = (content) => ({ type: 'textnode', content });
const projects = {
  texts: page([{ tagName: 'h1', type: 'text', components: [t('지음 & <jium> "q"')] }, { tagName: 'p', type: 'text', content: 'plain words' },
    { tagName: 'p', type: 'text', components: [t('a '), { tagName: 'b', type: 'text', components: [t('bold')] }, t(' c'), { tagName: 'br' }, { type: 'link', attributes: { href: '/a?b=1&c=2', target: '_blank' }, components: [t('go')] }] }]),
  types: page([{ type: 'image', attributes: { alt: 'a' } }, { type: 'image', src: '/a.png' }, { type: 'image', attributes: { src: '/b.png', id: 'x1' } },
    { type: 'cell', components: [t('c')] }, { type: 'row' }, { type: 'table', components: [{ type: 'thead' }, { type: 'tbody', components: [{ type: 'row', components: [{ type: 'cell', tagName: 'th' }] }] }, { type: 'tfoot' }] },
    { type: 'label', attributes: { for: 'n' }, components: [t('이름')] }, { tagName: 'input', attributes: { disabled: true, checked: false, value: 3, step: 0.5, type: 'text', placeholder: '' } },
    { type: 'never-heard-of', limit: 3 }, { tagName: 'hr' }, { tagName: 'textarea', components: [t('a <b>')] }, { tagName: 'select', components: [{ tagName: 'option', attributes: { value: 'a' }, components: [t('A')] }] },
    { tagName: 'ul', components: [{ tagName: 'li', components: [t('1')] }] }]),
  frames: page([{ type: 'video', src: '/a.mp4' }, { type: 'video', src: '/a.mp4', loop: true, autoplay: true, muted: true, controls: false, attributes: { poster: '/p.png' } },
    { type: 'video', provider: 'yt', videoId: 'abc', src: 'https://www.youtube.com/embed/abc?' }, { type: 'video', provider: 'ytnc', videoId: 'abc', src: 'https://www.youtube-nocookie.com/embed/abc?&autoplay=1' },
    { type: 'video', provider: 'vi', videoId: '12', src: 'https://player.vimeo.com/video/12?' }, { type: 'map', address: 'Seoul, "Korea"', zoom: '7' }, { type: 'map', mapType: 'w', attributes: { title: 'm' } },
    { type: 'iframe', attributes: { src: 'https://map.naver.com/p/entry', title: 'x' } }]),
  drawings: page([{ type: 'svg', attributes: { viewBox: '0 0 24 24', xmlns: 'http://www.w3.org/2000/svg' }, components: [{ type: 'svg-in', tagName: 'path', attributes: { d: 'M0 0L1 1', fill: 'none' } },
    { type: 'svg-in', tagName: 'linearGradient', attributes: { id: 'lg', gradientUnits: 'userSpaceOnUse' }, components: [{ type: 'svg-in', tagName: 'stop', attributes: { offset: '0' } }] }] }]),
  classes: page([{ classes: ['a', 'b-c', '한글'], attributes: { id: 'q', 'data-x': '1' } }, { classes: [{ name: 'z', label: 'Zed', active: false }] }], [
    { selectors: ['#q'], style: { color: 'red', background: 'url(/a.png) no-repeat, linear-gradient(45deg, rgba(0,0,0,.5) 0%, #fff 100%)' } }, { selectors: ['b-c'], style: { color: 'red' } },
    { selectors: ['한글'], style: { 'font-family': '"Noto Sans KR", sans-serif' } }, { selectors: ['unused'], style: { color: 'red' } }, { selectors: ['#gone'], style: { color: 'red' } },
    { selectors: ['a', 'z'], style: { width: 0, '--main-color': '#123456', 'margin': 'calc(100% - 2 * var(--gap, 1em)) auto' } }], { attributes: { id: 'w' }, classes: ['page'] }),
  states: page([{ classes: ['a'], attributes: { id: 'q' } }], [
    { selectors: ['#q', 'a'], state: 'hover', style: { color: 'blue', background: ['red', 'linear-gradient(red, blue)'] }, important: ['color'] },
    { selectors: ['a'], selectorsAdd: '.x > li:nth-child(2n+1), .y a[href^="http"]', style: { color: 'yellow' }, important: true },
    { selectors: [], selectorsAdd: 'body.page::before', style: { content: '"→ \\201C"' } }, { selectors: ['a'], state: 'nth-of-type(2n)', style: { top: '1px' } }]),
  medias: page([{ classes: ['a'] }], [
    { selectors: ['a'], style: { color: 'x' }, mediaText: '(max-width: 480px)', atRuleType: 'media' }, { selectors: ['a'], style: { color: 'y' }, mediaText: '(max-width: 992px)', atRuleType: 'media' },
    { selectors: ['a'], style: { top: '1px' } }, { selectors: ['a'], style: { left: '1px' }, mediaText: '(max-width: 480px)', atRuleType: 'media' }, { selectors: ['a'], style: { left: '2px' }, mediaText: 'print' },
    { selectors: ['a'], style: { left: '3px' }, mediaText: '(min-width: 1200px)', atRuleType: 'media' }, { selectors: ['a'], style: { left: '4px' }, mediaText: '(min-width: 768px)', atRuleType: 'media' },
    { selectors: ['a'], style: { display: 'grid' }, mediaText: '(display: grid)', atRuleType: 'supports' }, { selectors: ['a'], style: { display: 'flex' }, mediaText: 'card (min-width: 400px)', atRuleType: 'container' },
    { selectors: [], atRuleType: 'font-face', singleAtRule: true, style: { 'font-family': '"X"', src: 'url("/f.woff2") format("woff2")' } }, { selectors: [], atRuleType: 'font-face', singleAtRule: true, style: { 'font-family': '"Y"', src: 'url("/g.woff2")' } },
    { selectors: [], selectorsAdd: 'from', atRuleType: 'keyframes', mediaText: 'spin', style: { top: '0' } }, { selectors: [], selectorsAdd: '50%, to', atRuleType: 'keyframes', mediaText: 'spin', style: { top: '1px' } }]),
  mobileFirst: page([{ classes: ['a'] }], [1200, 576, 992, 768].map((w) => ({ selectors: ['a'], style: { width: w + 'px' }, mediaText: `(min-width: ${w}px)`, atRuleType: 'media' }))),
  markup: html('<section class="hero" id="hero"><h1 style="color:red" id="t">안녕</h1><p>One <em>two</em> <a href="#x">three</a></p><img src="/i.png" alt=""><form method="post" action="/send"><input name="email" type="email" required><button type="submit">보내기</button></form></section><style>.hero{padding:3rem 1rem;}.hero:hover{color:red;}@media (max-width:600px){.hero{padding:1rem;}}</style>'),
  symbols: { assets: [], styles: [], pages: [{ id: 'p', frames: [{ id: 'f', component: { type: 'wrapper', components: [
    { tagName: 'h1', type: 'text', __symbol: 'm1', attributes: { id: 'i1' }, components: [{ type: 'textnode', content: 'Z', __symbol: 'm2', attributes: { id: 'i1b' } }] },
    { tagName: 'h1', type: 'text', __symbol: 'm1', attributes: { id: 'i2' }, __symbol_ovrd: ['components'], components: [{ type: 'textnode', content: 'Y' }] }] } }] }],
    symbols: [{ tagName: 'h1', type: 'text', attributes: { id: 'm1' }, __symbols: ['i1', 'i2'], components: [{ type: 'textnode', content: 'Z', attributes: { id: 'm2' }, __symbols: ['i1b'] }] }] },
};
console.warn = console.error = () => {};
const out = [];
for (const [name, project] of Object.entries(projects)) {
  const editor = grapesjs.init({ headless: true, storageManager: false, protectedCss: '', telemetry: false });
  editor.loadProjectData(JSON.parse(JSON.stringify(project)));
  out.push({ name, html: editor.getHtml(), css: editor.getCss(), project: editor.getProjectData() });
}
const real = console.log; real(JSON.stringify(out, null, 1)); process.exit(0);
