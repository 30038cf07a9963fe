import type { EventsState } from '@/api/types';

export interface Hearing {
  hearer: string;
  /** How many events it has not heard yet; null when it cannot be asked. */
  behind: number | null;
}

export function hearings({ told, heard }: EventsState): Hearing[] {
  return Object.entries(heard).map(([hearer, count]) => ({ hearer, behind: count === null ? null : Math.max(0, told - count) }));
}

/** Whether it is known that everybody has heard everything. */
export function isCaughtUp(state: EventsState): boolean {
  return hearings(state).every(({ behind }) => behind === 0);
}
