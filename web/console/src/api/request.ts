import { currentLocale } from '@/i18n/locale';
import { idempotencyKeys } from './idempotency';
import { Problem, readProblem } from './problem';
import { sendForm } from './sendForm';
import { refreshSession, sessionExpired } from './session';

export interface RequestOptions {
  /** Sent as JSON, or as it is when it is form data. */
  body?: unknown;
  query?: Record<string, string | number | null | undefined>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** A POST that creates or charges: carries an `Idempotency-Key` that stays the same until it is answered. */
  creates?: boolean;
  keepalive?: boolean;
  /** Hears how much of a form is sent, 0..1. */
  onSent?: (part: number) => void;
  /** Calls that are about signing in treat 401 as an answer and never refresh. */
  anonymous?: boolean;
}

export interface Answer<T> {
  body: T;
  etag: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function address(path: string, query: RequestOptions['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const encoded = parameters.toString();
  return encoded ? `${path}?${encoded}` : path;
}

async function send(method: Method, path: string, options: RequestOptions, key: string | null): Promise<Response> {
  const isForm = options.body instanceof FormData;
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': currentLocale(),
    ...options.headers,
  };
  if (options.body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) init.body = isForm ? (options.body as FormData) : JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  if (options.keepalive) init.keepalive = true;
  try {
    const url = address(path, options.query);
    return await (options.onSent ? sendForm(url, headers, { method, body: options.body as FormData }, options.onSent) : fetch(url, init));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'network');
  }
}

async function sendWithSession(method: Method, path: string, options: RequestOptions, key: string | null) {
  const startedAt = Date.now();
  const response = await send(method, path, options, key);
  if (response.status !== 401 || options.anonymous) return response;
  if (!(await refreshSession(startedAt))) {
    sessionExpired();
    return response;
  }
  return send(method, path, options, key);
}

/** One call to the back end. Throws a `Problem` for every refusal and for no answer at all. */
export async function answer<T>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const key = options.creates ? idempotencyKeys.keyFor(path, options.body) : null;
  const response = await sendWithSession(method, path, options, key);
  if (options.creates && response.status < 500) idempotencyKeys.settled(path, options.body);
  if (!response.ok) throw await readProblem(response);
  const text = response.status === 204 ? '' : await response.text();
  return { body: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('etag') };
}

export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  return (await answer<T>(method, path, options)).body;
}
