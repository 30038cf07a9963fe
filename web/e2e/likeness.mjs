// How much two pages differ to the eye, and what the Nu HTML checker says of one.
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * The page as a whole at one width: animations ended, everything lazy loaded, nothing from other hosts.
 */
export async function photograph(browser, address, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.route(
    ({ hostname }) => hostname !== 'localhost' && !hostname.endsWith('.localhost'),
    (route) => route.abort(),
  );
  await page.goto(address, { waitUntil: 'load' });
  await page.addStyleTag({ content: '*, ::before, ::after { animation: none !important; transition: none !important; scroll-behavior: auto !important }' });
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    await document.fonts.ready;
  });
  const png = PNG.sync.read(await page.screenshot({ fullPage: true, animations: 'disabled' }));
  await context.close();
  return png;
}

/** The share of pixels that differ, from 0 to 1; 1 when the sizes do. */
export function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  return pixelmatch(one.data, other.data, null, one.width, one.height, { threshold: 0.1 }) / (one.width * one.height);
}

/** The errors of HTML files or addresses, by file or address. */
export async function nuErrors(pages) {
  const jar = join(import.meta.dirname, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const jium = resolve(import.meta.dirname, '../../jium');
  const output = await new Promise((done, failed) => {
    const args = ['java', '-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json', ...pages];
    execFile(jium, args, { maxBuffer: 64 << 20 }, (error, _, said) => (error ? failed(error) : done(said)));
  });
  const found = new Map(pages.map((page) => [page, []]));
  for (const { url, message } of JSON.parse(output).messages) {
    const page = pages.find((known) => url === known || url === `file:${known}`);
    if (!page) throw new Error(`The Nu checker says something about ${url}: ${message}`);
    found.get(page).push(message);
  }
  return found;
}
