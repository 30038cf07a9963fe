// Every screen, in both languages, light and dark: nothing that axe finds against WCAG 2.2 AA; and on a phone nothing to scroll sideways.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, OPERATOR, startBrowser, startProduct } from './product.mjs';
import { canvas, publish, signUp } from './steps.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const words = {
  ko: { blank: /^빈 페이지/, import: /^가지고 있는 사이트 가져오기/, preview: /미리보기$/, next: '다음', name: '사이트 이름', slug: '사이트 주소', submit: '사이트 만들기', bring: '가져오기', add: '페이지 추가', history: '저장 기록', layers: '레이어', settings: '설정', publish: '발행', rollback: '이 발행본으로 되돌리기' },
  en: { blank: /^Blank page/, import: /^(Import|Bring)/, preview: /^Preview/, next: 'Next', name: 'Site name', slug: 'Site address', submit: 'Create site', bring: 'Import', add: 'Add page', history: 'History', layers: 'Layers', settings: 'Settings', publish: 'Publish', rollback: 'Go back to this release' },
};

let product, browser, page, site, first;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '홍길동', email: 'hong@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: '이 템플릿으로 시작' }).first().click();
  await page.getByLabel(words.ko.name).fill('지음 베이커리');
  await page.getByLabel(words.ko.slug).fill('bakery');
  await page.getByRole('button', { name: words.ko.next }).click();
  await page.getByRole('button', { name: words.ko.submit }).click();
  await page.waitForURL(/\/edit\//);
  [, site, first] = new URL(page.url()).pathname.match(/^\/sites\/(\d+)\/edit\/(\d+)$/);
  await canvas(page).locator('h1').first().waitFor();
  await publish(page);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Goes through the screens and stops at each. */
async function visit(visitor, language, stop) {
  const w = words[language];
  const go = async (path) => {
    await visitor.goto(`${product.address}${path}`);
    await visitor.locator('h1').first().waitFor();
  };
  const at = async (name) => {
    await visitor.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await stop(name);
  };
  const button = (name) => visitor.getByRole('button', { name, exact: typeof name === 'string' }).first();

  await go('/');
  await at('sites');
  await go('/new');
  await button(w.preview).waitFor();
  await at('wizard: start');
  await button(w.import).click();
  await at('wizard: import');
  await visitor.keyboard.press('Escape');
  await button(w.blank).click();
  await visitor.getByLabel(w.name).fill('Second');
  await visitor.getByLabel(w.slug).fill('second');
  await at('wizard: address');
  await button(w.next).click();
  await button(w.submit).waitFor();
  await at('wizard: plan');

  for (const tab of ['', '/menu', '/releases', '/files', '/settings']) {
    await go(`/sites/${site}${tab}`);
    await at(`site${tab}`);
  }
  await go(`/sites/${site}`);
  await button(w.add).click();
  await at('site: new page');
  await visitor.keyboard.press('Escape');
  await button(w.bring).click();
  await at('site: import');
  await go('/profile');
  await at('profile');
  await go('/mailbox');
  await at('mailbox');
  await go('/nowhere');
  await at('nowhere');
}

async function visitEditor(visitor, language, stop) {
  const w = words[language];
  await visitor.goto(`${product.address}/sites/${site}/edit/${first}`);
  await canvas(visitor).locator('h1').first().click();
  await stop('editor: style of a heading');
  await visitor.getByRole('tab', { name: w.settings }).or(visitor.getByRole('button', { name: w.settings, exact: true })).first().click();
  await stop('editor: settings of a heading');
  await visitor.getByRole('tab', { name: w.layers }).or(visitor.getByRole('button', { name: w.layers, exact: true })).first().click();
  await stop('editor: layers');
  await visitor.getByRole('button', { name: w.history, exact: true }).click();
  await visitor.getByRole('dialog').waitFor();
  await stop('editor: history');
}

async function visitStrangers(visitor, stop) {
  for (const path of ['/login', '/signup', '/forgot']) {
    await visitor.goto(`${product.address}${path}`);
    await visitor.locator('h1').first().waitFor();
    await stop(path);
  }
}

/** What only an administrator sees. */
async function visitAsOperator(operator, stop) {
  const answer = await operator.context().request.post(`${product.address}/auth/login`, { data: OPERATOR });
  assert.equal(answer.status(), 200);
  await operator.goto(`${product.address}/operations`);
  await operator.getByText(/^(멈추거나 밀린 일이 없어요|Nothing is stuck and nothing is behind)/).waitFor();
  await stop('operations');
}

async function speak(visitor, language) {
  await visitor.goto(`${product.address}/mailbox`);
  await visitor.evaluate((locale) => localStorage.setItem('jium.locale', locale), language);
}

for (const language of ['ko', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${language}, ${colorScheme}`, async () => {
      const found = [];
      const check = (visitor) => async (where) => {
        const { violations } = await new AxeBuilder({ page: visitor }).withTags(TAGS).exclude('iframe').analyze();
        for (const { id, nodes } of violations) {
          for (const { target, failureSummary } of nodes.slice(0, 3)) found.push(`${where}: ${id} ${target} ${failureSummary.split('\n')[1]?.trim()}`);
        }
      };
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await speak(page, language);
      await visit(page, language, check(page));
      await visitEditor(page, language, check(page));
      const stranger = await open(browser, { colorScheme, reducedMotion: 'reduce' });
      await speak(stranger, language);
      await visitStrangers(stranger, check(stranger));
      await visitAsOperator(stranger, check(stranger));
      await stranger.context().close();
      assert.deepEqual(found, []);
    });
  }

  test(`${language} on a phone`, async () => {
    const found = [];
    const check = (visitor) => async (where) => {
      const width = await visitor.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) found.push(`${where}: ${width} px wide`);
      if (process.env.PICTURES) await visitor.screenshot({ path: `${process.env.PICTURES}/${language}-${where.replace(/\W+/g, '-')}.png`, fullPage: true });
    };
    await page.setViewportSize({ width: 390, height: 844 });
    await speak(page, language);
    await visit(page, language, check(page));
    const stranger = await open(browser, { viewport: { width: 390, height: 844 } });
    await speak(stranger, language);
    await visitStrangers(stranger, check(stranger));
    await visitAsOperator(stranger, check(stranger));
    await stranger.context().close();
    await page.setViewportSize({ width: 1440, height: 900 });
    assert.deepEqual(found, []);
  });
}
