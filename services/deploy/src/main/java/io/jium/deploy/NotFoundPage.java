package io.jium.deploy;

/** What visitors see where nothing is, on sites that have no such page of their own. */
final class NotFoundPage {

    private NotFoundPage() {}

    /**
     * @param language of the site; in any but Korean it is written in English
     */
    static String html(String language) {
        var korean = language.equals("ko");
        return PAGE.formatted(
                korean ? "ko" : "en",
                korean ? "페이지를 찾을 수 없어요" : "Page not found",
                korean ? "페이지를 찾을 수 없어요" : "Page not found",
                korean
                        ? "주소가 바뀌었거나 사라진 페이지예요. 주소를 다시 확인해 주세요."
                        : "The page has moved or no longer exists. Check the address and try again.",
                korean ? "첫 페이지로" : "Go to the home page");
    }

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root{color-scheme:light dark}
            body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.6 system-ui,-apple-system,"Apple SD Gothic Neo","Noto Sans KR",sans-serif;word-break:keep-all;background:#faf9f7;color:#1f1d1a}
            main{max-width:28rem;padding:2rem;text-align:center}
            .code{font-size:clamp(4rem,18vw,7rem);font-weight:800;letter-spacing:-.05em;line-height:1;margin:0;opacity:.14}
            h1{font-size:1.5rem;letter-spacing:-.02em;margin:.5rem 0}
            p{margin:0 0 1.75rem}
            a{display:inline-block;padding:.7rem 1.4rem;border-radius:999px;background:#1f1d1a;color:#faf9f7;text-decoration:none;font-weight:600}
            a:focus-visible{outline:3px solid #c9622f;outline-offset:3px}
            @media (prefers-color-scheme:dark){body{background:#171614;color:#f1eee9}a{background:#f1eee9;color:#171614}}
            </style>
            </head>
            <body>
            <main>
            <p class="code" aria-hidden="true">404</p>
            <h1>%s</h1>
            <p>%s</p>
            <a href="/">%s</a>
            </main>
            </body>
            </html>
            """;
}
