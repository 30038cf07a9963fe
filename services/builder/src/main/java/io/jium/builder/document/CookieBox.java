package io.jium.builder.document;

import io.jium.builder.site.CookieNotice;
import java.util.Objects;

/**
 * The notice about cookies on a page. Without scripts it stays hidden, for nobody could close it;
 * where nothing can be remembered it is shown each time.
 */
final class CookieBox {

    private static final String BOX =
            """
            <section class="jium-cookies" aria-label="%s" hidden>
            <p>%s%s</p>
            <button type="button">%s</button>
            </section>
            <style>
            .jium-cookies{position:fixed;z-index:2147483000;right:16px;bottom:16px;left:16px;display:flex;flex-wrap:wrap;align-items:center;gap:12px 20px;\
            max-width:560px;margin:0 auto;padding:18px 20px;border-radius:14px;background:#1f1d1a;color:#faf9f7;\
            font:15px/1.6 system-ui,-apple-system,"Apple SD Gothic Neo","Noto Sans KR",sans-serif;word-break:keep-all;box-shadow:0 12px 40px rgba(0,0,0,.28)}
            .jium-cookies[hidden]{display:none}
            .jium-cookies p{flex:1 1 260px;margin:0}
            .jium-cookies a{color:inherit}
            .jium-cookies button{min-height:44px;padding:0 20px;border:0;border-radius:10px;background:#faf9f7;color:#1f1d1a;font:inherit;font-weight:600;cursor:pointer}
            .jium-cookies :focus-visible{outline:3px solid #f0a35e;outline-offset:2px}
            @media print{.jium-cookies{display:none}}
            </style>
            <script>
            (function(){var box=document.querySelector('.jium-cookies'),seen='%s';
            try{if(localStorage.getItem('jium-cookies')===seen)return}catch(e){}
            box.hidden=false;
            box.querySelector('button').addEventListener('click',function(){box.hidden=true;try{localStorage.setItem('jium-cookies',seen)}catch(e){}})})();
            </script>
            """;

    private CookieBox() {}

    /**
     * @param locale {@code ko} or {@code en}
     */
    static String html(CookieNotice notice, String locale) {
        var english = locale.equals("en");
        var own = Objects.requireNonNullElse(notice.text(), "").strip();
        var usual =
                english
                        ? "This site uses cookies to work properly and to see how it is used."
                        : "이 사이트는 원활하게 보여 드리고 이용 현황을 알아보려고 쿠키를 사용해요.";
        var text = own.isEmpty() ? usual : own;
        var url = Objects.requireNonNullElse(notice.policyUrl(), "").strip();
        var link =
                url.isEmpty()
                        ? ""
                        : " <a href=\"%s\">%s</a>"
                                .formatted(Html.escape(url), english ? "Learn more" : "자세히 보기");
        return BOX.formatted(
                english ? "About cookies" : "쿠키 안내",
                Html.escape(text).replace("\n", "<br>"),
                link,
                english ? "Got it" : "확인",
                // Whoever has read other words has not read these.
                Integer.toHexString((text + url).hashCode()));
    }
}
