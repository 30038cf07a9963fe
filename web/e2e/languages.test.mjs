// A site in three languages in real Chromium: added, translated page by page, switched by visitors.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

let product, browser, page, visitor;
const site = 'three-tongues';

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  visitor = await open(browser, { javaScriptEnabled: false });
  await signUp(page, product.address, { name: '언어', email: 'languages@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: '이 템플릿으로 시작' }).first().click();
  await nameTheSite(page, { name: '세 언어', slug: site });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const dialog = () => page.getByRole('dialog');
const tab = (name) => page.getByRole('group', { name: '언어' }).getByRole('button', { name });
const saved = () => page.locator('header [role=status]', { hasText: '저장됨' }).waitFor();

async function pictureOf(name, shown = page) {
  if (!process.env.PICTURES) return;
  await shown.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
  await shown.setViewportSize({ width: 390, height: 844 });
  await shown.screenshot({ path: `${process.env.PICTURES}/${name}-phone.png`, fullPage: true });
  await shown.setViewportSize({ width: 1440, height: 900 });
}

test('languages are added in the settings', async () => {
  await page.goto(`${product.address}/sites/1/settings`);
  await page.getByLabel('언어 더하기').selectOption('ja');
  await page.getByLabel('언어 더하기').selectOption('en');
  await page.getByRole('button', { name: '영어 위로 옮기기' }).click();
  const english = page.getByRole('listitem').filter({ hasText: '/en/' });
  await english.getByLabel('사이트 제목').fill('Three Tongues');
  await english.getByLabel('사이트 설명').fill('Bread, told in English.');
  await page.getByRole('button', { name: '언어 저장' }).click();
  await page.getByText('언어를 저장했어요').waitFor();
  await pictureOf('languages-settings');
});

test('the place for choosing a language shows them in the canvas', async () => {
  await page.goto(`${product.address}/sites/1`);
  await page.locator('a[href*="/edit/"]').first().click();
  await canvas(page).locator('footer').first().click({ position: { x: 8, y: 8 } });
  await page.getByRole('button', { name: '언어 고르기', exact: true }).click();
  await canvas(page).locator('nav.jm-languages').getByText('日本語').waitFor();
  await saved();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/languages-canvas.png` });
});

test('the list tells what is missing, and a page is translated from it', async () => {
  await page.goto(`${product.address}/sites/1`);
  await pictureOf('languages-pages');
  await tab(/^영어 · \d개 남음$/).click();
  await pictureOf('languages-missing');
  await page.getByRole('button', { name: '번역하기', exact: false }).first().click();
  await dialog().getByLabel('페이지 이름').fill('Home');
  await pictureOf('languages-translate');
  await dialog().getByRole('button', { name: '복사하고 번역하기' }).click();
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').first().click();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  const told = page.waitForResponse((response) => (response.request().postData() ?? '').includes('Bread of the morning'));
  await page.getByLabel('글 내용').fill('Bread of the morning');
  await told;
});

test('a page is translated from its own menu, too', async () => {
  await page.goto(`${product.address}/sites/1`);
  await page.getByRole('button', { name: '메뉴 페이지 메뉴' }).click();
  await page.getByRole('menuitem', { name: '영어로 번역하기' }).click();
  await dialog().getByLabel('페이지 이름').fill('Our bread');
  await dialog().getByRole('button', { name: '복사하고 번역하기' }).click();
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').first().waitFor();
});

test('visitors read on in their language, without a script', async () => {
  await page.goto(`${product.address}/sites/1`);
  await publish(page);
  await visitor.goto(`http://${site}.localhost:${product.port}/`);
  assert.equal(await visitor.locator('html').getAttribute('lang'), 'ko');
  const choice = visitor.getByRole('navigation', { name: '언어' });
  assert.deepEqual(await choice.getByRole('link').allInnerTexts(), ['한국어', 'English']);
  await choice.scrollIntoViewIfNeeded();
  await pictureOf('languages-site-ko', visitor);
  await choice.getByRole('link', { name: 'English' }).click();
  await visitor.getByRole('heading', { name: 'Bread of the morning' }).waitFor();
  assert.equal(new URL(visitor.url()).pathname, '/en/');
  assert.equal(await visitor.locator('html').getAttribute('lang'), 'en');
  assert.equal(await visitor.title(), 'Three Tongues');
  const there = visitor.getByRole('navigation', { name: 'Language' });
  assert.equal(await there.getByRole('link', { name: 'English' }).getAttribute('aria-current'), 'page');
  await pictureOf('languages-site-en', visitor);
  await visitor.locator('a[href="/en/our-bread"]').first().click();
  await visitor.waitForURL(/\/en\/our-bread$/);
  assert.equal(await visitor.title(), 'Our bread | Three Tongues');
});

test('in English the console says the same', async () => {
  await page.evaluate(() => localStorage.setItem('jium.locale', 'en'));
  await page.goto(`${product.address}/sites/1`);
  await page.getByRole('button', { name: /^Japanese · \d to go$/ }).click();
  await pictureOf('languages-pages-en');
  await page.goto(`${product.address}/sites/1/settings`);
  await page.getByLabel('Add a language').waitFor();
  await pictureOf('languages-settings-en');
});

test('without an error', () => assert.deepEqual([page.faults, visitor.faults], [[], []]));
