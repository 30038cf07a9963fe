import type { Editor, Plugin } from 'grapesjs';
import type { Translate } from '@/i18n/messages';
import type { ko } from '../ko';

function box(words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'jm-stand-in';
  element.textContent = words;
  return element;
}

/**
 * Maps and videos of other companies load on the published page only: editing must not call outside hosts. The menu of the
 * site is printed by the server.
 */
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
    editor.Components.addType('site-menu', {
      isComponent: (element) => element.nodeType === Node.ELEMENT_NODE && element.hasAttribute('data-jium-menu'),
      model: { defaults: { droppable: false, name: t('block.menu') } },
      view: {
        onRender({ el }) {
          const words = box(t('standIn.menu'));
          words.classList.add('jm-stand-in-line');
          el.replaceChildren(words);
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
