import type { Id } from '@/api/types';

export function idFrom(parameter: string | undefined): Id | null {
  return parameter && /^[1-9]\d{0,15}$/.test(parameter) ? Number(parameter) : null;
}
