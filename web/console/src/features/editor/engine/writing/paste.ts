const INLINE: Record<string, string> = { b: 'b', strong: 'strong', i: 'i', em: 'em', u: 'u', s: 's', strike: 's', del: 's', sub: 'sub', sup: 'sup' };
const DROPPED = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'svg', 'img', 'iframe', 'object', 'video', 'audio']);
const BLOCK = /^(address|article|aside|blockquote|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
const LINK = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** Lines of plain text as they may stand in a text. */
export function fromPlain(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(escape).join('<br>');
}

/** What of markup from elsewhere may stand in a text: words, emphasis, links and lines. */
export function fromMarkup(html: string): string {
  // A document of its own: nothing in it runs or loads.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return lines(inner(body));
}

/** A newline stands for the end of a block, until all are known. */
function inner(node: Node): string {
  return [...node.childNodes].map(one).join('');
}

function one(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escape((node as Text).data.replace(/[\n\t\r ]+/g, ' '));
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const tag = element.tagName.toLowerCase();
  if (DROPPED.has(tag)) return '';
  if (tag === 'br') return '\n';
  const content = inner(element);
  const inline = INLINE[tag];
  if (inline && content.trim() !== '') return `<${inline}>${content}</${inline}>`;
  const href = element.getAttribute('href') ?? '';
  if (tag === 'a' && LINK.test(href)) return `<a href="${escape(href)}">${content}</a>`;
  return BLOCK.test(tag) ? `\n${content}\n` : content;
}

function lines(text: string): string {
  return text
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .replaceAll('\n', '<br>');
}
