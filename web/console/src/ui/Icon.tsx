import type { ReactNode } from 'react';

/** Drawn on a grid of 20, stroke 1.6, round ends: one hand for all of them. */
const shapes = {
  plus: <path d="M10 4v12M4 10h12" />,
  check: <path d="m4.5 10.5 3.6 3.6 7.4-8.2" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  back: <path d="M16 10H4.5M9 5l-5 5 5 5" />,
  forward: <path d="M4 10h11.5M11 5l5 5-5 5" />,
  down: <path d="m5 7.5 5 5 5-5" />,
  up: <path d="m5 12.5 5-5 5 5" />,
  right: <path d="m7.5 5 5 5-5 5" />,
  more: (
    <>
      <circle cx="4.5" cy="10" r=".9" />
      <circle cx="10" cy="10" r=".9" />
      <circle cx="15.5" cy="10" r=".9" />
    </>
  ),
  external: <path d="M8 4.5H5.5a1.5 1.5 0 0 0-1.5 1.5v8.5a1.5 1.5 0 0 0 1.5 1.5h8.5a1.5 1.5 0 0 0 1.5-1.5V12M11.5 4H16v4.5M16 4l-7 7" />,
  copy: <path d="M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5Z" />,
  trash: <path d="M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5.5 5.5l.6 10A1.5 1.5 0 0 0 7.6 17h4.8a1.5 1.5 0 0 0 1.5-1.5l.6-10M8.5 9v4.5M11.5 9v4.5" />,
  pencil: <path d="m4 16 .7-3.3 8.7-8.7a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.3 15.3 4 16ZM12 5.5l2.5 2.5" />,
  page: <path d="M6 3h5.5L15 6.5V15.5A1.5 1.5 0 0 1 13.5 17h-7A1.5 1.5 0 0 1 5 15.5V4a1 1 0 0 1 1-1ZM11.5 3v3.5H15" />,
  home: <path d="m3.5 9 6.5-5.5L16.5 9M5.5 7.8V16h9V7.8M8.5 16v-4.5h3V16" />,
  layers: <path d="m10 3.5 7 3.7-7 3.7-7-3.7 7-3.7ZM3.5 10.4l6.5 3.4 6.5-3.4M3.5 13.4l6.5 3.4 6.5-3.4" />,
  blocks: <path d="M4 4h5v5H4zM11.5 4H16v5h-4.5zM4 11.5h5V16H4zM11.5 11.5H16V16h-4.5z" />,
  brush: <path d="M16.5 3.5c-3.5 1-6.5 3.8-8.3 6.8l1.5 1.5c3-1.8 5.8-4.8 6.8-8.3ZM7.7 11.3c-2.2 0-2.4 1.7-2.7 3-.2.9-.8 1.5-1.5 1.7 2.5 1 5.7.4 5.7-3.2" />,
  sliders: <path d="M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4" />,
  desktop: <path d="M4 4h12a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM10 13.5v3M7 16.5h6" />,
  tablet: <path d="M6 3h8a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 14 17H6a1.5 1.5 0 0 1-1.5-1.5v-11A1.5 1.5 0 0 1 6 3ZM9 14.5h2" />,
  phone: <path d="M7 2.5h6A1.5 1.5 0 0 1 14.5 4v12a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 16V4A1.5 1.5 0 0 1 7 2.5ZM9 15h2" />,
  undo: <path d="M4 8.5h8a4 4 0 0 1 0 8H8M7.5 5 4 8.5 7.5 12" />,
  redo: <path d="M16 8.5H8a4 4 0 0 0 0 8h4M12.5 5 16 8.5 12.5 12" />,
  eye: (
    <>
      <path d="M2.5 10S5 4.8 10 4.8 17.5 10 17.5 10 15 15.2 10 15.2 2.5 10 2.5 10Z" />
      <circle cx="10" cy="10" r="2.3" />
    </>
  ),
  eyeOff: <path d="M3.5 3.5l13 13M8.2 5a7 7 0 0 1 1.8-.2c5 0 7.5 5.2 7.5 5.2a12 12 0 0 1-2 2.6M5.3 6.3A11.5 11.5 0 0 0 2.5 10S5 15.2 10 15.2a7.3 7.3 0 0 0 3-.6M8.5 8.5a2.2 2.2 0 0 0 3 3" />,
  rocket: <path d="M8 12 5.5 9.5 7 7c2-3 5-4.2 9.5-4 .2 4.5-1 7.5-4 9.5L10 14l-2-2ZM5.5 9.5 3 10l1.5-2.5L7 7M10 14l-.5 3 3-1.5.5-3M4.5 13.5c-1 .6-1.3 2-1.3 3.3 1.3 0 2.7-.3 3.3-1.3M12.8 7.2h0" />,
  upload: <path d="M10 13V4M6.5 7 10 3.5 13.5 7M4 12.5V15a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 16 15v-2.5" />,
  image: (
    <>
      <path d="M4.5 3.5h11A1.5 1.5 0 0 1 17 5v10a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15V5a1.5 1.5 0 0 1 1.5-1.5ZM3.5 14l4-4 3.5 3.5 2-2 3.5 3.3" />
      <circle cx="12.8" cy="7.5" r="1.2" />
    </>
  ),
  settings: (
    <>
      <circle cx="10" cy="10" r="2.5" />
      <path d="m10 2.8 1 2.1 2.3-.5.5 2.3 2.2.9-.9 2.4.9 2.2-2.2 1-.5 2.3-2.3-.5-1 2.2-1-2.2-2.3.5-.5-2.3-2.2-1 .9-2.2-.9-2.4 2.2-.9.5-2.3 2.3.5 1-2.1Z" />
    </>
  ),
  history: <path d="M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 1.5" />,
  mail: <path d="M4 4.5h12a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM3.5 6l6.5 5 6.5-5" />,
  user: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.5c.8-3 3-4.5 6-4.5s5.2 1.5 6 4.5" />
    </>
  ),
  logout: <path d="M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8M12.5 6.5 16 10l-3.5 3.5M16 10H8" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3" />
      <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
    </>
  ),
  moon: <path d="M16.5 11.5A7 7 0 0 1 8.5 3.5a6.8 6.8 0 1 0 8 8Z" />,
  globe: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M3 10h14M10 3c2.3 2 3.3 4.4 3.3 7s-1 5-3.3 7c-2.3-2-3.3-4.4-3.3-7S7.7 5 10 3Z" />
    </>
  ),
  warning: <path d="M10 3.5 17.5 16h-15L10 3.5ZM10 8.5v3.3M10 13.8v.1" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.2V13.5M10 6.6v.1" />
    </>
  ),
  cloud: <path d="M6 15.5a3.5 3.5 0 0 1-.4-7 4.7 4.7 0 0 1 9 .8 3.1 3.1 0 0 1-.3 6.2H6Z" />,
  cloudOff: <path d="m3.5 3.5 13 13M6 8.4a3.5 3.5 0 0 0 0 7.1h7.5M8.5 5.6a4.7 4.7 0 0 1 6.1 3.7 3.1 3.1 0 0 1 1.7 5" />,
  link: <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0L4.5 11.2a3 3 0 0 0 4.3 4.3L10 14.3" />,
  code: <path d="m7 6-4 4 4 4M13 6l4 4-4 4M11.5 4.5l-3 11" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="m12.8 12.8 3.7 3.7" />
    </>
  ),
  download: <path d="M10 3.5v9M6.5 9 10 12.5 13.5 9M4 13v2a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 16 15v-2" />,
  alignLeft: <path d="M4 5h12M4 8.5h7M4 12h12M4 15.5h7" />,
  alignCenter: <path d="M4 5h12M6.5 8.5h7M4 12h12M6.5 15.5h7" />,
  alignRight: <path d="M4 5h12M9 8.5h7M4 12h12M9 15.5h7" />,
  alignJustify: <path d="M4 5h12M4 8.5h12M4 12h12M4 15.5h12" />,
  refresh: <path d="M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4" />,
  spark: <path d="M10 3c.6 4 2.5 6.2 7 7-4.5.8-6.4 3-7 7-.6-4-2.5-6.2-7-7 4.5-.8 6.4-3 7-7Z" />,
  text: <path d="M4.5 6V4h11v2M10 4v12M8 16h4" />,
  box: <path d="M4 4h12v12H4z" />,
  crown: <path d="m3.5 6.5 3 3 3.5-5 3.5 5 3-3-1 8.5h-11l-1-8.5Z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      {shapes[name]}
    </svg>
  );
}
