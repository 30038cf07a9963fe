import type { Editor, Plugin } from 'grapesjs';
import type { Translate } from '@/i18n/messages';
import type { ko } from '../ko';

function box(words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'jm-stand-in';
  element.textContent = words;
  return element;
}

/** Maps and videos of other companies load on the published page only: editing must not call outside hosts. */
export function standIns(t: Translate<keyof typeof ko>): Plugin {
  return (editor: Editor) => {
    editor.Components.addType('map', {
      extendView: 'map',
      view: {
        getIframe() {
          const view = this as unknown as { iframe?: HTMLElement };
          view.iframe ??= box(t('standIn.map'));
          return view.iframe;
        },
      },
    });
    const video = () => box(t('standIn.video'));
    editor.Components.addType('video', {
      extendView: 'video',
      view: { renderYoutube: video, renderYoutubeNoCookie: video, renderVimeo: video },
    });
  };
}
