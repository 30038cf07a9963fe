import type { Editor, Plugin } from 'grapesjs';
import type { Translate } from '@/i18n/messages';
import type { ko } from '../ko';

/** A language that visitors can choose, as those who speak it call it. */
export interface Choice {
  name: string;
  isCurrent: boolean;
}

/** The place where visitors choose a language. The server fills it when the site is published; the canvas shows the like. */
export function languageSwitch(t: Translate<keyof typeof ko>, choices: Choice[]): Plugin {
  return (editor: Editor) => {
    editor.Components.addType('language-switch', {
      model: { defaults: { tagName: 'nav', droppable: false, attributes: {} } },
      view: {
        onRender({ el }) {
          el.replaceChildren(choices.length > 1 ? list(el.ownerDocument, choices) : hint(el.ownerDocument, t('standIn.languages')));
        },
      },
    });
  };
}

function list(document: Document, choices: Choice[]): HTMLElement {
  const items = document.createElement('ul');
  for (const { name, isCurrent } of choices) {
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = name;
    if (isCurrent) link.setAttribute('aria-current', 'page');
    const item = document.createElement('li');
    item.append(link);
    items.append(item);
  }
  return items;
}

function hint(document: Document, words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'jm-stand-in-languages';
  element.textContent = words;
  return element;
}
