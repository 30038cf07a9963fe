import { describe, expect, it } from 'vitest';
import { localValue, tomorrowMorning } from './localTime';

describe('the time of a planned publication', () => {
  it('is written in the zone of this computer', () => {
    expect(localValue(new Date(2026, 0, 5, 7, 9, 30))).toBe('2026-01-05T07:09');
  });

  it('begins with the next morning, over the end of a year, too', () => {
    expect(localValue(tomorrowMorning(new Date(2026, 11, 31, 23, 59)))).toBe('2027-01-01T09:00');
  });
});
