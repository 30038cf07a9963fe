// The Korean web font is fetched after the first paint, in small pieces by unicode range; until then the system's font serves.
export function loadFont() {
  const load = () => void import('pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css');
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 1500 });
  else setTimeout(load, 200);
}
