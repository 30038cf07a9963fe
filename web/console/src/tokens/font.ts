function load() {
  void import('pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css');
}

/** The Korean web font comes after the first paint, in small pieces by unicode range; until then the system's font serves. */
export function loadFont() {
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 1500 });
  else setTimeout(load, 200);
}
