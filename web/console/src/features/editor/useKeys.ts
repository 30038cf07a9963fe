import { useEffect } from 'react';
import type { Engine } from './engine/Engine';

const REGIONS = '[data-region]';

/** The next region of the screen that is shown gets the focus. */
function nextRegion(engine: Engine, isBack: boolean) {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((region) => region.offsetParent !== null);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((at + (isBack ? -1 : 1) + regions.length) % regions.length);
  if (next?.dataset.region === 'canvas') engine.focusCanvas();
  else (next?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"], button:not(:disabled), a[href], input, select, textarea') ?? next)?.focus();
}

/** The keys that work in every region, the canvas among them. */
export function useKeys(engine: Engine | undefined, onHelp: () => void) {
  useEffect(() => {
    if (!engine) return;
    const listener = (event: KeyboardEvent) => pressed(event, engine, onHelp);
    // GrapesJS repeats what is pressed in the canvas on its frame, where it can no longer be prevented.
    const outside = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLIFrameElement)) listener(event);
    };
    document.addEventListener('keydown', outside);
    const quiet = engine.hearKeys(listener);
    return () => {
      document.removeEventListener('keydown', outside);
      quiet();
    };
  });
}

function pressed(event: KeyboardEvent, engine: Engine, onHelp: () => void) {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  const target = event.target as HTMLElement;
  const isTyping = target.isContentEditable || target.matches('input, textarea, select');
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (event.key === 'F6') nextRegion(engine, event.shiftKey);
  else if (isTyping) return;
  else if (event.key === '?') onHelp();
  else if (event.key === 'Escape' && engine.snapshot().selected) engine.selectParentOrNone();
  else if (isCommand && event.key.toLowerCase() === 'd') engine.duplicate();
  else return;
  event.preventDefault();
}
