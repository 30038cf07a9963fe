import type { Id, PlanType } from '@/api/types';

export type Start =
  | { kind: 'template'; id: Id; name: string }
  | { kind: 'blank' }
  | { kind: 'import'; file: File };

/** What the wizard has gathered so far. */
export interface Draft {
  start: Start | null;
  name: string;
  slug: string;
  /** Once typed by hand, the address no longer follows the name. */
  slugTouched: boolean;
  plan: PlanType;
}

export const emptyDraft: Draft = { start: null, name: '', slug: '', slugTouched: false, plan: 'premium' };
