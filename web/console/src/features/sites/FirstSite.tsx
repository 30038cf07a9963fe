/** A truss being raised from three timbers. */
export function FirstSite() {
  return (
    <svg width="200" height="132" viewBox="0 0 200 132" fill="none" aria-hidden="true" style={{ marginBottom: 20 }}>
      <rect x="22" y="104" width="156" height="12" rx="6" fill="var(--color-line-strong)" />
      <rect x="44" y="58" width="14" height="46" rx="4" fill="#7fae98" />
      <rect x="142" y="58" width="14" height="46" rx="4" fill="#7fae98" />
      <rect x="34" y="44" width="132" height="14" rx="6" fill="var(--color-brand)" />
      <path d="M100 12 60 42M100 12l40 30" stroke="#2f4a86" strokeWidth="12" strokeLinecap="round" />
      <circle cx="100" cy="82" r="15" fill="#eab04c" />
      <path d="M100 75v14M93 82h14" stroke="#241c15" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
