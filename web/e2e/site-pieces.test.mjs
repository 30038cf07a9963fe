// What belongs to a site beside its pages, in real Chromium: menu, redirects, 404 page, cookie notice, visibility, plans, archive and trash.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { fetchSite, open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

let product, browser, page, visitor, site, address;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  visitor = await open(browser);
  await signUp(page, product.address, { name: '조각', email: 'pieces@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: /^빈 페이지/ }).click();
  await nameTheSite(page, { name: '조각 공방', slug: 'pieces' });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('body').waitFor();
  [, site] = new URL(page.url()).pathname.match(/^\/sites\/(\d+)\//);
  address = `http://pieces.localhost:${product.port}`;
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const button = (name, exact = true) => page.getByRole('button', { name, exact });
const item = (name) => page.getByRole('menuitem', { name, exact: true });
const go = (tab = '') => page.goto(`${product.address}/sites/${site}${tab}`);
const names = () => page.locator('li[data-depth]').evaluateAll((lines) => lines.map((line) => line.dataset.depth + line.querySelector('button + div button').textContent));

/** A picture at both widths, when PICTURES names a folder; and nothing that axe finds. */
async function seen(name) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`), []);
  if (!process.env.PICTURES) return;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.PICTURES}/pieces-${name}-${width}.png`, fullPage: true, animations: 'disabled' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, `${name} scrolls sideways at ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a menu block stands for the menu of the site', async () => {
  await page.getByRole('complementary').first().getByRole('button', { name: '메뉴', exact: true }).click();
  await canvas(page).getByText('사이트 메뉴가 보이는 자리예요').waitFor();
  await page.locator('header [role=status]', { hasText: '저장됨' }).waitFor();
});

test('a page is made once more', async () => {
  await go();
  await button('페이지 추가').click();
  await page.getByLabel('페이지 이름').fill('오시는 길');
  await page.getByLabel('주소', { exact: true }).fill('visit');
  await button('추가하고 편집하기').click();
  await page.waitForURL(/\/edit\//);
  await go();
  await button('오시는 길 페이지 메뉴').click();
  await item('복제').click();
  await page.getByRole('link', { name: '오시는 길 사본' }).waitFor();
  await seen('pages');
});

test('the menu is made by keyboard and by dragging', async () => {
  await go('/menu');
  await page.getByText('아직 메뉴를 만들지 않아서').waitFor();
  assert.deepEqual(await names(), ['0홈', '0오시는 길', '0오시는 길 사본']);
  await button('오시는 길 사본 옮기기').focus();
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await names(), ['0홈', '0오시는 길', '1오시는 길 사본']);
  await page.getByRole('status').filter({ hasText: '3개 중 3번째, 하위 메뉴' }).waitFor();
  await button('오시는 길 옮기기').focus();
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await names(), ['0오시는 길', '1오시는 길 사본', '0홈']);
  await button('홈 옮기기').dragTo(page.locator('li[data-depth]').first(), { targetPosition: { x: 200, y: 4 } });
  assert.deepEqual(await names(), ['0홈', '0오시는 길', '1오시는 길 사본']);
  await button('항목 추가').click();
  await button('다른 주소').click();
  await page.getByRole('textbox', { name: '주소' }).fill('javascript:alert(1)');
  await page.getByLabel('보이는 이름').fill('가게');
  await button('확인').click();
  await page.getByText('로 시작하는 주소를 적어 주세요').waitFor();
  await page.getByRole('textbox', { name: '주소' }).fill('https://example.com/shop');
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pieces-line.png` });
  await button('확인').click();
  await seen('menu');
  await button('메뉴 저장').click();
  await page.getByText('메뉴를 저장했어요').waitFor();
});

test('redirects, the 404 page and the cookie notice are set', async () => {
  await go('/settings');
  await page.getByLabel('보여 줄 페이지').selectOption({ label: '오시는 길 사본 (/visit-2)' });
  await page.getByLabel('쿠키 안내 보이기').click();
  await page.getByLabel('안내 문구').fill('쿠키를 조금 써요.');
  await button('설정 저장').click();
  await page.getByText('설정을 저장했어요').waitFor();
  await button('주소 추가').click();
  await page.getByLabel('예전 주소').fill('/old');
  await page.getByLabel('새 주소').fill('/old');
  await button('주소 이동 저장').click();
  await page.getByText('자기 자신으로 돌아오는 주소예요.').waitFor();
  await seen('settings-refused');
  await page.getByLabel('새 주소').fill('/visit');
  await button('주소 이동 저장').click();
  await page.getByText('주소 이동을 저장했어요').waitFor();
});

