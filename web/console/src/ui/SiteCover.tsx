import styles from './SiteCover.module.css';

const palettes = [
  ['#d84a25', '#f6ddc8', '#2f4a86', '#eab04c'],
  ['#2f4a86', '#dfe5f0', '#d84a25', '#7fae98'],
  ['#4f8a72', '#e3ede4', '#eab04c', '#2f4a86'],
  ['#b9772a', '#f5e8cf', '#4f8a72', '#d84a25'],
  ['#6b4a6e', '#ece3ea', '#eab04c', '#4f8a72'],
] as const;

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return value;
}

/** A small picture that belongs to one site: colours and layout follow from its address, so it never changes by itself. */
export function SiteCover({ name, seed }: { name: string; seed: string }) {
  const number = hash(seed);
  const [main, wash, second, third] = palettes[number % palettes.length] ?? palettes[0];
  const layout = Math.floor(number / palettes.length) % 3;
  const initial = [...name.trim()][0]?.toUpperCase() ?? '';
  return (
    <svg className={styles.cover} viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="320" height="180" fill={wash} />
      <g className={styles.sheet}>
        <rect x="34" y="26" width="252" height="170" rx="10" fill="#fffdf9" />
        <rect x="50" y="40" width="38" height="7" rx="3.5" fill="#241c15" opacity=".8" />
        <rect x="206" y="41" width="16" height="5" rx="2.5" fill="#241c15" opacity=".28" />
        <rect x="228" y="41" width="16" height="5" rx="2.5" fill="#241c15" opacity=".28" />
        <rect x="250" y="39" width="22" height="9" rx="4.5" fill={main} />
        {layout === 0 && (
          <>
            <rect x="50" y="60" width="222" height="74" rx="7" fill={main} />
            <circle cx="238" cy="98" r="26" fill={third} />
            <rect x="50" y="142" width="68" height="54" rx="6" fill={wash} />
            <rect x="127" y="142" width="68" height="54" rx="6" fill={second} opacity=".85" />
            <rect x="204" y="142" width="68" height="54" rx="6" fill={wash} />
          </>
        )}
        {layout === 1 && (
          <>
            <rect x="166" y="60" width="106" height="112" rx="7" fill={main} />
            <path d="M166 150l34-34 26 24 18-14 28 26v13a7 7 0 0 1-7 7h-92a7 7 0 0 1-7-7Z" fill={second} opacity=".9" />
            <rect x="50" y="108" width="98" height="6" rx="3" fill="#241c15" opacity=".25" />
            <rect x="50" y="120" width="84" height="6" rx="3" fill="#241c15" opacity=".25" />
            <rect x="50" y="138" width="46" height="15" rx="7.5" fill={third} />
          </>
        )}
        {layout === 2 && (
          <>
            <rect x="50" y="60" width="108" height="60" rx="7" fill={main} />
            <rect x="166" y="60" width="106" height="60" rx="7" fill={wash} />
            <rect x="50" y="128" width="68" height="60" rx="7" fill={third} />
            <rect x="126" y="128" width="146" height="60" rx="7" fill={second} opacity=".9" />
          </>
        )}
        <text
          x={layout === 1 ? 50 : 64}
          y={layout === 2 ? 102 : layout === 1 ? 96 : 112}
          fontSize={layout === 1 ? 32 : 36}
          fontWeight="800"
          fill={layout === 1 ? '#241c15' : '#fffdf9'}
        >
          {initial}
        </text>
      </g>
    </svg>
  );
}
