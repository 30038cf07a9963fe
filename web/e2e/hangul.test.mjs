// Hangul as an input method composes it, in every text of every block and in every field of the editor: typed = shown = stored = published.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { open, startBrowser, startProduct, tell } from './product.mjs';
import { canvas, nameTheSite, publish, signUp, takeThePlan } from './steps.mjs';

let product, browser, page, keys;

before(async () => {
  product = await startProduct();
  browser = await startBrowser();
  page = await open(browser);
  await signUp(page, product.address, { name: '한글', email: 'hangul@example.com' });
  await page.goto(`${product.address}/new`);
  await page.getByRole('button', { name: '빈 페이지' }).click();
  await nameTheSite(page, { name: '한글', slug: 'hangul' });
  await takeThePlan(page);
  await page.waitForURL(/\/edit\//);
  await canvas(page).locator('body').waitFor();
  keys = await page.context().newCDPSession(page);
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

afterEach((context) => tell(context, page, product));

const LEADS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];

/** What stands there while a syllable comes to be: ㅎ, 하, 한. */
function stages(syllable) {
  const code = syllable.codePointAt(0) - 0xac00;
  if (code < 0 || code > 11_171) return [syllable];
  const open = String.fromCodePoint(0xac00 + code - (code % 28));
  return [LEADS[Math.floor(code / 588)], open, ...(open === syllable ? [] : [syllable])];
}

const composing = (text) => keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text) => keys.send('Input.insertText', { text });

async function compose(words) {
  for (const sign of words) {
    if (stages(sign).length > 1) for (const stage of stages(sign)) await composing(stage);
    await commit(sign);
  }
}

/** Syllables taken back by half and made anew. */
async function composeWithCorrections(words) {
  for (const sign of words) {
    for (const stage of stages(sign).length > 1 ? [...stages(sign), stages(sign)[1], sign] : []) await composing(stage);
    await commit(sign);
  }
}

/** Enter as it comes while a syllable is open: first to the input method, which ends the syllable, then to the text. */
async function enterWhileComposing(syllable) {
  for (const stage of stages(syllable)) await composing(stage);
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  await commit(syllable);
  await page.keyboard.press('Enter');
}

const bodyText = (locator) => locator.evaluate((element) => element.innerText.replace(/\s+/g, ' ').trim());
const panel = () => page.getByRole('complementary').last();

async function begin(text) {
  await text.scrollIntoViewIfNeeded();
  await text.click();
  await text.dblclick();
  await page.getByRole('toolbar', { name: '글 꾸미기' }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
}

test('every text of every block', { timeout: 400_000 }, async () => {
  const blocks = page.getByRole('complementary').first().locator('section li button');
  const kinds = await blocks.count();
  assert.ok(kinds > 15);
  for (let at = 0; at < kinds; at += 1) {
    const before = await canvas(page).locator('body *').count();
    await blocks.nth(at).click();
    await assertEventually(async () => (await canvas(page).locator('body *').count()) > before, `block ${at}`);
  }
  const texts = canvas(page).locator('[data-gjs-type="text"]:not([data-gjs-type="text"] *)');
  const count = await texts.count();
  assert.ok(count > 20, `only ${count} texts`);
  for (let at = 0; at < count; at += 1) {
    const words = `한글은 지음에서 ${at}번째로 온전합니다`;
    await begin(texts.nth(at));
    await (at % 2 === 0 ? compose(words) : composeWithCorrections(words));
    assert.equal(await bodyText(texts.nth(at)), words);
    // Left in one way or another, with the last syllable perhaps still open.
    if (at % 3 === 0) await page.keyboard.press('Escape');
    else await canvas(page).locator('body').click({ position: { x: 2, y: 2 } });
    assert.equal(await bodyText(texts.nth(at)), words);
  }
});

test('Enter while composing makes one line, once', async () => {
  const text = canvas(page).locator('p[data-gjs-type="text"]').first();
  await begin(text);
  await compose('첫 줄');
  await enterWhileComposing('끝');
  await compose('둘째 줄');
  assert.deepEqual(await text.evaluate((element) => element.innerText.split('\n')), ['첫 줄끝', '둘째 줄']);
  assert.equal(await text.locator('br').count(), 1);
  await page.keyboard.press('Escape');
});

test('an open syllable is kept when somebody leaves, and saved as it looks', async () => {
  const text = canvas(page).locator('p[data-gjs-type="text"]').nth(1);
  await begin(text);
  await compose('열린 글');
  const told = page.waitForRequest((request) => (request.postData() ?? '').includes('열린 글짜'));
  for (const stage of stages('짜')) await composing(stage);
  await told;
  await canvas(page).locator('h2').first().click();
  assert.equal(await bodyText(text), '열린 글짜');
});

test('pasted markup brings its words, emphasis and lines, and nothing else; undo takes it back', async () => {
  const text = canvas(page).locator('p[data-gjs-type="text"]').nth(2);
  await begin(text);
  await compose('앞 ');
  await text.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/html', '<h1 style="color:red" onclick="x()">큰 <b>글</b></h1><p>다음<script>alert(1)</script></p>');
    data.setData('text/plain', '큰 글 다음');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await text.evaluate((element) => element.innerHTML.replace('&nbsp;', ' ')), '앞 큰 <b>글</b><br>다음');
  await page.keyboard.press('ControlOrMeta+z');
  assert.equal(await bodyText(text), '앞');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  assert.equal(await bodyText(text), '앞 큰 글 다음');
  await page.keyboard.press('Escape');
});

test('words get bold and a link by the keyboard', async () => {
  const text = canvas(page).locator('p[data-gjs-type="text"]').nth(3);
  await begin(text);
  await compose('굵게');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+b');
  await page.getByRole('button', { name: '굵게', pressed: true }).waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByLabel('주소, 이메일, 전화번호').fill('jium.kr/소개');
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/writing-link.png` });
  await page.keyboard.press('Enter');
  await text.locator('a[href="https://jium.kr/소개"]').waitFor();
  if (process.env.PICTURES) {
    await page.screenshot({ path: `${process.env.PICTURES}/writing.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.PICTURES}/writing-phone.png` });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await page.keyboard.press('Escape');
  await text.locator('b a, a b').waitFor();
});

test('what nobody wrote stays as it was', async () => {
  // Spans, classes and attributes of an imported page survive an edit of one word beside them.
  const made = await page.evaluate(
    async ([site]) => {
      const project = {
        pages: [{ frames: [{ component: { type: 'wrapper', components: [{ tagName: 'p', type: 'text', attributes: { lang: 'ko' }, components: [
          { type: 'textnode', content: '앞 ' },
          { tagName: 'span', type: 'text', classes: ['mark'], attributes: { title: '설명', id: 'kept' }, components: [{ type: 'textnode', content: '표시' }] },
          { tagName: 'br' },
          { tagName: 'a', type: 'link', attributes: { href: '/x', rel: 'noopener' }, components: [{ tagName: 'em', type: 'text', components: [{ type: 'textnode', content: '링크' }] }] },
          { type: 'textnode', content: ' 뒤' },
        ] }] } }] }],
      };
      const answer = await fetch('/builder/pages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ service_id: site, title: '그대로', slug: 'kept', content: { project } }) });
      return answer.json();
    },
    [1],
  );
  const home = page.url();
  await page.goto(`${product.address}/sites/1/edit/${made.id}`);
  const text = canvas(page).locator('p').first();
  await text.waitFor();
  await text.dblclick({ position: { x: 5, y: 5 } });
  await page.getByRole('toolbar', { name: '글 꾸미기' }).waitFor();
  await page.keyboard.press('ControlOrMeta+End');
  const told = page.waitForResponse((response) => (response.request().postData() ?? '').includes('뒤에'));
  await compose('에');
  await told;
  await page.keyboard.press('Escape');
  await page.getByText('저장됨', { exact: true }).waitFor();
  const stored = await page.evaluate(async (id) => (await fetch(`/builder/pages/${id}`)).json(), made.id);
  assert.match(stored.content.html, /<p lang="ko">앞 <span(?= [^>]*class="mark")(?= [^>]*title="설명")(?= [^>]*id="kept")[^>]*>표시<\/span><br[^>]*><a(?= [^>]*href="\/x")(?= [^>]*rel="noopener")[^>]*><em>링크<\/em><\/a> 뒤에<\/p>/);
  await page.goto(home);
  await canvas(page).locator('h2').first().waitFor();
});

test('every field of the editor', { timeout: 200_000 }, async () => {
  const kinds = ['h2', 'a', 'img', 'form', 'input', 'textarea', 'section', 'p'];
  let fields = 0;
  for (const kind of kinds) {
    const part = canvas(page).locator(kind).first();
    if ((await part.count()) === 0) continue;
    await part.click({ force: true, position: { x: 3, y: 3 } });
    await page.getByRole('button', { name: '설정', exact: true }).click();
    const boxes = panel().getByRole('textbox');
    for (let at = 0; at < (await boxes.count()); at += 1) {
      const box = boxes.nth(at);
      if (!(await box.isEditable()) || /^(email|tel|url|number)$/.test((await box.getAttribute('type')) ?? '')) continue;
      await box.click();
      await page.keyboard.press('ControlOrMeta+a');
      await composeWithCorrections('가나다 한글');
      assert.equal(await box.inputValue(), '가나다 한글', `${kind}, field ${at}`);
      for (const stage of stages('끝')) await composing(stage);
      // Longer than fields wait before they hand on what was typed.
      await page.waitForTimeout(600);
      assert.equal(await box.inputValue(), '가나다 한글끝', `${kind}, field ${at}, an open syllable`);
      await commit('끝');
      fields += 1;
      await page.keyboard.press('ControlOrMeta+z');
      await page.keyboard.press('ControlOrMeta+a');
      await compose('한글');
    }
  }
  assert.ok(fields >= 5, `only ${fields} fields`);
});

test('everything is stored and published as it is shown', async () => {
  const shown = await canvas(page).locator('[data-gjs-type="text"]:not([data-gjs-type="text"] *)').evaluateAll((texts) => texts.flatMap((text) => text.innerText.split('\n')).filter((line) => line.trim() !== ''));
  assert.ok(shown.filter((line) => line.startsWith('한글은 지음에서')).length > 15);
  await publish(page);
  const id = Number(/edit\/(\d+)/.exec(page.url())[1]);
  const stored = await page.evaluate(async (number) => (await fetch(`/builder/pages/${number}`)).json(), id);
  const visitor = await page.context().newPage();
  await visitor.goto(`http://hangul.localhost:${product.port}/`);
  const published = await visitor.locator('body').evaluate((body) => body.textContent);
  const kept = await visitor.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent, stored.content.html);
  for (const [where, words] of Object.entries({ kept, published })) {
    assert.deepEqual(shown.filter((line) => !words.includes(line)), [], where);
  }
  assert.ok(!/gjs-|contenteditable|draggable/.test(stored.content.html));
  assert.deepEqual(page.faults, []);
});

async function assertEventually(isSo, what) {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
