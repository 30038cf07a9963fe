// The history of a page in real Chromium: seen, compared, named, brought back; a whole site back in time; the trash.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, signUp, takeThePlan } from './steps.mjs';

let product, browser, page;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '기록', email: 'history@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: '이 템플릿으로 시작' }).first().click();
  await nameTheSite(page, { name: '기록', slug: 'history' });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('h1').waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const dialog = () => page.getByRole('dialog', { name: '저장 기록' });
const inside = (title) => dialog().locator('iframe').and(page.getByTitle(title)).last().contentFrame();

async function write(words) {
  const told = page.waitForResponse((response) => (response.request().postData() ?? '').includes(words));
  await canvas(page).locator('h1').first().click();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByLabel('글 내용').fill(words);
  await told;
}

const openHistory = () => page.getByRole('button', { name: '저장 기록' }).click();
const pictureOf = (name) => process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });

test('what was saved is listed with pictures, newest first', async () => {
  await write('첫 번째 제목');
  await write('두 번째 제목');
  await openHistory();
  await dialog().getByText('지금', { exact: true }).first().waitFor();
  await dialog().locator('li iframe').first().waitFor();
});

test('an earlier one is looked at, beside the page as it is now, and told in words', async () => {
  await dialog().getByRole('button', { pressed: false }).filter({ hasText: '나' }).first().click();
  const steps = dialog().getByRole('list', { name: '이때 저장한 모습' }).getByRole('button');
  await steps.first().click();
  await dialog().locator('section > div iframe').contentFrame().getByText('첫 번째 제목').waitFor();
  await pictureOf('history-then');
  await dialog().getByRole('button', { name: '나란히' }).click();
  await inside('지금').getByText('두 번째 제목').waitFor();
  await pictureOf('history-both');
  await dialog().getByRole('button', { name: '달라진 점' }).click();
  const told = dialog().getByRole('listitem').filter({ hasText: '첫 번째 제목' });
  await told.locator('ins', { hasText: '두 번째 제목' }).waitFor();
  await pictureOf('history-list');
});

test('it gets a name and is brought back', async () => {
  await dialog().getByRole('button', { name: '이름 붙이기' }).click();
  await dialog().getByLabel('기록의 이름').fill('개업 전');
  await dialog().getByRole('button', { name: '저장', exact: true }).click();
  await dialog().getByRole('heading', { name: '개업 전' }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await pictureOf('history-phone-version');
  await dialog().getByRole('button', { name: '뒤로' }).click();
  await pictureOf('history-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog().getByRole('button').filter({ hasText: '개업 전' }).click();
  await dialog().getByRole('button', { name: '이 페이지 되돌리기' }).click();
  await dialog().waitFor({ state: 'detached' });
  await canvas(page).getByText('첫 번째 제목').waitFor();
});

test('a whole site goes back, and what was made later lies in the trash', async () => {
  const editor = page.url();
  await page.goto(`${product.address}/sites/1`);
  await page.getByRole('button', { name: '페이지 추가' }).click();
  await page.getByLabel('페이지 이름').fill('나중 페이지');
  await page.getByLabel('주소').fill('later');
  await page.getByRole('dialog').getByRole('button', { name: '추가하고 편집하기', exact: true }).click();
  await page.goto(`${product.address}/sites/1`);
  await page.getByText('나중 페이지').waitFor();
  await page.goto(editor);
  await canvas(page).locator('h1').first().waitFor();
  await openHistory();
  await dialog().getByRole('button').filter({ hasText: '개업 전' }).click();
  await dialog().getByRole('button', { name: '사이트 전체를 이때로' }).click();
  const asked = page.getByRole('dialog', { name: '사이트 전체를 되돌릴까요?' });
  await asked.getByRole('button', { name: '사이트 전체를 이때로' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.goto(`${product.address}/sites/1`);
  await page.getByText('휴지통 1').click();
  await pictureOf('trash');
  await page.getByRole('button', { name: '나중 페이지 꺼내기' }).click();
  await page.getByRole('link', { name: '나중 페이지' }).waitFor();
});

test('a deleted page is taken out of the trash, or is gone for good', async () => {
  await page.getByRole('button', { name: '나중 페이지 페이지 메뉴' }).click();
  await page.getByRole('menuitem', { name: '삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await page.getByText('휴지통 1').click();
  await page.getByRole('button', { name: '나중 페이지 완전히 삭제' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '완전히 삭제' }).click();
  await page.getByText('휴지통 1').waitFor({ state: 'detached' });
});

test('without an error', () => assert.deepEqual(page.faults, []));
