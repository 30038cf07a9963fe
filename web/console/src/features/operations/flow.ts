import type { EventsState } from '@/api/types';

export interface Hearing {
  hearer: string;
  /** How many events it has not heard yet; null when it cannot be asked. */
  behind: number | null;
}

export function hearings({ told, heard }: EventsState): Hearing[] {
  return Object.entries(heard).map(([hearer, count]) => ({ hearer, behind: count === null ? null : Math.max(0, told - count) }));
}

/** Whether somebody who can be asked has not heard everything. */
export function isBehind(state: EventsState): boolean {
  return hearings(state).some(({ behind }) => behind !== null && behind > 0);
}
