// Every template as its users meet it: made into a site, edited, published; what visitors see is what the preview showed, at three widths, and no checker complains.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { difference, nuErrors, photograph } from './likeness.mjs';
import { fetchSite, open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

const folder = join(import.meta.dirname, '../../services/builder/src/main/resources/templates');
const templates = readdirSync(folder).map((key) => JSON.parse(readFileSync(join(folder, key, 'template.json'), 'utf8')));
const WIDTHS = [1440, 768, 390];
const WORDS = '우리 가게에 오신 날';

let product, browser, page;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

test('there are twelve kinds of business at least, each with four to eight pages in both languages', () => {
  assert.ok(templates.length >= 12, `${templates.length}`);
  for (const { key, pages } of templates) {
    assert.ok(pages.length >= 4 && pages.length <= 8, key);
    for (const language of ['ko', 'en']) {
      assert.deepEqual(readdirSync(join(folder, key, language)).sort(), pages.map(({ file }) => file).sort(), `${key} ${language}`);
    }
  }
});

for (const { key, name, pages } of templates) {
  describe(key, () => {
    const site = `template-${key}`;
    const address = ({ slug }) => `http://${site}.localhost:${product.port}/${slug === 'index' ? '' : slug}`;

    after(() => page?.context().close());

    test('is made into a site, edited and published', async () => {
      page = await open(browser);
      await signUp(page, product.address, { name: '주인', email: `${key}@example.com` });
      await page.goto(`${product.address}/new`);
      await page.getByRole('article').filter({ hasText: name.ko }).getByRole('button', { name: '이 템플릿으로 시작' }).click();
      await nameTheSite(page, { name: name.ko, slug: site });
      await takeThePlan(page);
      await page.waitForURL(/\/edit\//);
      const heading = canvas(page).locator('h1 ins, h1:not(:has(ins))').first();
      await heading.dblclick({ position: { x: 8, y: 8 } });
      await page.keyboard.press('Control+A');
      const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && (response.request().postData() ?? '').includes(WORDS) && response.ok());
      await page.keyboard.insertText(WORDS);
      await page.keyboard.press('Escape');
      await saved;
      await publish(page);
      assert.match((await fetchSite(address(pages[0]))).text, new RegExp(WORDS));
      await page.getByRole('dialog').getByRole('button', { name: '닫기' }).first().click();
    });

    test('looks to visitors as it did in the preview', async () => {
      await page.getByRole('button', { name: '미리보기', exact: true }).click();
      const shownHere = page.frameLocator('dialog iframe');
      await shownHere.getByText(WORDS).first().waitFor();
      const preview = await shownHere.locator('a[href*="/builder/previews/"]').first().evaluate((link) => link.href.replace(/[?#].*/, ''));
      for (const each of pages) {
        for (const width of WIDTHS) {
          const shown = await photograph(browser, preview.replace(/[^/]+$/, each.slug), width);
          const published = await photograph(browser, address(each), width);
          assert.equal(difference(shown, published), 0, `${each.slug} at ${width}`);
        }
      }
    });

    test('satisfies axe and Nu', async () => {
      const visitor = await open(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
      const found = [];
      const copies = mkdtempSync(join(tmpdir(), 'jium-templates-'));
      for (const each of pages) {
        await visitor.goto(address(each));
        const { violations } = await new AxeBuilder({ page: visitor }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        found.push(...violations.map(({ id, nodes }) => `${each.slug}: ${id} ${nodes.map(({ target }) => target).join(' ')}`));
        if (process.env.PICTURES) await visitor.screenshot({ path: `${process.env.PICTURES}/template-${key}-${each.slug}.png` });
        writeFileSync(join(copies, `${each.slug}.html`), (await fetchSite(address(each))).text);
      }
      const errors = await nuErrors(pages.map(({ slug }) => join(copies, `${slug}.html`)));
      for (const [file, complaints] of errors) found.push(...complaints.map((complaint) => `${file}: ${complaint}`));
      rmSync(copies, { recursive: true });
      assert.deepEqual(found, []);
      assert.deepEqual(visitor.faults, []);
      await visitor.context().close();
    });
  });
}
