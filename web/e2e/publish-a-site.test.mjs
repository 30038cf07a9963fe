// The story of a first user: sign up, pick a template, edit while everything saves itself, preview, publish, see it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, picture, publish, signUp, takeThePlan } from './steps.mjs';

let product, browser, page;
const site = 'jieum-bakery';

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const button = (name) => page.getByRole('button', { name });

test('signs up and is told where to begin', async () => {
  await signUp(page, product.address, { name: '홍길동', email: 'hong@example.com' }, () => picture(page, 'sign-up'));
});

test('verifies the address through the development mailbox', async () => {
  const mail = await open(browser);
  await mail.goto(`${product.address}/mailbox`);
  await mail.getByText('hong@example.com').first().waitFor();
  const { data } = await (await fetch(`${product.address}/notification/mailbox`)).json();
  const link = new URL(data.find((message) => message.to === 'hong@example.com').link);
  await mail.goto(`${product.address}${link.pathname}${link.search}`);
  await mail.getByText(/확인(했|됐|되었)/).first().waitFor();
  await mail.context().close();
});

test('makes a site from a template', async () => {
  await page.getByRole('link', { name: '사이트 만들기' }).first().click();
  await button('이 템플릿으로 시작').first().waitFor();
  await picture(page, 'templates');
  await button('이 템플릿으로 시작').first().click();
  await nameTheSite(page, { name: '지음 베이커리', slug: site });
  await picture(page, 'address');
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').first().waitFor();
});

test('edits a heading that saves itself and survives a reload', async () => {
  await canvas(page).locator('h1').first().dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('부산에서 갓 구운 빵');
  await canvas(page).locator('footer').first().click({ position: { x: 8, y: 8 } });
  await page.locator('header [role=status]', { hasText: '저장됨' }).waitFor();
  await picture(page, 'editor');
  await page.reload();
  await canvas(page).locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
});

test('previews the page as it will be, and follows a link in the preview', async () => {
  await page.getByRole('button', { name: '미리보기', exact: true }).click();
  const preview = page.frameLocator('dialog iframe');
  await preview.locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
  await picture(page, 'preview');
  await preview.getByRole('link', { name: '메뉴', exact: true }).first().click();
  await preview.locator('h1', { hasText: '빵 열두 가지' }).waitFor();
  const shown = page.frames().find((frame) => frame.url().includes('/builder/previews/'));
  await shown.goto(shown.url().replace(/[^/]+$/, 'nowhere'));
  await preview.locator('h1', { hasText: '이 사이트에 없는 페이지예요' }).waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/preview-dead-link.png` });
  await preview.getByRole('link', { name: '첫 페이지로' }).click();
  await preview.locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
});

test('publishes, and visitors see it', async () => {
  await publish(page);
  await picture(page, 'published');
  const visitor = await open(browser);
  const answer = await visitor.goto(`http://${site}.localhost:${product.port}/`);
  assert.equal(answer.status(), 200);
  await visitor.locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
  assert.notEqual(await visitor.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), 'rgba(0, 0, 0, 0)');
  await picture(visitor, 'site');
  await visitor.getByRole('link', { name: '메뉴' }).first().click();
  await visitor.waitForURL(/\/menu$/);
  const missing = await visitor.goto(`http://${site}.localhost:${product.port}/nowhere`);
  assert.equal(missing.status(), 404);
  assert.deepEqual(visitor.faults, []);
});

test('the whole way without an error on the page or a request to another host', () => {
  assert.deepEqual(page.faults, []);
});
