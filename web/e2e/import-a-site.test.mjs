// The story of a site made elsewhere: bring it as a ZIP, publish it, find it as it was, and go on editing it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { difference, nuErrors, photograph } from './likeness.mjs';
import { Original } from './original.mjs';
import { fetchSite, open, startBrowser, startProduct } from './product.mjs';
import { canvas, nameTheSite, picture, publish, signUp, takeThePlan } from './steps.mjs';

/** At most this share of a page's pixels may differ from the original's. */
const LIKENESS = 0.001;
const WIDTHS = [1280, 420];

let product, browser, page;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '홍길동', email: 'hong@example.com' });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const websites = [
  { name: 'startbootstrap-agency', slug: 'agency', heading: 'Welcome To Our Studio!', renamed: '부산의 작은 스튜디오' },
  { name: 'startbootstrap-creative', slug: 'creative', heading: 'Your Favorite Place for Free Bootstrap Themes', renamed: '해 질 녘의 스튜디오' },
  { name: 'startbootstrap-clean-blog', slug: 'clean-blog', heading: 'Clean Blog', renamed: '깨끗한 블로그' },
];

for (const { name, slug, heading, renamed } of websites) {
  describe(name, () => {
    const original = new Original(name);
    const address = (path = '') => `http://${slug}.localhost:${product.port}/${path}`;
    const published = (file) => address(file === 'index.html' ? '' : file.replace(/\.html$/, ''));

    before(() => original.serve());
    after(() => original.close());

    test('comes in as a ZIP, and one is told what did not', async () => {
      await page.goto(`${product.address}/new`);
      await page.getByRole('button', { name: /가지고 있는 사이트 가져오기/ }).click();
      await page.locator('input[type=file]').setInputFiles({ name: `${slug}.zip`, mimeType: 'application/zip', buffer: original.zip() });
      await picture(page, `import-${slug}`);
      await page.getByRole('button', { name: '이 파일로 계속하기' }).click();
      await nameTheSite(page, { name: slug, slug });
      await takeThePlan(page);
      await page.getByText('가져왔어요').waitFor();
      assert.equal(await page.locator('main li code', { hasText: /^\// }).count(), original.pages.length);
      await picture(page, `imported-${slug}`, { fullPage: true });
    });

    test('is published', async () => {
      await page.getByRole('button', { name: '편집하러 가기' }).click();
      await canvas(page).locator('h1, .masthead').first().waitFor();
      await picture(page, `editing-${slug}`);
      await publish(page);
    });

    test('looks as it did', async () => {
      for (const file of original.pages) {
        for (const width of WIDTHS) {
          const before = await photograph(browser, `${original.address}/${file}`, width);
          const now = await photograph(browser, published(file), width);
          const share = difference(before, now);
          assert.ok(share <= LIKENESS, `${file} at ${width}: ${(100 * share).toFixed(3)} % differs (${before.width}×${before.height}, ${now.width}×${now.height})`);
        }
      }
    });

    test('opens for visitors with no more errors than it had', async () => {
      const faults = async (at) => {
        const visitor = await open(browser);
        await visitor.goto(at);
        if (at === address()) {
          await picture(visitor, `site-${slug}`);
          await visitor.setViewportSize({ width: 390, height: 844 });
          await picture(visitor, `site-${slug}-phone`);
        }
        await visitor.context().close();
        return visitor.faults.filter((fault) => !fault.startsWith('outside:'));
      };
      const before = await faults(`${original.address}/index.html`);
      const now = await faults(address());
      assert.deepEqual(now.filter((fault) => !before.includes(fault)), []);
    });

    test('has no dead link', async () => {
      const seen = new Set();
      const dead = [];
      const queue = [{ at: address(), from: 'the start' }];
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (seen.has(next.at)) continue;
        seen.add(next.at);
        const { status, type, text } = await fetchSite(next.at);
        if (status !== 200) dead.push(`${status} ${next.at} from ${next.from}`);
        const found = type.startsWith('text/html')
          ? text.matchAll(/\s(?:href|src|action|poster)="([^"]*)"/g)
          : type.startsWith('text/css')
            ? text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)
            : [];
        for (const [, link] of found) {
          const target = new URL(link.replaceAll('&amp;', '&'), next.at);
          target.hash = '';
          if (target.host === new URL(address()).host) queue.push({ at: target.href, from: next.at });
        }
      }
      assert.deepEqual(dead, []);
      assert.ok(seen.size > original.pages.length, `only ${seen.size} addresses were found`);
    });

    test('has no more errors than the original', async () => {
      const before = await nuErrors(original.pages.map((file) => original.path(file)));
      for (const file of original.pages) {
        const { text } = await fetchSite(published(file));
        const copy = join(mkdtempSync(join(tmpdir(), 'jium-e2e-')), 'page.html');
        writeFileSync(copy, text);
        const errors = (await nuErrors([copy])).get(copy);
        rmSync(dirname(copy), { recursive: true });
        assert.ok(errors.length <= before.get(original.path(file)).length, `${file}: ${errors.join('\n')}`);
      }
    });

    test('can be edited, and published once more', async () => {
      await page.getByRole('button', { name: '닫기' }).first().click();
      const text = canvas(page).getByText(heading, { exact: true }).first();
      await text.dblclick();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(renamed);
      await canvas(page).locator('footer').first().click({ position: { x: 4, y: 4 } });
      await page.locator('header [role=status]', { hasText: '저장됨' }).waitFor();
      await publish(page);
      assert.match((await fetchSite(address())).text, new RegExp(renamed));
    });
  });
}

test('the whole way without an error on the console’s pages', () => {
  assert.deepEqual(page.faults.filter((fault) => !fault.startsWith('outside:')), []);
});
