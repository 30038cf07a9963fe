/** The ground that the server puts under pages without style sheets of their own (builder's Documents: keep them equal). */
export const groundCss =
  "*{box-sizing:border-box}body{margin:0;font-family:system-ui,-apple-system,'Apple SD Gothic Neo','Noto Sans KR','Noto Sans CJK KR',sans-serif;line-height:1.6;word-break:keep-all}:where(img){max-width:100%;height:auto}";
