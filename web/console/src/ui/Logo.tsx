/** ㅈ, the first letter of 지음, drawn as a roof truss: a beam and two rafters. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="9" fill="var(--color-brand)" />
      <path
        d="M7.5 10h17M16 10c0 6-3.6 10.6-8.5 13.2M16 10c0 6 3.6 10.6 8.5 13.2"
        fill="none"
        stroke="var(--color-on-brand)"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
