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

    private Ground() {}

    public static String css() {
        return CSS;
    }
}
