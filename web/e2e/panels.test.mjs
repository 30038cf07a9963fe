// The editor's panels by the keyboard: parts are copied between pages, values tell where they come from, CSS is written by hand.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, signUp, takeThePlan } from './steps.mjs';

let product, browser, page, site, home;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '패널', email: `panels-${Date.now()}@example.com` });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: '빈 페이지' }).click();
  await nameTheSite(page, { name: '패널', slug: `panels-${Date.now() % 1_000_000}` });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('body').waitFor();
  [, site, home] = /sites\/(\d+)\/edit\/(\d+)/.exec(page.url());
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const count = (part) => canvas(page).locator(part).count();
const saved = () => page.getByText('저장됨', { exact: true }).waitFor();
const press = (keys) => page.keyboard.press(keys);
const panel = () => page.getByRole('complementary').last();
const stored = (id) => page.evaluate(async (number) => (await fetch(`/builder/pages/${number}`)).json(), id);

async function until(isSo) {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Never came true: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function picture(name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
}

function uids(project) {
  const found = [];
  const visit = (part) => {
    found.push(part.uid);
    part.components?.forEach?.(visit);
  };
  visit(project.pages[0].frames[0].component);
  found.push(...project.styles.map((rule) => rule.uid));
  return found;
}

test('a part is copied and pasted, and each is one step to undo', async () => {
  await page.getByRole('button', { name: '소개 카드', exact: true }).click();
  await until(async () => (await count('.jm-card')) === 3);
  await canvas(page).locator('.jm-card').first().click({ position: { x: 4, y: 4 } });
  await press('ControlOrMeta+c');
  await press('ControlOrMeta+v');
  await until(async () => (await count('.jm-card')) === 4);
  await press('ControlOrMeta+z');
  await until(async () => (await count('.jm-card')) === 3);
  await press('ControlOrMeta+Shift+z');
  await until(async () => (await count('.jm-card')) === 4);
  await canvas(page).locator('.jm-card').nth(2).click({ position: { x: 4, y: 4 } });
  await press('ControlOrMeta+d');
  await until(async () => (await count('.jm-card')) === 5);
  await press('ControlOrMeta+x');
  await until(async () => (await count('.jm-card')) === 4);
  await saved();
  const names = uids((await stored(home)).content.project);
  assert.equal(new Set(names).size, names.length);
});

test('CSS is written by hand; what is wrong is told by its line', async () => {
  await canvas(page).locator('.jm-card').first().click({ position: { x: 4, y: 4 } });
  await panel().locator('summary', { hasText: 'CSS' }).click();
  const css = panel().getByLabel('지금 너비의 CSS 선언');
  await css.fill('letter-spacing: 3px;\ncolr: red');
  await css.press('ControlOrMeta+Enter');
  await panel().getByRole('alert').getByText('2번째 줄').waitFor();
  await css.scrollIntoViewIfNeeded();
  await picture('css-mistake');
  await css.fill('letter-spacing: 3px;\nborder-radius: 30px');
  await css.press('ControlOrMeta+Enter');
  const card = canvas(page).locator('.jm-card').first();
  await until(async () => (await card.evaluate((element) => getComputedStyle(element).letterSpacing)) === '3px');
  await panel().getByRole('button', { name: '가리킬 때' }).click();
  await css.fill('background-color: rgb(1, 2, 3)');
  await css.press('ControlOrMeta+Enter');
  await until(async () => /:hover\s*\{[^}]*background-color:\s*rgb\(1, ?2, ?3\)/.test((await stored(home)).content.css));
  await panel().getByRole('button', { name: '평소' }).click();
});

test('a width tells what is set there, and gives it up', async () => {
  await page.getByRole('button', { name: '휴대폰', exact: true }).click();
  const gap = panel().getByLabel('자간');
  await until(async () => (await panel().getByRole('img', { name: '더 넓은 화면에서 정함' }).count()) > 0);
  await gap.fill('1');
  await gap.press('Enter');
  await page.getByRole('button', { name: '휴대폰, 이 너비에서 따로 바꾼 것 있음' }).waitFor();
  await panel().getByRole('img', { name: '이 너비에서 정함' }).first().waitFor();
  await picture('widths');
  await panel().getByRole('button', { name: '자간 되돌리기' }).click();
  await page.getByRole('button', { name: '휴대폰', exact: true }).waitFor();
  await page.getByRole('button', { name: '데스크톱', exact: true }).click();
  await saved();
});

test('a part comes to another page with its look, and runs nothing there', async () => {
  await canvas(page).locator('.jm-card').first().click({ position: { x: 60, y: 6 } });
  await press('ControlOrMeta+c');
  const other = await page.evaluate(async (id) => {
    const answer = await fetch('/builder/pages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ service_id: Number(id), title: '둘째', slug: 'second' }) });
    return (await answer.json()).id;
  }, site);
  await page.goto(`${product.address}/sites/${site}/edit/${other}`);
  await canvas(page).locator('body').waitFor();
  await page.getByText('저장됨', { exact: true }).waitFor();
  await page.getByRole('button', { name: '레이어', exact: true }).click();
  await press('ControlOrMeta+v');
  const card = canvas(page).locator('.jm-card');
  await card.waitFor();
  assert.deepEqual(await card.evaluate((element) => [getComputedStyle(element).letterSpacing, getComputedStyle(element).borderRadius, getComputedStyle(element).padding]), ['3px', '30px', '28px']);
  await until(async () => /letter-spacing:\s*3px/.test((await stored(other)).content.css));
  await canvas(page).locator('body').evaluate((body) => {
    const data = new DataTransfer();
    const part = { tagName: 'img', attributes: { src: 'x', onerror: 'parent.ran = true' }, script: 'parent.ran = true', components: [{ tagName: 'script', components: [{ type: 'textnode', content: 'parent.ran = true' }] }] };
    data.setData('application/x-jium', JSON.stringify({ parts: [part], rules: [] }));
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await canvas(page).locator('img').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test('a link leads to a place of the page that gets its name by that', async () => {
  await page.goto(`${product.address}/sites/${site}/edit/${home}`);
  await canvas(page).locator('.jm-card').first().waitFor();
  await page.getByRole('button', { name: '추가', exact: true }).click();
  await page.getByRole('button', { name: '버튼', exact: true }).click();
  await canvas(page).locator('.jm-button').click();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await panel().getByLabel('연결할 곳').selectOption('section');
  const place = panel().getByLabel('페이지 안의 자리');
  const named = await place.locator('option', { hasText: '제목: 이런 점이 좋아요' }).getAttribute('value');
  await place.selectOption(named);
  await until(async () => (await canvas(page).locator('h2').first().getAttribute('id')) === named);
  await until(async () => new RegExp(`href="#${named}"`).test((await stored(home)).content.html));
  await picture('link');
});

test('the page is shown as search engines will; what it lacks is selected', async () => {
  const other = `${product.address}/sites/${site}/edit/${(await page.evaluate(async (id) => (await (await fetch(`/builder/pages?service_id=${id}`)).json()).data, site)).find(({ slug }) => slug === 'second').id}`;
  await page.goto(other);
  await canvas(page).locator('.jm-card').first().waitFor();
  await page.getByText('저장됨', { exact: true }).waitFor();
  await page.getByRole('button', { name: '검색', exact: true }).click();
  await page.getByText('1단계 제목이 없어요.').waitFor();
  await page.getByRole('textbox', { name: '페이지 제목' }).fill('둘째 이야기');
  await page.getByRole('textbox', { name: '페이지 주소' }).fill('둘째-이야기');
  await page.getByText('둘째 이야기 | 패널').first().waitFor();
  await picture('seo');
  await page.getByRole('button', { name: '제목과 주소 저장' }).click();
  await page.getByText('제목과 주소를 저장했어요').waitFor();
  // Editing goes on: the page was named, not made anew.
  await canvas(page).locator('.jm-card').first().click({ position: { x: 60, y: 6 } });
  const told = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await press('ControlOrMeta+d');
  await told;
  await saved();
  assert.equal(await count('.jm-card'), 2);
});

test('F6 goes round the regions, ? helps, Escape steps out', async () => {
  await page.getByRole('button', { name: '레이어', exact: true }).focus();
  const region = () => page.evaluate(() => document.activeElement?.closest('[data-region]')?.dataset.region);
  const seen = [await region()];
  for (let at = 0; at < 3; at += 1) {
    await press('F6');
    seen.push(await region());
  }
  assert.deepEqual(seen, ['left', 'canvas', 'right', 'bar']);
  await page.getByRole('button', { name: '레이어', exact: true }).click();
  await press('?');
  const help = page.getByRole('dialog', { name: '도움말과 단축키' });
  await help.getByText('페이지의 구조예요').waitFor();
  await picture('help');
  await press('Escape');
  await help.waitFor({ state: 'detached' });
  await canvas(page).locator('.jm-card p').first().click();
  // A text stands in a card, in columns, in the middle of a section.
  for (let depth = 0; depth < 5; depth += 1) await press('Escape');
  await page.getByText('바꾸고 싶은 부분을 골라 주세요').waitFor();
  assert.deepEqual(page.faults, []);
});

test('it fits a telephone and reads in English', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '검색', exact: true }).last().click();
  await picture('seo-phone');
  await page.getByRole('button', { name: '꾸미기', exact: true }).last().click();
  await picture('style-phone');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
});
