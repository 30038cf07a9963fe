import { currentLocale } from '@/i18n/locale';
import { Problem } from './problem';

/**
 * A used refresh token ends the whole session when it is used again. So only one refresh runs at a time, in this tab and among
 * all tabs of this browser; whoever waited simply takes the cookie that the other one brought.
 */
const LAST = 'jium.refreshed-at';
let running: Promise<boolean> | null = null;
const expiryListeners = new Set<() => void>();

function refreshedSince(time: number): boolean {
  return Number(localStorage.getItem(LAST) ?? 0) >= time;
}

async function exchange(since: number): Promise<boolean> {
  if (refreshedSince(since)) return true;
  try {
    const response = await fetch('/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': currentLocale() },
    });
    if (response.status >= 500) throw new Problem(response.status, 'service_unavailable');
    if (response.ok) localStorage.setItem(LAST, String(Date.now()));
    return response.ok;
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Nobody said that the session is over.
    throw new Problem(0, 'network');
  }
}

/** True when a valid session cookie is there now. `since` is when the refused call was sent. */
export function refreshSession(since: number): Promise<boolean> {
  running ??= ('locks' in navigator ? navigator.locks.request('jium-refresh', () => exchange(since)) : exchange(since)).finally(
    () => {
      running = null;
    },
  );
  return running;
}

export function sessionExpired() {
  for (const listener of expiryListeners) listener();
}

export function onSessionExpired(listener: () => void): () => void {
  expiryListeners.add(listener);
  return () => void expiryListeners.delete(listener);
}
