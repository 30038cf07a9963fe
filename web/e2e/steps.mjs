// What the stories have in common.

export async function signUp(page, address, { name, email }, whenFilledIn = () => {}) {
  await page.goto(`${address}/signup`);
  await page.getByLabel('이름').fill(name);
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호', { exact: true }).fill('busan harbour 7');
  await whenFilledIn();
  await page.getByRole('button', { name: '무료로 시작하기' }).click();
  await page.getByText('첫 사이트를 지어 볼까요?').waitFor();
}

/** From the wizard's second step to its end. */
export async function nameTheSite(page, { name, slug }) {
  await page.getByLabel('사이트 이름').fill(name);
  await page.getByLabel('사이트 주소').fill(slug);
  await page.getByText('쓸 수 있는 주소예요.').waitFor();
}

export async function takeThePlan(page) {
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByText('요금제를 골라').waitFor();
  await page.getByRole('button', { name: '사이트 만들기' }).click();
}

export async function publish(page) {
  await page.getByRole('button', { name: '발행', exact: true }).click();
  await page.getByText('사이트가 열렸어요').waitFor();
}

/** Writes pictures for docs/walk when WALK names a folder. */
export async function picture(page, name, options = {}) {
  const folder = process.env.WALK;
  if (folder) await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 72, ...options });
}

export const canvas = (page) => page.frameLocator('iframe.gjs-frame');
