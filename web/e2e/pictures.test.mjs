// Pictures in real Chromium: dropped on the library and on the page, described, focused, cut, published; visitors get what fits their screens.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

const root = join(import.meta.dirname, '../..');
const templates = join(root, 'services/builder/src/main/resources/templates');
const photograph = readFileSync(join(templates, 'cafe/images/hero.jpg'));
const another = readFileSync(join(templates, 'cafe/images/oven.jpg'));
let product, browser, page;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '그림', email: 'pictures@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: /^빈 페이지/ }).click();
  await nameTheSite(page, { name: '그림', slug: 'pictures' });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('body').waitFor();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const library = () => page.getByRole('dialog', { name: '그림', exact: true });
const shown = (name) => process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/pictures-${name}.png` });

/** As if files were dragged from a folder: an event that holds them. */
function drop(target, files) {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  return target.evaluate((element, all) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, given);
}

/** A file is dragged from a folder to a place of the screen, as the system does it: GrapesJS follows the pointer. */
async function dragOnto(part, file) {
  const { x, y, width, height } = await part.boundingBox();
  const system = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const [type, down] of [['dragEnter', 40], ['dragOver', 30], ['dragOver', 8], ['dragOver', 5], ['drop', 5]]) {
    await system.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height - down, data });
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await system.detach();
}

async function isAccessible(where) {
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
}

test('pictures are dropped on the library, several at once, and what fails says why', async () => {
  await page.getByRole('button', { name: '그림', exact: true }).first().click();
  await canvas(page).locator('img').first().click();
  await page.getByRole('button', { name: '설정', exact: true }).click();
  await page.getByRole('button', { name: '그림 바꾸기' }).click();
  await library().getByText('올린 그림이 없어요').waitFor();
  await shown('empty');
  await isAccessible('empty');
  await drop(library().locator('section, div').first(), [
    { name: '우리 가게.jpg', type: 'image/jpeg', bytes: photograph },
    { name: '망가진 사진.jpg', type: 'image/jpeg', bytes: photograph.subarray(0, 9_000) },
    { name: '오븐.jpg', type: 'image/jpeg', bytes: another },
  ]);
  await library().getByRole('alert').getByText('끝까지 읽을 수 없어요').waitFor();
  await library().getByRole('button', { name: '우리 가게.jpg' }).waitFor();
  await library().getByRole('button', { name: '오븐.jpg' }).waitFor();
  await shown('failed');
  await library().getByRole('button', { name: '망가진 사진.jpg 목록에서 빼기' }).click();
  await library().getByRole('searchbox').fill('가게');
  await library().getByRole('button', { name: '오븐.jpg' }).waitFor({ state: 'detached' });
  await library().getByRole('searchbox').fill('');
  await library().getByRole('button', { name: '오븐.jpg' }).waitFor();
});

test('a picture is described, focused and cut by the keyboard', async () => {
  await library().getByRole('button', { name: '우리 가게.jpg' }).focus();
  await page.keyboard.press('Enter');
  await library().getByText('WebP').waitFor();
  await library().getByLabel('그림 설명').fill('창가에 놓인 빵');
  const point = library().getByRole('button', { name: /초점/ });
  await point.focus();
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH' && (response.request().postData() ?? '').includes('"x":40'));
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await kept;
  await library().getByRole('button', { name: '초점, 왼쪽에서 40%, 위에서 51%' }).waitFor();
  await shown('detail');
  await isAccessible('detail');

  await library().getByRole('button', { name: '자르기', exact: true }).click();
  const crop = page.getByRole('dialog', { name: '그림 자르기' });
  await crop.getByRole('button', { name: '1:1' }).click();
  await crop.getByText('680 × 680').waitFor();
  await crop.getByRole('button', { name: '오른쪽 아래 모서리' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await crop.getByText('560 × 560').waitFor();
  await shown('crop');
  await crop.getByRole('button', { name: '새 그림으로 자르기' }).click();
  await library().getByRole('button', { name: '우리 가게-560x560.jpg' }).waitFor();
});

test('the library fits a telephone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await shown('phone-detail');
  await library().getByRole('button', { name: '그림 목록' }).click();
  await shown('phone-list');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await library().getByRole('button', { name: '우리 가게.jpg' }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('the picture is taken, another is dropped on the page', async () => {
  await library().getByRole('button', { name: '이 그림 쓰기' }).click();
  await library().waitFor({ state: 'detached' });
  const image = canvas(page).locator('img[src^="/builder/files/"]');
  await image.first().waitFor();
  assert.equal(await image.first().getAttribute('alt'), '창가에 놓인 빵');
  assert.equal(await image.first().evaluate((element) => getComputedStyle(element).objectPosition), '40% 51%');
  await dragOnto(image.first(), join(templates, 'cafe/images/oven.jpg'));
  await image.nth(1).waitFor();
  assert.equal(await image.nth(1).getAttribute('alt'), '');
  await page.getByText('저장됨').first().waitFor();
  await shown('canvas');
});

test('a picture in use is not deleted by mistake', async () => {
  await canvas(page).locator('img').first().click();
  await page.getByRole('button', { name: '그림 바꾸기' }).click();
  await library().getByRole('button', { name: '우리 가게.jpg' }).click();
  await library().locator('dd').getByText('홈').waitFor();
  await library().getByRole('button', { name: '지우기', exact: true }).click();
  const question = page.getByRole('dialog', { name: '그림을 지울까요?' });
  await question.getByText('쓰는 페이지가 있어요: 홈').waitFor();
  await shown('delete');
  await question.getByRole('button', { name: '취소' }).click();
  await page.keyboard.press('Escape');
  await library().waitFor({ state: 'detached' });
});

test('visitors get the picture that fits their screens', async () => {
  await publish(page);
  for (const [width, expected] of [[390, 480], [1440, 1200]]) {
    const visitor = await open(browser, { viewport: { width, height: 900 } });
    await visitor.goto(`http://pictures.localhost:${product.port}/`);
    const first = visitor.locator('img').first();
    await first.evaluate((image) => image.decode());
    const taken = await first.evaluate((image) => ({ source: new URL(image.currentSrc).pathname, wide: image.naturalWidth, position: getComputedStyle(image).objectPosition, alt: image.alt }));
    assert.match(decodeURIComponent(taken.source), new RegExp(`-${expected}-[0-9a-f]+\\.webp$`), `${width} px`);
    assert.equal(taken.position, '40% 51%');
    assert.equal(taken.alt, '창가에 놓인 빵');
    assert.equal(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width} px`);
    if (process.env.PICTURES) await visitor.screenshot({ path: `${process.env.PICTURES}/pictures-visitor-${width}.png` });
    assert.deepEqual(visitor.faults, []);
    await visitor.context().close();
  }
  assert.deepEqual(page.faults, []);
});
