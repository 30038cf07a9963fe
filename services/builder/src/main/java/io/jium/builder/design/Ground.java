package io.jium.builder.design;

/**
 * What pages without style sheets of their own stand on; the editor's canvas has the same
 * (ground.ts).
 */
public final class Ground {

    private static final String CSS =
            """
            :root{--jm-ink:#211c17;--jm-paper:#ffffff;--jm-main:#211c17;--jm-on-main:#ffffff;--jm-accent:#d03e1b;\
            --jm-soft:#f3ece1;--jm-line:#e6dfd4;--jm-text-font:system-ui,-apple-system,'Apple SD Gothic Neo',\
            'Noto Sans KR','Noto Sans CJK KR',sans-serif;--jm-heading-font:system-ui,-apple-system,\
            'Apple SD Gothic Neo','Noto Sans KR','Noto Sans CJK KR',sans-serif}\
            *{box-sizing:border-box}body{margin:0;background-color:var(--jm-paper);color:var(--jm-ink);\
            font-family:var(--jm-text-font);line-height:1.6;word-break:keep-all}\
            h1,h2,h3,h4,h5,h6{font-family:var(--jm-heading-font)}:where(img){max-width:100%;height:auto}\
            """;

    /** What the editor calls them; pages do without. */
    private static final String NAMES =
            """
            :root{--jm-ink--name:"글자 | Text";--jm-paper--name:"바탕 | Background";--jm-main--name:"주 색 | Main colour";\
            --jm-on-main--name:"주 색 위의 글자 | Text on the main colour";--jm-accent--name:"강조 | Accent";\
            --jm-soft--name:"옅은 바탕 | Soft background";--jm-line--name:"선 | Lines";\
            --jm-text-font--name:"본문 글꼴 | Text typeface";--jm-heading-font--name:"제목 글꼴 | Heading typeface"}\
            """;

    private Ground() {}

    /** As it is read for its palette. */
    static String named() {
        return CSS + NAMES;
    }

    public static String css() {
        return CSS;
    }
}
