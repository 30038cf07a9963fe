const initials = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k', 't', 'p', 't'];

const FIRST = 0xac00;
const LAST = 0xd7a3;

/** Hangul by the Revised Romanization, one syllable at a time (without the sound changes between them). */
function romanize(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST || code > LAST) return character;
  const index = code - FIRST;
  return (initials[Math.floor(index / 588)] ?? '') + (vowels[Math.floor((index % 588) / 28)] ?? '') + (finals[index % 28] ?? '');
}

/** An address made from a site's name: 1 to 40 of `a-z0-9-`, or nothing when the name holds none. */
export function suggestSlug(name: string): string {
  return [...name.normalize('NFC')]
    .map(romanize)
    .join('')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

export function isSlug(slug: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(slug);
}
