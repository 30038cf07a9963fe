// What GrapesJS prints of a project and what the server prints of it are the same, for projects of every kind of component, attribute and rule the editor
// can store. RUNS projects are made from SEED; a failure names the seed of its project, and RUNS=1 SEED=<that> repeats it.
//
// What differs by intent, and is taken away or not made here:
// - frames have a sandbox, which the editor does not print;
// - scripts, handlers, comments, raw markup, unknown frame hosts and unsafe addresses are not stored at all (HostileProjectTest);
// - a condition with < is turned around, for published CSS never holds that character;
// - of more than 63 different at-rules that mix min-width and max-width, the browser's sort makes an order of its own;
// - in a preview, links to pages of the site lead to their previews.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Original } from './original.mjs';
import { startProduct } from './product.mjs';
import { random } from './random.mjs';
import { project, repeatSomePart } from './harmless.mjs';

const RUNS = Number(process.env.RUNS ?? 300);
/** The same unless another is asked for, so that a failure is a change's doing. */
const SEED = Number(process.env.SEED ?? 20_261_127);

let product, headers, page, grapesjs;

before(async () => {
  grapesjs = await load();
  product = await startProduct();
  const tokens = await call('POST', '/auth/register', { name: '둘', email: 'print@example.com', password: 'printing-4711' });
  headers = { Authorization: `Bearer ${tokens.access_token}` };
  const { service } = await call('POST', '/payment/subscribe', { plan_type: 'enterprise', service: { name: 'Print', slug: 'print' } });
  page = (await call('GET', `/builder/pages?service_id=${service.id}`)).data[0];
});

after(() => product?.stop());

test('the server prints what the editor prints', async (story) => {
  story.diagnostic(`SEED=${SEED} RUNS=${RUNS}`);
  for (let run = 0; run < RUNS; run++) {
    const seed = SEED + run;
    const chance = random(seed);
    const { stored, expected } = printedByTheEditor(project(chance), (editor) => repeatSomePart(editor, chance));
    const saved = await call('PUT', `/builder/pages/${page.id}`, { content: { project: stored } }, { 'If-Match': `"${page.version}"` });
    assert.deepEqual(saved.dropped ?? [], [], `repeat with RUNS=1 SEED=${seed}`);
    page = saved;
    assert.deepEqual(await printedByTheServer(page.id), expected, `repeat with RUNS=1 SEED=${seed}`);
  }
});

for (const [name, zip] of websites()) {
  test(`so it is when ${name} was imported`, async () => {
    const { service } = await call('POST', '/payment/subscribe', { plan_type: 'enterprise', service: { name, slug: `import-${name}`.toLowerCase() } });
    const form = new FormData();
    form.set('service_id', service.id);
    form.set('file', new Blob([zip()]), 'site.zip');
    const { pages } = await call('POST', '/builder/import', form);
    assert.ok(pages.length > 0);
    for (const { id, slug } of pages) {
      const { content } = await call('GET', `/builder/pages/${id}`);
      const printed = await printedByTheServer(id);
      const { expected } = printedByTheEditor(withoutPageLinks(content.project));
      assert.deepEqual({ ...printed, html: withoutPageLinks(printed.html) }, expected, slug);
    }
  });
}

/** Sites of others from npm, and the messy ones the server's own tests import. */
function websites() {
  const messy = join(import.meta.dirname, '../../acceptance/src/test/resources/io/jium/acceptance/scenario/sites');
  return [
    ...['startbootstrap-agency', 'startbootstrap-clean-blog', 'startbootstrap-creative'].map((name) => [name, () => new Original(name).zip()]),
    ...readdirSync(messy)
      .filter((file) => file.endsWith('.zip'))
      .map((file) => [file.replace('.zip', ''), () => readFileSync(join(messy, file))]),
  ];
}

/** A preview leads to previews where the page leads to pages. */
function withoutPageLinks(it) {
  if (typeof it === 'string') return it.replace(/ (href|action)="(?:\/builder\/previews\/[^"]*|\/[^"/.:]*|[^"/?#.:]+(?:\.html)?(?:[?#][^"]*)?)"/g, ' $1="(page)"');
  return JSON.parse(JSON.stringify(it), (key, value) => ((key === 'href' || key === 'action') && typeof value === 'string' ? withoutPageLinks(` ${key}="${value}"`).slice(key.length + 3, -1) : value));
}

/** What the editor stores of a project, and what it prints of that. */
function printedByTheEditor(data, edit = () => {}) {
  const editor = grapesjs.init({ headless: true, storageManager: false, protectedCss: '', telemetry: false, log: false });
  editor.loadProjectData(structuredClone(data));
  edit(editor);
  // As it is after it was stored: rules without declarations are not.
  const stored = editor.getProjectData();
  editor.loadProjectData(structuredClone(stored));
  const expected = { html: editor.getHtml(), css: editor.getCss() };
  editor.destroy();
  return { stored, expected };
}

async function printedByTheServer(id) {
  const document = await (await fetch(`${product.address}/builder/pages/${id}/preview`, { headers })).text();
  const [, attributes, body] = document.match(/\n<body([^]*?)>\n([^]*?)\n(?:<script[^]*)?<\/body>\n<\/html>\n$/);
  const head = document.slice(0, document.indexOf('\n<body'));
  const styles = [...head.matchAll(/<style>\n([^]*?)\n<\/style>/g)].map(([, css]) => css);
  // Pages without a style sheet of their own stand on one that comes first.
  const own = /<link[^>]* rel="stylesheet"/i.test(head) ? styles : styles.slice(1);
  return { html: `<body${attributes}>${body.replace(/ sandbox="[^"]*"/g, '')}</body>`, css: own.join('\n') };
}

async function call(method, path, body, more = {}) {
  const response = await fetch(product.address + path, {
    method,
    headers: { ...headers, ...(body && !(body instanceof FormData) ? { 'Content-Type': 'application/json' } : {}), ...more },
    body: body instanceof FormData ? body : body && JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

/** GrapesJS escapes selectors as the browser's window does; everything else works without one. */
async function load() {
  const { default: loaded } = await import('grapesjs');
  const editor = loaded.init({ headless: true, storageManager: false, telemetry: false, log: false });
  const selector = Object.getPrototypeOf(editor.Selectors.add('any'));
  const { getFullName } = selector;
  selector.getFullName = function (options = {}) {
    return getFullName.call(this, options.escape ? { ...options, escape } : options);
  };
  editor.destroy();
  return loaded;
}

/** CSS.escape, as https://drafts.csswg.org/cssom/#serialize-an-identifier has it. */
function escape(name) {
  const hex = (sign) => `\\${sign.codePointAt(0).toString(16)} `;
  return [...name]
    .map((sign, at) => {
      if (/[\x01-\x1f\x7f]/.test(sign) || (/\d/.test(sign) && (at === 0 || (at === 1 && name[0] === '-')))) return hex(sign);
      return /[\w\u0080-\u{10ffff}-]/u.test(sign) && name !== '-' ? sign : `\\${sign}`;
    })
    .join('');
}
