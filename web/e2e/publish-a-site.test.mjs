// The story of a first user: sign up, pick a template, edit while everything saves itself, preview, publish, see it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, startBrowser, startProduct } from './product.mjs';

let product, browser, page;
const site = 'jieum-bakery';
const walk = process.env.WALK;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const frame = () => page.frameLocator('iframe.gjs-frame');
const button = (name) => page.getByRole('button', { name });

async function picture(name) {
  if (walk) await page.screenshot({ path: `${walk}/${name}.jpg`, type: 'jpeg', quality: 72 });
}

test('signs up and is told where to begin', async () => {
  await page.goto(`${product.address}/signup`);
  await page.getByLabel('이름').fill('홍길동');
  await page.getByLabel('이메일').fill('hong@example.com');
  await page.getByLabel('비밀번호', { exact: true }).fill('busan harbour 7');
  await picture('sign-up');
  await button('무료로 시작하기').click();
  await page.getByText('첫 사이트를 지어 볼까요?').waitFor();
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
  await picture('templates');
  await button('이 템플릿으로 시작').first().click();
  await page.getByLabel('사이트 이름').fill('지음 베이커리');
  await page.getByLabel('사이트 주소').fill(site);
  await page.getByText('쓸 수 있는 주소예요.').waitFor();
  await picture('address');
  await button('다음').click();
  await page.getByText('요금제를 골라').waitFor();
  await button('사이트 만들기').click();
  await page.waitForURL(/\/edit\//);
  await frame().locator('h1').first().waitFor();
});

test('edits a heading that saves itself and survives a reload', async () => {
  await frame().locator('h1').first().dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('부산에서 갓 구운 빵');
  await frame().locator('footer').first().click({ position: { x: 8, y: 8 } });
  await page.locator('header [role=status]', { hasText: '저장됨' }).waitFor();
  await picture('editor');
  await page.reload();
  await frame().locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
});

test('publishes, and visitors see it', async () => {
  await button('발행').click();
  await page.getByText('사이트가 열렸어요').waitFor();
  await picture('published');
  const visitor = await open(browser);
  const answer = await visitor.goto(`http://${site}.localhost:${product.port}/`);
  assert.equal(answer.status(), 200);
  await visitor.locator('h1', { hasText: '부산에서 갓 구운 빵' }).waitFor();
  assert.notEqual(await visitor.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), 'rgba(0, 0, 0, 0)');
  if (walk) await visitor.screenshot({ path: `${walk}/site.jpg`, type: 'jpeg', quality: 72 });
  await visitor.getByRole('link', { name: '메뉴' }).first().click();
  await visitor.waitForURL(/\/menu$/);
  const missing = await visitor.goto(`http://${site}.localhost:${product.port}/nowhere`);
  assert.equal(missing.status(), 404);
  assert.deepEqual(visitor.faults, []);
});

test('the whole way without an error on the page or a request to another host', () => {
  assert.deepEqual(page.faults, []);
});
