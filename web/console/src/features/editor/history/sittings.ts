import type { PageVersion } from '@/api/types';

/** What was saved in one go, newest first; a long evening of work is one line of the history. */
export interface Sitting {
  newest: PageVersion;
  versions: PageVersion[];
}

const PAUSE_MS = 10 * 60_000;

/** Versions come newest first. Named and restored ones stand alone, since somebody may look for them. */
export function sittings(versions: readonly PageVersion[]): Sitting[] {
  const found: Sitting[] = [];
  for (const version of versions) {
    const last = found.at(-1);
    const later = last?.versions.at(-1);
    if (last && later && belongs(version, later)) last.versions.push(version);
    else found.push({ newest: version, versions: [version] });
  }
  return found;
}

function belongs(version: PageVersion, later: PageVersion): boolean {
  if (version.name || later.restored_version || version.author_id !== later.author_id || version.editor !== later.editor) return false;
  return Date.parse(later.saved_at) - Date.parse(version.saved_at) < PAUSE_MS;
}

/** By the day in the reader's own time. */
export function byDay(all: readonly Sitting[]): [day: string, sittings: Sitting[]][] {
  const days = new Map<string, Sitting[]>();
  for (const sitting of all) {
    const day = new Date(sitting.newest.saved_at).toDateString();
    const there = days.get(day);
    if (there) there.push(sitting);
    else days.set(day, [sitting]);
  }
  return [...days];
}
