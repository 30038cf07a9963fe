// The site's colours and typefaces in real Chromium: one place, every page, what visitors see.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

let product, browser, page;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '색', email: 'design@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('article').filter({ hasText: '물마루' }).getByRole('button', { name: '이 템플릿으로 시작' }).click();
  await nameTheSite(page, { name: '빛깔', slug: 'colours' });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').first().waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const shown = (name) => process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/design-${name}.png` });
const panel = () => page.getByRole('complementary', { name: '페이지 구성' });
const kept = (words) => page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/builder/design/') && (response.request().postData() ?? '').includes(words) && response.ok());
const variable = (frame, name) => frame.locator('html').evaluate((html, property) => getComputedStyle(html).getPropertyValue(property).trim(), name);

test('a colour that the template names is changed by the keyboard, and the canvas shows it at once', async () => {
  await panel().getByRole('button', { name: '디자인' }).click();
  const sea = panel().getByRole('textbox', { name: '바다 파랑' }).last();
  await sea.waitFor();
  await shown('panel');
  const { violations } = await new AxeBuilder({ page }).include('aside').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
  const saved = kept('#0b6e4f');
  await sea.fill('#0b6e4f');
  await page.keyboard.press('Enter');
  await saved;
  assert.equal(await variable(canvas(page), '--sea'), '#0b6e4f');
  await panel().getByText('모두 저장됐어요').waitFor();
  await shown('changed');
});

test('what is no colour is not taken; a typeface is chosen; a colour is taken back', async () => {
  const paper = panel().getByRole('textbox', { name: '종이' }).last();
  const before = await paper.inputValue();
  await paper.fill('나무');
  await page.keyboard.press('Enter');
  assert.equal(await paper.inputValue(), before);
  const font = kept('Batang');
  await panel().getByLabel('글꼴', { exact: true }).selectOption({ label: '명조' });
  await font;
  const coloured = kept('"--paper":"rgb(245, 245, 220)"');
  await paper.fill('beige');
  await page.keyboard.press('Enter');
  await coloured;
  const back = kept('"--paper":null');
  await panel().getByRole('button', { name: '종이 되돌리기' }).click();
  await back;
  assert.equal(await paper.inputValue(), before);
});

test("a part takes one of the site's colours by name", async () => {
  await canvas(page).locator('h1').first().click();
  const colors = page.getByRole('complementary', { name: '고른 것 바꾸기' }).getByRole('group', { name: '사이트 색' }).first();
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/builder/pages/') && (response.request().postData() ?? '').includes('var(--sea)') && response.ok());
  await colors.getByRole('button', { name: '바다 파랑' }).click();
  await saved;
  await shown('part');
  assert.equal(await canvas(page).locator('h1').first().evaluate((element) => getComputedStyle(element).color), 'rgb(11, 110, 79)');
});

test('the panel fits a telephone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('navigation').getByRole('button', { name: '디자인' }).click();
  await panel().getByRole('textbox', { name: '바다 파랑' }).last().waitFor();
  await shown('phone');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.getByRole('button', { name: '패널 닫기' }).first().click();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('every page has them, in the preview and for visitors', async () => {
  await publish(page);
  const visitor = await open(browser);
  for (const path of ['/', '/menu']) {
    await visitor.goto(`http://colours.localhost:${product.port}${path}`);
    assert.equal(await visitor.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--sea').trim()), '#0b6e4f', path);
    assert.match(await visitor.evaluate(() => getComputedStyle(document.body).fontFamily), /Batang/, path);
  }
  if (process.env.PICTURES) await visitor.screenshot({ path: `${process.env.PICTURES}/design-visitor.png` });
  await visitor.context().close();
  assert.deepEqual(page.faults, []);
});
