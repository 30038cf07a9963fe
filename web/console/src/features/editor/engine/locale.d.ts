declare module 'grapesjs/locale/*.mjs' {
  const texts: Record<string, unknown>;
  export default texts;
}