test('visitors find all of it on the published site', async () => {
  await go();
  await publish(page);
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
  await visitor.goto(address);
  await visitor.getByRole('link', { name: '가게' }).waitFor();
  assert.equal(await visitor.getByRole('link', { name: '홈', exact: true }).getAttribute('aria-current'), 'page');
  const notice = visitor.getByRole('region', { name: '쿠키 안내' });
  await notice.getByText('쿠키를 조금 써요.').waitFor();
  const found = await new AxeBuilder({ page: visitor }).include('.jium-cookies').include('.jium-menu').analyze();
  assert.deepEqual(found.violations.map(({ id }) => id), []);
  if (process.env.PICTURES) await visitor.screenshot({ path: `${process.env.PICTURES}/pieces-visitor.png` });
  await notice.getByRole('button', { name: '확인' }).click();
  await visitor.reload();
  assert.equal(await notice.isVisible(), false);
  await visitor.getByRole('link', { name: '오시는 길', exact: true }).focus();
  await visitor.getByRole('link', { name: '오시는 길 사본' }).waitFor();
  await visitor.goto(`${address}/old`);
  assert.equal(new URL(visitor.url()).pathname, '/visit');
  assert.equal((await fetchSite(`${address}/nothing/here`)).status, 404);
  assert.deepEqual(visitor.faults, []);
});

test('the site is taken off the net, planned and published again', async () => {
  await button('발행 메뉴').click();
  await item('손보는 중으로 바꾸기').click();
  await page.getByRole('dialog').getByRole('button', { name: '손보는 중으로 바꾸기' }).click();
  await page.getByText('손보는 중', { exact: true }).waitFor();
  assert.equal((await fetchSite(address)).status, 503);
  await button('발행 메뉴').click();
  await seen('publish-menu');
  await item('공개 그만하기').click();
  await page.getByRole('dialog').getByRole('button', { name: '공개 그만하기' }).click();
  await page.getByText('공개 안 함', { exact: true }).waitFor();
  assert.equal((await fetchSite(address)).status, 404);
  await button('발행 메뉴').click();
  await item('예약 발행').click();
  await page.getByLabel('발행할 시각').waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pieces-schedule.png` });
  await page.getByRole('dialog').getByRole('button', { name: '예약 발행' }).click();
  await page.getByText('에 발행할 예정이에요').waitFor();
  await seen('planned');
  await button('예약 취소').click();
  await page.getByText('에 발행할 예정이에요').waitFor({ state: 'detached' });
  await button('발행 메뉴').click();
  // «발행됨» is said of pages, too, whether or not anybody sees the site.
  const shown = page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().endsWith('/visibility') && response.ok());
  await item('다시 공개하기').click();
  await shown;
  await page.getByText('발행됨', { exact: true }).first().waitFor();
  assert.equal((await fetchSite(address)).status, 200);
});

test('the site is made once more, archived, thrown away and taken back', async () => {
  await go('/settings');
  await button('복제').click();
  await page.getByText('쓸 수 있는 주소예요.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '복제' }).click();
  await page.getByRole('heading', { name: '조각 공방 사본' }).waitFor();
  await page.getByRole('link', { name: '설정' }).click();
  await button('보관하기').click();
  await page.getByRole('dialog').getByRole('button', { name: '보관하기' }).click();
  await page.getByText('보관한 사이트 1').click();
  await button('조각 공방 사본 꺼내기').waitFor();
  await go('/settings');
  await button('휴지통에 넣기').click();
  await page.getByRole('dialog').getByRole('button', { name: '휴지통에 넣기' }).click();
  await page.getByText('휴지통 1').click();
  await seen('aside');
  assert.equal((await fetchSite(address)).status, 404);
  await button('조각 공방 꺼내기').click();
  await page.getByRole('link', { name: '조각 공방', exact: true }).waitFor();
  assert.equal((await fetchSite(address)).status, 200);
  assert.deepEqual(page.faults, []);
});

test('the same screens in English', { skip: !process.env.PICTURES }, async () => {
  const state = await page.context().storageState();
  const before = page;
  page = await open(browser, { locale: 'en-US', storageState: state });
  await page.context().addInitScript(() => localStorage.setItem('jium.locale', 'en'));
  for (const tab of ['', '/menu', '/settings']) {
    await go(tab);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await seen(`english${tab.replace('/', '-')}`);
  }
  page = before;
});
