import { currentLocale } from '@/i18n/locale';
import { deploy } from './client';
import type { Deployment, DeployStatus, Id } from './types';

const POLL_MS = 900;
const ended = new Set<Deployment['status']>(['live', 'failed', 'rolled_back']);

export function hasEnded(deployment: Deployment): boolean {
  return deployment.finished_at !== null || ended.has(deployment.status);
}

/** The data lines of one server-sent event; null when there are none or they are not JSON. */
export function eventData(block: string): unknown {
  const data = block
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).replace(/^ /, ''))
    .join('\n');
  try {
    return data ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}

/** An event carries the status, or the deployment alone. */
export function deploymentIn(data: unknown, id: Id): Deployment | null {
  if (data === null || typeof data !== 'object') return null;
  const { current, last } = data as Partial<DeployStatus>;
  const candidates = [current, last, data as Deployment];
  return candidates.find((entry) => entry && entry.id === id && typeof entry.status === 'string') ?? null;
}

async function* streamed(siteId: Id, signal: AbortSignal): AsyncGenerator<unknown> {
  const response = await fetch(`/deploy/status/${siteId}`, {
    headers: { Accept: 'text/event-stream', 'Accept-Language': currentLocale() },
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield eventData(block);
  }
}

function pause(milliseconds: number, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** Reports each step of a deployment until it ends: by event stream, and by asking when the stream breaks off. */
export async function follow(siteId: Id, id: Id, onStep: (step: Deployment) => void, signal: AbortSignal): Promise<Deployment> {
  try {
    for await (const data of streamed(siteId, signal)) {
      const step = deploymentIn(data, id);
      if (step) onStep(step);
      if (step && hasEnded(step)) return step;
    }
  } catch {
    signal.throwIfAborted();
  }
  for (;;) {
    const step = deploymentIn(await deploy.status(siteId), id);
    if (step) onStep(step);
    if (step && hasEnded(step)) return step;
    await pause(POLL_MS, signal);
  }
}
