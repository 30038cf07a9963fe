/** The truss with one rafter gone. */
export function MissingArt() {
  return (
    <svg width="180" height="120" viewBox="0 0 180 120" fill="none" aria-hidden="true" style={{ marginBottom: 20 }}>
      <rect x="14" y="98" width="152" height="10" rx="5" fill="var(--color-line-strong)" />
      <rect x="32" y="52" width="13" height="46" rx="4" fill="#7fae98" />
      <rect x="135" y="52" width="13" height="46" rx="4" fill="#7fae98" />
      <rect x="24" y="40" width="132" height="13" rx="6" fill="var(--color-brand)" />
      <path d="M90 12 54 37" stroke="#2f4a86" strokeWidth="11" strokeLinecap="round" />
      <path d="m90 12 36 25" stroke="var(--color-line-strong)" strokeWidth="3" strokeLinecap="round" strokeDasharray="2 8" />
      <path d="M98 92 132 84" stroke="#2f4a86" strokeWidth="11" strokeLinecap="round" />
    </svg>
  );
}
