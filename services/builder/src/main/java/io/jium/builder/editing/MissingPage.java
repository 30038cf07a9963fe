package io.jium.builder.editing;

import io.jium.builder.page.Page;

/** What a preview shows where a link of the site leads nowhere. */
final class MissingPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.6 system-ui,-apple-system,"Apple SD Gothic Neo","Noto Sans KR",sans-serif;word-break:keep-all;background:#faf9f7;color:#1f1d1a}
            main{max-width:26rem;padding:2rem;text-align:center}
            h1{font-size:1.5rem;letter-spacing:-.02em;margin:0 0 .5rem}
            p{margin:0 0 1.75rem}
            a{display:inline-block;padding:.7rem 1.4rem;border-radius:999px;background:#1f1d1a;color:#faf9f7;text-decoration:none;font-weight:600}
            a:focus-visible{outline:3px solid #c9622f;outline-offset:3px}
            </style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            <a href="%s">%s</a>
            </main>
            </body>
            </html>
            """;

    private MissingPage() {}

    /**
     * @param locale of the site; in any but Korean it is written in English
     */
    static String html(String locale, String token) {
        var korean = locale.equals("ko");
        var title = korean ? "이 사이트에 없는 페이지예요" : "This site has no such page";
        return PAGE.formatted(
                korean ? "ko" : "en",
                title,
                title,
                korean
                        ? "링크가 가리키는 페이지를 만들거나, 링크를 다른 페이지로 바꿔 주세요."
                        : "Make the page that the link leads to, or let the link lead elsewhere.",
                PreviewController.address(token, Page.HOME),
                korean ? "첫 페이지로" : "Go to the home page");
    }
}
