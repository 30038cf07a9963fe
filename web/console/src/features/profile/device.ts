const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Whale\//, 'Whale'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

function first(table: [RegExp, string][], agent: string): string | undefined {
  return table.find(([pattern]) => pattern.test(agent))?.[1];
}

/** "Chrome · macOS", or undefined when neither is known. */
export function deviceName(agent: string | null): string | undefined {
  const parts = agent ? [first(browsers, agent), first(systems, agent)].filter(Boolean) : [];
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

export function isPhone(agent: string | null): boolean {
  return /iPhone|Android.*Mobile/.test(agent ?? '');
}
