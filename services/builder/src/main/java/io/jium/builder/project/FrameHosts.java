package io.jium.builder.project;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose pages may be shown in a frame: players, maps and forms people put into sites. */
final class FrameHosts {

    private static final Set<String> HOSTS =
            Elements.words(
                    """
                    www.youtube.com youtube.com www.youtube-nocookie.com player.vimeo.com maps.google.com
                    calendar.google.com docs.google.com drive.google.com map.naver.com tv.naver.com naver.me
                    form.naver.com map.kakao.com tv.kakao.com play-tv.kakao.com www.openstreetmap.org
                    open.spotify.com w.soundcloud.com embed.music.apple.com www.instagram.com
                    www.facebook.com player.twitch.tv player.bilibili.com www.tiktok.com codepen.io
                    www.slideshare.net calendly.com tally.so form.typeform.com maps.google.co.kr map.daum.net dmaps.daum.net
                    serviceapi.nmv.naver.com www.dailymotion.com geo.dailymotion.com fast.wistia.net
                    """);

    /** Hosts of which only one corner is meant to be framed. */
    private static final Map<String, String> PATHS =
            Map.of("www.google.com", "/maps", "www.google.co.kr", "/maps");

    private FrameHosts() {}

    /** The address over https, or null when nobody we know answers there. */
    static @Nullable String frame(String address) {
        var checked = Addresses.picture(address);
        if (checked == null) {
            return null;
        }
        var absolute =
                checked.startsWith("//")
                        ? "https:" + checked
                        : checked.replaceFirst("^(?i:http)://", "https://");
        if (!absolute.regionMatches(true, 0, "https://", 0, 8)) {
            return null;
        }
        int end = 8;
        while (end < absolute.length() && "/?#\\".indexOf(absolute.charAt(end)) < 0) {
            end++;
        }
        var host = host(absolute.substring(0, end));
        var path = PATHS.get(host);
        boolean known = HOSTS.contains(host) || (path != null && absolute.startsWith(path, end));
        return known ? absolute : null;
    }

    /**
     * Read from the part before the path alone, for the rest may hold characters that no URI may.
     */
    private static String host(String origin) {
        try {
            var uri = new URI(origin);
            var plain = uri.getUserInfo() == null && uri.getPort() < 0;
            return plain && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : "";
        } catch (URISyntaxException unreadable) {
            return "";
        }
    }
}
