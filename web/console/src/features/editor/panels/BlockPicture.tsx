import type { ReactNode } from 'react';
import type { BlockId } from '../engine/blocks';

const ink = 'var(--color-ink-soft)';
const soft = 'var(--color-line-strong)';
const wash = 'var(--color-line)';
const brand = 'var(--color-brand)';

function bar(x: number, y: number, width: number, height = 4, fill = soft) {
  return <rect key={`${x}-${y}`} x={x} y={y} width={width} height={height} rx={Math.min(2, height / 2)} fill={fill} />;
}

function box(x: number, y: number, width: number, height: number, fill = wash) {
  return <rect key={`${x}-${y}`} x={x} y={y} width={width} height={height} rx={3} fill={fill} />;
}

function hill(x: number, y: number, width: number, height: number) {
  const path = `M${x} ${y + height}l${width * 0.34}-${height * 0.5} ${width * 0.22} ${height * 0.26} ${width * 0.16}-${height * 0.16} ${width * 0.28} ${height * 0.4}Z`;
  return (
    <g key={`hill-${x}-${y}`}>
      {box(x, y, width, height)}
      <circle cx={x + width * 0.74} cy={y + height * 0.3} r={Math.min(4, height * 0.14)} fill={brand} />
      <path d={path} fill={soft} />
    </g>
  );
}

const dashed = { fill: 'none', stroke: soft, strokeWidth: 1.4, strokeDasharray: '3 2.5' };
const holder = (x: number, width: number) => <rect key={x} x={x} y="12" width={width} height="32" rx="3" {...dashed} />;

const pictures: Record<BlockId, ReactNode> = {
  section: [<rect key="frame" x="12" y="8" width="76" height="40" rx="4" {...dashed} />, bar(26, 20, 48, 5, ink), bar(32, 30, 36), bar(36, 37, 28)],
  columns2: [holder(14, 34), holder(52, 34)],
  columns3: [holder(12, 23), holder(38.5, 23), holder(65, 23)],
  divider: [bar(24, 14, 52), <path key="line" d="M14 28h72" stroke={brand} strokeWidth="2" />, bar(24, 38, 52)],
  spacer: [bar(14, 8, 72, 6), <path key="arrow" d="M50 19v18m-4-14 4-4 4 4m-8 10 4 4 4-4" fill="none" stroke={brand} strokeWidth="2" />, bar(14, 42, 72, 6)],
  heading: [
    <text key="letter" x="50" y="37" fontSize="26" fontWeight="800" textAnchor="middle" fill={ink}>
      {'가A'}
    </text>,
  ],
  text: [bar(20, 14, 60), bar(20, 22, 60), bar(20, 30, 54), bar(20, 38, 38)],
  list: [14, 26, 38].map((y) => [<circle key={y} cx="26" cy={y + 2} r="2.5" fill={brand} />, bar(34, y, 42)]),
  quote: [<rect key="edge" x="20" y="14" width="3" height="28" rx="1.5" fill={brand} />, bar(30, 18, 48, 5, ink), bar(30, 28, 44), bar(30, 36, 24)],
  button: [<rect key="button" x="26" y="19" width="48" height="18" rx="5" fill={ink} />, <rect key="label" x="36" y="26" width="28" height="4" rx="2" fill="var(--color-page)" />],
  image: [hill(22, 9, 56, 38)],
  gallery: [12, 38.5, 65].flatMap((x) => [hill(x, 8, 23, 18), hill(x, 30, 23, 18)]),
  video: [box(20, 10, 60, 36, ink), <path key="play" d="M45 20.5v15l13-7.5Z" fill="var(--color-page)" />],
  map: [
    box(18, 9, 64, 38),
    <path key="road" d="M18 34l22-10 18 10 24-14M44 9l-8 38" fill="none" stroke="var(--color-page)" strokeWidth="3" />,
    <path key="pin" d="M58 14a8 8 0 0 1 8 8c0 6-8 13-8 13s-8-7-8-13a8 8 0 0 1 8-8Z" fill={brand} />,
    <circle key="eye" cx="58" cy="22" r="3" fill="var(--color-page)" />,
  ],
  menu: [box(8, 18, 84, 20, wash), bar(14, 26, 18, 5, ink), bar(52, 26.5, 9), bar(65, 26.5, 9), bar(78, 26.5, 9)],
  languages: [
    <rect key="frame" x="12" y="18" width="76" height="20" rx="4" fill="none" stroke={soft} strokeWidth="1.4" />,
    <text key="words" x="50" y="32" fontSize="11" fontWeight="700" textAnchor="middle" fill={ink}>
      {'가'}
      <tspan fill={soft}>{' · A · あ'}</tspan>
    </text>,
  ],
  hero: [box(8, 6, 84, 44, wash), bar(26, 16, 48, 6, ink), bar(32, 26, 36), <rect key="button" x="40" y="35" width="20" height="8" rx="3" fill={brand} />],
  features: [12, 38.5, 65].map((x) => (
    <g key={x}>
      <rect x={x} y="12" width="23" height="32" rx="3" fill="none" stroke={soft} strokeWidth="1.4" />
      <circle cx={x + 7} cy="20" r="3" fill={brand} />
      {bar(x + 4, 28, 15)}
      {bar(x + 4, 35, 11)}
    </g>
  )),
  imageText: [hill(12, 12, 36, 32), bar(54, 15, 32, 5, ink), bar(54, 25, 32), bar(54, 32, 24), <rect key="button" x="54" y="39" width="16" height="6" rx="2.5" fill={brand} />],
  form: [
    <rect key="one" x="22" y="9" width="56" height="9" rx="2.5" fill="none" stroke={soft} strokeWidth="1.4" />,
    <rect key="two" x="22" y="22" width="56" height="14" rx="2.5" fill="none" stroke={soft} strokeWidth="1.4" />,
    <rect key="send" x="22" y="40" width="22" height="8" rx="2.5" fill={ink} />,
  ],
  footer: [bar(14, 10, 72, 4, wash), box(8, 24, 84, 26, ink), bar(32, 33, 36, 3, 'var(--color-page)'), bar(38, 40, 24, 3, soft)],
};

export function BlockPicture({ id }: { id: BlockId }) {
  return (
    <svg viewBox="0 0 100 56" aria-hidden="true">
      {pictures[id]}
    </svg>
  );
}
