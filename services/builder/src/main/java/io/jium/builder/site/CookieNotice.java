package io.jium.builder.site;

import io.jium.platform.problem.InvalidFields;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a site tells its visitors about cookies.
 *
 * @param text null or blank for the usual words in the site's language
 * @param policyUrl where more is said: a path of the site or an https address
 */
public record CookieNotice(boolean enabled, @Nullable String text, @Nullable String policyUrl) {

    void check() {
        SiteSettings.Settings.refuseLong("cookie_notice.text", text, 500);
        SiteSettings.Settings.refuseLong("cookie_notice.policy_url", policyUrl, 500);
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw InvalidFields.of("cookie_notice.text", "invalid");
        }
        if (policyUrl != null && !policyUrl.isBlank() && !isAddress(policyUrl.strip())) {
            throw InvalidFields.of("cookie_notice.policy_url", "invalid");
        }
    }

    private static boolean isAddress(String url) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(url)) {
            return false;
        }
        if (url.startsWith("/")) {
            return !url.startsWith("//") && !url.startsWith("/\\");
        }
        try {
            var address = URI.create(url);
            return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
