// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { answer, request } from '@/api/request';
import { onSessionExpired } from '@/api/session';
import { setLocale } from '@/i18n/locale';

type Reply = () => Response;
let calls: { url: string; init: RequestInit }[] = [];

function headersOf(index: number): Record<string, string> {
  return (calls[index]?.init.headers ?? {}) as Record<string, string>;
}

/** Answers the calls in turn; a reply that throws is a network failure. */
function replies(...list: Reply[]) {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    calls.push({ url, init });
    const reply = list.shift();
    if (!reply) throw new Error(`no reply left for ${url}`);
    return Promise.resolve().then(reply);
  });
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  json(status, body, { 'content-type': 'application/problem+json', ...headers });
const noContent: Reply = () => new Response(null, { status: 204 });
const noNetwork: Reply = () => {
  throw new TypeError('Failed to fetch');
};

async function failure(promise: Promise<unknown>): Promise<Problem> {
  const error: unknown = await promise.then(
    () => new Error('was answered'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
}

beforeEach(() => {
  calls = [];
  localStorage.clear();
  setLocale('ko');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a request', () => {
  it('stays on this origin, speaks the chosen language and sends JSON', async () => {
    setLocale('en');
    replies(json(200, { id: 1 }, { etag: '"4"' }));
    const result = await answer<{ id: number }>('PUT', '/builder/pages/1', { body: { title: 'x' }, query: { a: 1, b: null, c: '' } });
    expect(result).toEqual({ body: { id: 1 }, etag: '"4"' });
    expect(calls[0]?.url).toBe('/builder/pages/1?a=1');
    expect(calls[0]?.init.credentials).toBe('same-origin');
    expect(headersOf(0)).toMatchObject({ 'Accept-Language': 'en', 'Content-Type': 'application/json' });
    expect(calls[0]?.init.body).toBe('{"title":"x"}');
  });

  it('answers nothing for 204 and for an empty body', async () => {
    replies(noContent, () => new Response('', { status: 202 }));
    expect(await request('DELETE', '/builder/pages/1')).toBeUndefined();
    expect(await request('POST', '/auth/password-reset', { body: {}, anonymous: true })).toBeUndefined();
  });

  it('lets the browser set the type of a form', async () => {
    replies(json(201, {}));
    await request('POST', '/builder/assets', { body: new FormData() });
    expect(headersOf(0)['Content-Type']).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('carries code, fields and other members, with a Korean sentence of ours', async () => {
    replies(problem(422, { code: 'validation_failed', trace_id: 't1', errors: [{ field: 'service.slug', code: 'taken' }] }));
    const refused = await failure(request('POST', '/payment/subscribe', { body: {} }));
    expect(refused.status).toBe(422);
    expect(refused.code).toBe('validation_failed');
    expect(refused.message).toBe('입력한 내용을 다시 확인해 주세요.');
    expect(refused.traceId).toBe('t1');
    expect(refused.field('slug')).toBe('이미 쓰고 있어요.');
    expect(refused.field('name')).toBeUndefined();
  });

  it('prefers the server’s word for a field', async () => {
    replies(problem(422, { code: 'validation_failed', errors: [{ field: 'password', code: 'too_short', message: '10자 이상' }] }));
    expect((await failure(request('POST', '/x'))).field('password')).toBe('10자 이상');
  });

  it('shows the server’s detail for a code this console does not know', async () => {
    replies(problem(409, { code: 'something_new', detail: '새로운 까닭' }));
    expect((await failure(request('GET', '/x'))).message).toBe('새로운 까닭');
  });

  it.each([
    [502, 'service_unavailable'],
    [500, 'internal_error'],
    [404, 'not_found'],
    [418, 'unknown'],
  ])('has a code even without a problem body: %i is %s', async (status, code) => {
    replies(() => new Response('<html>', { status, headers: { 'content-type': 'text/html' } }));
    expect((await failure(request('GET', '/x'))).code).toBe(code);
  });

  it('survives a body that is not JSON though it says so', async () => {
    replies(() => new Response('{"code":', { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '7' } }));
    const refused = await failure(request('GET', '/x'));
    expect(refused.code).toBe('service_unavailable');
    expect(refused.retryAfter).toBe(7);
  });

  it('is called network when there was no answer', async () => {
    replies(noNetwork);
    expect((await failure(request('GET', '/x'))).code).toBe('network');
  });

  it('keeps the current version of a stale save', async () => {
    replies(problem(412, { code: 'stale_version', current: { id: 1, version: 9 } }));
    expect((await failure(request('PUT', '/x'))).members.current).toEqual({ id: 1, version: 9 });
  });
});

describe('an expired access token', () => {
  const unauthenticated = problem(401, { code: 'unauthenticated' });

  it('is refreshed once, without a body, and the call repeated', async () => {
    replies(unauthenticated, json(200, {}), json(200, { ok: true }));
    expect(await request('GET', '/auth/profile')).toEqual({ ok: true });
    expect(calls.map(({ url }) => url)).toEqual(['/auth/profile', '/auth/refresh', '/auth/profile']);
    expect(calls[1]?.init.method).toBe('POST');
    expect(calls[1]?.init.body).toBeUndefined();
  });

  it('is refreshed once for calls that are refused together', async () => {
    replies(unauthenticated, unauthenticated, json(200, {}), json(200, 1), json(200, 2));
    await Promise.all([request('GET', '/a'), request('GET', '/b')]);
    expect(calls.filter(({ url }) => url === '/auth/refresh')).toHaveLength(1);
  });

  it('is not refreshed again when another tab did so meanwhile', async () => {
    replies(() => {
      localStorage.setItem('jium.refreshed-at', String(Date.now() + 1));
      return unauthenticated();
    }, json(200, 'fresh'));
    expect(await request('GET', '/a')).toBe('fresh');
    expect(calls.map(({ url }) => url)).toEqual(['/a', '/a']);
  });

  it('ends the session when the refresh is refused', async () => {
    const expired = vi.fn();
    const stop = onSessionExpired(expired);
    replies(unauthenticated, unauthenticated);
    expect((await failure(request('GET', '/a'))).status).toBe(401);
    expect(expired).toHaveBeenCalledOnce();
    stop();
  });

  it('does not end the session because the network failed during the refresh', async () => {
    const expired = vi.fn();
    const stop = onSessionExpired(expired);
    replies(unauthenticated, noNetwork);
    expect((await failure(request('GET', '/a'))).code).toBe('network');
    expect(expired).not.toHaveBeenCalled();
    stop();
  });

  it('is an answer like any other for calls about signing in', async () => {
    replies(problem(401, { code: 'invalid_credentials' }));
    const refused = await failure(request('POST', '/auth/login', { body: {}, anonymous: true }));
    expect(refused.code).toBe('invalid_credentials');
    expect(calls).toHaveLength(1);
  });
});

describe('a POST that creates', () => {
  const create = (body: unknown) => request('POST', '/payment/subscribe', { body, creates: true });
  const keyOf = (index: number) => headersOf(index)['Idempotency-Key'];

  it('repeats an unanswered call with the same key, so that nothing is made twice', async () => {
    replies(noNetwork, problem(503, {}), json(201, {}));
    await failure(create({ a: 1 }));
    await failure(create({ a: 1 }));
    await create({ a: 1 });
    expect(keyOf(0)).toMatch(/^[0-9a-f]{32}$/);
    expect([keyOf(1), keyOf(2)]).toEqual([keyOf(0), keyOf(0)]);
  });

  it('takes a new key once it was answered, and for another body', async () => {
    replies(json(201, {}), json(201, {}), json(201, {}));
    await create({ a: 1 });
    await create({ a: 1 });
    await create({ a: 2 });
    expect(new Set([keyOf(0), keyOf(1), keyOf(2)]).size).toBe(3);
  });

  it('keeps its key over a refresh', async () => {
    replies(problem(401, {}), json(200, {}), json(201, {}));
    await create({ b: 1 });
    expect(keyOf(2)).toBe(keyOf(0));
  });
});
