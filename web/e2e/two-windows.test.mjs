// Two windows on one page in real Chromium: they see each other, what one does arrives in the other, and the same change twice is a choice.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, signUp, takeThePlan } from './steps.mjs';

let product, browser, left, right, address;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  left = await open(browser);
  await signUp(left, product.address, { name: '두창', email: 'two-windows@example.com' });
  await left.goto(`${product.address}/new`);
  await left.getByRole('button', { name: '이 템플릿으로 시작' }).first().click();
  await nameTheSite(left, { name: '두 창', slug: 'two-windows' });
  await takeThePlan(left);
  await left.waitForURL(/\/edit\//);
  await canvas(left).locator('h1').waitFor();
  address = left.url();
  right = await left.context().newPage();
  right.faults = [];
  right.trail = [];
  right.on('response', (response) => response.status() >= 400 && right.trail.push(`${response.status()} ${response.request().method()} ${response.url()}`));
  right.on('console', (message) => message.type() === 'error' && right.trail.push(message.text()));
  right.on('pageerror', (error) => right.faults.push(String(error)));
  await right.goto(address);
  await canvas(right).locator('h1').waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => Promise.all([left, right].map((page) => tell(context, page, product))));

/** Types over the words of a part by the settings panel; until they were sent: `response`, or in vain: `requestfailed`. */
async function write(page, part, words, until = 'response') {
  const told = page.waitForEvent(until, (event) => ((until === 'response' ? event.request() : event).postData() ?? '').includes(words));
  await canvas(page).locator(part).first().click();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByLabel('글 내용').fill(words);
  await told;
}

/** Asks until it is so. */
async function until(isSo) {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Never came true: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const saved = (page) => page.getByText('저장됨', { exact: true }).waitFor();
const shows = (page, words) => canvas(page).getByText(words, { exact: true }).first().waitFor();

test('the windows see each other', async () => {
  await left.getByText('다른 창 1개').waitFor();
  await right.getByText('다른 창 1개').waitFor();
});

test('what one does arrives in the other, in both directions', async () => {
  await write(left, 'h1', '왼쪽에서 고친 제목');
  await saved(left);
  await shows(right, '왼쪽에서 고친 제목');
  await write(right, '.section-title', '오른쪽에서 고친 소제목');
  await saved(right);
  await shows(left, '오른쪽에서 고친 소제목');
  await shows(right, '왼쪽에서 고친 제목');
});

test('changes of different parts at the same time both stay', async () => {
  await Promise.all([write(left, 'h1', '함께 고친 제목'), write(right, '.lead', '함께 고친 문장')]);
  await Promise.all([saved(left), saved(right)]);
  await shows(left, '함께 고친 문장');
  await shows(right, '함께 고친 제목');
});

test('a part put in, made otherwise, moved and taken out is so in the other', async () => {
  const order = (page) => canvas(page).locator('body').evaluate((body) => [...body.querySelectorAll('h1, .jm-quote, .lead')].map((part) => part.tagName));
  const quote = (page) => canvas(page).locator('.jm-quote').first();
  const sent = [];
  left.on('request', (request) => request.method() === 'PATCH' && sent.push(JSON.parse(request.postData())));
  await canvas(left).locator('h1').click();
  await left.getByRole('button', { name: '추가', exact: true }).click();
  await left.getByRole('button', { name: '인용', exact: true }).click();
  await quote(right).waitFor();
  await quote(left).click();
  await left.getByRole('button', { name: '꾸미기', exact: true }).click();
  await left.getByLabel('굵기', { exact: true }).selectOption({ label: '아주 굵게' });
  await canvas(right).locator('.jm-quote').first().waitFor();
  await until(() => quote(right).evaluate((part) => getComputedStyle(part).fontWeight === '800'));
  const before = await order(left);
  await left.getByRole('button', { name: '레이어', exact: true }).click();
  await left.getByRole('treeitem', { selected: true }).press('Alt+ArrowUp');
  await until(async () => String(await order(left)) !== String(before));
  await until(async () => String(await order(left)) === String(await order(right)));
  await left.getByRole('treeitem', { selected: true }).press('Delete');
  await quote(right).waitFor({ state: 'detached' });
  await saved(left);
  const ids = sent.flatMap(({ changes }) => changes.filter(({ field, name }) => field === 'attributes' && name === 'id'));
  assert.equal(ids.length, 1, 'a part gets an id when it is made otherwise, not when it is chosen');
});

test('the same change twice is a choice, and both windows end alike', async () => {
  await right.route('**/builder/pages/**', (route) => route.abort());
  await write(right, 'h1', '오른쪽 제목', 'requestfailed');
  await right.getByText('오프라인(이 기기에 보관됨)').waitFor();
  await write(left, 'h1', '왼쪽 제목');
  await saved(left);
  await right.unroute('**/builder/pages/**');
  const dialog = right.getByRole('dialog', { name: '같은 곳을 다른 창에서도 고쳤어요' });
  await dialog.waitFor();
  await dialog.getByText('왼쪽 제목', { exact: true }).waitFor();
  await dialog.getByText('오른쪽 제목', { exact: true }).waitFor();
  if (process.env.PICTURES) {
    await right.screenshot({ path: `${process.env.PICTURES}/collision.png` });
    await right.setViewportSize({ width: 390, height: 844 });
    await right.screenshot({ path: `${process.env.PICTURES}/collision-phone.png` });
    await right.setViewportSize({ width: 1440, height: 900 });
  }
  await dialog.getByRole('radio', { name: '내가 고친 것' }).check();
  await dialog.getByRole('button', { name: '이대로 저장' }).click();
  await saved(right);
  await shows(left, '오른쪽 제목');
});

test('what a closed window had not sent is gone on with in the next', async () => {
  await right.route('**/builder/pages/**', (route) => route.abort());
  await write(right, '.lead', '보내지 못한 문장', 'requestfailed');
  await right.getByText('오프라인(이 기기에 보관됨)').waitFor();
  await right.close();
  right = await left.context().newPage();
  await right.goto(address);
  await shows(right, '보내지 못한 문장');
  await saved(right);
  await shows(left, '보내지 못한 문장');
});

test('who writes and goes back at once finds it there', async () => {
  await canvas(left).locator('h1').first().click();
  await left.getByRole('button', { name: '설정', exact: true }).click();
  await left.getByLabel('글 내용').fill('쓰고 바로 나갔어요');
  await left.evaluate(() => history.back());
  await canvas(left).locator('body').waitFor({ state: 'detached' });
  await shows(right, '쓰고 바로 나갔어요');
  await left.evaluate(() => history.forward());
  await shows(left, '쓰고 바로 나갔어요');
  await saved(left);
});

test('without an error on either page', () => {
  assert.deepEqual([...left.faults, ...(right.faults ?? [])], []);
});
