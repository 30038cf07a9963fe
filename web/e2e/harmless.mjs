// Projects as an editor may store them, with nothing in them that a page must not carry.

const words = ['지음', 'Hello', '안녕하세요 여러분', 'a & b', '1 < 2 > 0', '"quoted"', "it's", '&amp; &lt;', ' ', '  two  blanks ', '\n  lines\n', ' ', '日本語', '🏡🌿', 'ﬁ́', 'x\ty', '‮rtl', '', '0'];
const values = ['', 'x', '0', '한글 값', 'a "b" <c> & d', "it's", ' padded ', 'a;b', '{{x}}', '100%', 'true', '\n', '&copy;', '🏡'];
const names = ['title', 'lang', 'dir', 'role', 'data-x', 'data-지', 'data-long-name', 'aria-label', 'tabindex', 'itemprop', 'accesskey', 'data-a.b', 'data-a:b', 'x-data'].filter((name) => /^[\x21-\x7e]+$/.test(name));
const classes = ['a', 'b-c', 'is_on', '한글', 'md:w-1/2', 'p-1.5', '2x', '-neg', 'hero', 'w-[10px]', 'h1', 'col@2'];
const files = ['https://img.example.com/a.png', 'https://img.example.com/a%20b.jpg?w=1&h=2', '/builder/files/x.y/a.png', 'data:image/png;base64,iVBORw0KGgo='];
const links = ['#top', '#한글', 'https://example.com/', 'https://example.com/a?b=1&c="2"', 'mailto:a@b.kr?subject=x y', 'tel:02-000-0000', ''];
const holders = ['div', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside', 'p', 'h1', 'h3', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'figure', 'figcaption', 'form', 'fieldset', 'legend', 'details', 'summary', 'span', 'b', 'em', 'strong', 'small', 'code', 'pre', 'ruby', 'rt', 'button', 'center', 'font', 'address', 'my-part', 'dialog', 'marquee'];
const voids = ['br', 'hr', 'img', 'input', 'source', 'track', 'wbr', 'col', 'area'];
const declarations = {
  color: ['red', '#fff', '#1a2B3c80', 'rgb(0 0 0 / 50%)', 'rgba(0,0,0,.5)', 'hsl(120deg 50% 50%)', 'var(--main, #123456)', 'currentColor'],
  'background-image': ['url(/builder/files/x.y/a.png)', 'url("https://img.example.com/a b.png")', "url('https://img.example.com/a.png')", 'linear-gradient(45deg, rgba(0,0,0,.5) 0%, #fff 100%)', 'none', 'image-set("https://img.example.com/a.png" 1x)'],
  background: ['red url(/builder/files/x.y/a.png) no-repeat 50% 50% / cover', 'transparent'],
  width: ['0', 'calc(100% - 2 * var(--gap, 1em))', 'min(100%, 40rem)', '-1px', '1e3px', '.5em', '+5px'],
  margin: ['0 auto', '-1px 0 0 auto', '10px'],
  'font-family': ['"Noto Sans KR", sans-serif', "'맑은 고딕'", '굴림, Gulim', 'Arial, Helvetica'],
  content: ['"→ \\201C"', '""', "'한글'", '"a\\"b"', 'attr(data-x)', '"a;b}c"'],
  '--main-color': ['#123456', '10px', 'a b'],
  '-webkit-line-clamp': ['3'],
  filter: ['blur(2px) drop-shadow(0 0 2px rgba(0, 0, 0, .3))'],
  transform: ['translate(-50%, -50%) rotate(.5turn)', 'none'],
  'grid-template-areas': ['"a b" "c d"'],
  transition: ['all .3s cubic-bezier(.4, 0, .2, 1) 0s, color 1s'],
  'grid-template-columns': ['[full-start] minmax(1rem, 1fr) [main] repeat(2, auto)'],
};
const states = ['hover', 'focus', 'active', 'first-of-type', 'nth-child(2n+1)', 'nth-of-type(2n)', ':before', ':after', 'not(.a)', 'hover::after', 'placeholder-shown'];
const more = ['.x > li', 'body.page::before', 'a[href^="http"]', 'h1, h2', '.a .b ~ p + p', '*', ':root', 'a:not([href])', '.한글 em', 'tr:nth-child(2n + 1) td', 'svg|a', 'input[type="text" i]', '.a:is(.b, .c):hover'];
const medias = ['(max-width: 992px)', '(max-width: 480px)', '(max-width:480px)', '(min-width: 768px)', '(min-width: 1200px)', '(min-width: 576px)', 'print', 'screen and (max-width: 600px)', '(orientation: portrait)', '(prefers-reduced-motion: reduce)', '(min-width: 30.5em) and (max-width: 60em)', 'not all and (hover)'];

export function project(chance) {
  const maker = new Maker(chance);
  const components = maker.children(0);
  const wrapper = { type: 'wrapper', ...maker.looks(), components };
  const styles = maker.rules();
  return { assets: [], styles, pages: [{ id: 'p', name: 'Page', frames: [{ id: 'f', component: wrapper }] }], symbols: [] };
}

/** Makes a symbol of some part, and an instance of it somewhere else. */
export function repeatSomePart(editor, chance) {
  const wrapper = editor.getWrapper();
  const parts = wrapper.components().filter((part) => !part.is('textnode'));
  if (parts.length === 0 || chance() > 0.3) return;
  const symbol = editor.Components.addSymbol(parts[Math.floor(chance() * parts.length)]);
  wrapper.append(editor.Components.addSymbol(symbol), { at: 0 });
}

class Maker {
  ids = [];
  made = 0;

  constructor(chance) {
    this.chance = chance;
  }

  some(list) {
    return list[Math.floor(this.chance() * list.length)];
  }

  often(share) {
    return this.chance() < share;
  }

  times(most) {
    return Math.floor(this.chance() * (most + 1));
  }

  list(most, make) {
    return Array.from({ length: this.times(most) }, make);
  }

  children(depth) {
    return this.list(depth === 0 ? 12 : 4, () => this.component(depth));
  }

  text() {
    return { type: 'textnode', content: this.list(3, () => this.some(words)).join('') };
  }

  /** Attributes, classes, an id, and now and then a style of its own. */
  looks(own = {}) {
    const attributes = { ...own };
    for (const name of this.list(2, () => this.some(names))) {
      const kind = this.chance();
      attributes[name] = kind < 0.1 ? true : kind < 0.15 ? false : kind < 0.25 ? this.times(90) / 10 : this.some(values);
    }
    if (this.often(0.35)) {
      attributes.id = this.some(['part-', 'i', 'Part_', '한글']) + ++this.made;
      this.ids.push(attributes.id);
    }
    const looks = {};
    if (Object.keys(attributes).length > 0) looks.attributes = attributes;
    const own_ = [...new Set(this.list(3, () => this.some(classes)))];
    if (own_.length > 0) looks.classes = this.often(0.2) ? own_.map((name) => ({ name, label: name })) : own_;
    if (attributes.id && this.often(0.3)) looks.style = this.declarations();
    return looks;
  }

  component(depth) {
    if (depth > 4) return this.text();
    const kinds = [
      () => this.text(),
      () => ({ type: 'text', tagName: this.some(['p', 'h1', 'h2', 'li', 'span', 'div']), ...this.looks(), components: [this.text(), ...this.children(depth + 2)] }),
      () => ({ type: 'text', tagName: 'p', ...this.looks(), content: this.some(words.filter((word) => !/[<&]/.test(word))) }),
      () => ({ tagName: this.some(holders), ...this.looks(), components: this.children(depth + 1) }),
      () => ({ ...this.looks(), components: this.children(depth + 1) }),
      () => ({ type: 'link', ...this.looks({ href: this.some(links), ...(this.often(0.3) ? { target: '_blank', rel: 'noopener' } : {}) }), components: this.children(depth + 1) }),
      () => ({ tagName: this.some(voids), ...this.looks() }),
      () => this.image(),
      () => this.film(),
      () => ({ type: 'map', ...(this.often(0.7) ? { address: this.some(['Seoul', '서울시 종로구', 'A & "B"']), zoom: String(this.times(20)) } : {}), ...(this.often(0.3) ? { mapType: this.some(['q', 'w']) } : {}), ...this.looks() }),
      () => ({ type: 'iframe', ...this.looks({ src: this.some(['https://map.naver.com/p/entry', 'https://www.youtube.com/embed/abc?a=1&b=2']) }) }),
      () => this.table(depth),
      () => this.field(),
      () => this.drawing(),
      () => ({ type: 'label', ...this.looks({ for: 'n' }), components: [this.text()] }),
      () => ({ type: this.some(['site-board', 'jm-gallery', 'never-heard-of']), limit: this.times(9), ...this.looks(), components: this.children(depth + 1) }),
      () => ({ tagName: 'textarea', ...this.looks({ name: 'memo', rows: 3 }), components: this.often(0.5) ? [this.text()] : [] }),
      () => ({ tagName: 'select', ...this.looks(), components: this.list(3, () => ({ tagName: 'option', ...this.looks({ value: this.some(values) }), components: [this.text()] })) }),
      () => ({ tagName: 'picture', components: [{ tagName: 'source', attributes: { srcset: `${this.some(files.slice(0, 2))} 1x, ${files[0]} 2x`, media: '(min-width: 800px)' } }, this.image()] }),
    ];
    return this.some(kinds)();
  }

  image() {
    const source = this.chance();
    return {
      type: 'image',
      ...(source < 0.3 ? { src: this.some(files) } : {}),
      ...this.looks({ ...(source > 0.6 ? { src: this.some(files) } : {}), alt: this.some(values), ...(this.often(0.3) ? { loading: 'lazy', width: 640, height: '480' } : {}) }),
    };
  }

  film() {
    const player = this.chance();
    if (player < 0.5) {
      const switches = {};
      for (const name of ['loop', 'autoplay', 'controls', 'muted']) if (this.often(0.4)) switches[name] = this.often(0.5);
      return { type: 'video', src: 'https://img.example.com/a.mp4', ...switches, ...this.looks(this.often(0.4) ? { poster: files[0] } : {}) };
    }
    const [provider, src] = this.some([['yt', 'https://www.youtube.com/embed/abc?'], ['ytnc', 'https://www.youtube-nocookie.com/embed/abc?&autoplay=1'], ['vi', 'https://player.vimeo.com/video/12?']]);
    return { type: 'video', provider, videoId: 'abc', src, ...this.looks() };
  }

  table(depth) {
    const cell = () => ({ type: 'cell', ...(this.often(0.3) ? { tagName: 'th' } : {}), ...this.looks(this.often(0.3) ? { colspan: 2, nowrap: true } : {}), components: this.children(depth + 3) });
    const row = () => ({ type: 'row', ...this.looks(), components: this.list(3, cell) });
    return { type: 'table', ...this.looks({ border: '0' }), components: [{ type: 'thead', components: this.list(1, row) }, { type: 'tbody', ...this.looks(), components: this.list(3, row) }, { type: 'tfoot' }] };
  }

  field() {
    const kind = this.some(['text', 'email', 'checkbox', 'radio', 'file', 'hidden', 'submit', 'number']);
    return { tagName: 'input', ...this.looks({ type: kind, name: 'entry.1', ...(this.often(0.4) ? { required: true, disabled: false, checked: this.often(0.5), step: 0.5, value: this.some(values), placeholder: this.some(values) } : {}) }) };
  }

  drawing() {
    const part = (tagName, attributes, components = []) => ({ type: 'svg-in', tagName, ...this.looks(attributes), components });
    return {
      type: 'svg',
      ...this.looks({ viewBox: '0 0 24 24', xmlns: 'http://www.w3.org/2000/svg' }),
      components: this.list(4, () =>
        this.some([
          () => part('path', { d: 'M0 0L1 1z', fill: 'none', 'stroke-width': 2 }),
          () => part('g', { transform: 'translate(1,2)' }, [part('circle', { cx: 1, cy: 2, r: 0.5 })]),
          () => part('linearGradient', { gradientUnits: 'userSpaceOnUse' }, [part('stop', { offset: '0', 'stop-color': 'red' })]),
          () => part('text', { x: '1' }, [this.text()]),
          () => part('use', { 'xlink:href': '#a' }),
          () => part('a', { href: 'https://example.com/' }, [part('rect', { width: '1' })]),
        ])(),
      ),
    };
  }

  declarations() {
    const properties = Object.keys(declarations);
    const style = {};
    for (const property of this.list(4, () => this.some(properties))) {
      const value = this.some(declarations[property]);
      style[property] = this.often(0.1) ? [value, this.some(declarations[property])] : value;
    }
    return style;
  }

  selectors() {
    const list = [];
    if (this.ids.length > 0 && this.often(0.3)) list.push(`#${this.some(this.ids)}`);
    for (const name of new Set(this.list(2, () => this.some([...classes, 'unused'])))) list.push(name);
    if (list.length === 0) list.push(this.some(classes));
    return list;
  }

  rules() {
    return this.list(this.often(0.05) ? 300 : 14, () => this.some([() => this.rule(), () => this.rule(), () => this.rule(), () => this.conditional(), () => this.conditional(), () => this.frame(), () => this.font()])());
  }

  rule() {
    const rule = { selectors: this.often(0.1) ? [] : this.selectors(), style: this.declarations() };
    if (rule.selectors.length === 0 || this.often(0.15)) rule.selectorsAdd = this.some(more);
    if (rule.selectors.length > 0 && this.often(0.25)) rule.state = this.some(states);
    if (this.often(0.05)) rule.style['&:hover'] = { color: 'red' };
    if (this.often(0.1)) rule.important = this.often(0.5) ? true : Object.keys(rule.style).slice(0, 1);
    return rule;
  }

  conditional() {
    const kind = this.some([['media', this.some(medias)], ['media', `(${this.some(['min', 'max'])}-width: ${this.times(1600)}px)`], ['media', this.some(medias)], ['media', `screen and (max-width:${this.times(160) / 4}em)`], ['supports', '(display: grid)'], ['container', 'card (min-width: 400px)'], ['', '(max-width: 700px)']]);
    return { ...this.rule(), mediaText: kind[1], ...(kind[0] ? { atRuleType: kind[0] } : {}) };
  }

  frame() {
    return { selectors: [], selectorsAdd: this.some(['from', 'to', '50%', '0%, 100%', '33.3%']), atRuleType: 'keyframes', mediaText: this.some(['spin', 'fade-in', '흔들']), style: this.declarations() };
  }

  font() {
    return { selectors: [], atRuleType: 'font-face', singleAtRule: true, style: { 'font-family': '"X"', src: 'url("https://img.example.com/f.woff2") format("woff2"), local("굴림")', 'unicode-range': 'U+AC00-D7A3' } };
  }
}
