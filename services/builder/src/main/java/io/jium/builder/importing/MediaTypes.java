package io.jium.builder.importing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which files of a site are taken over, and as what. */
final class MediaTypes {

    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("avif", "image/avif"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("bmp", "image/bmp"),
                    Map.entry("woff", "font/woff"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("ttf", "font/ttf"),
                    Map.entry("otf", "font/otf"),
                    Map.entry("eot", "application/vnd.ms-fontobject"),
                    Map.entry("css", "text/css"),
                    Map.entry("js", "text/javascript"),
                    Map.entry("mjs", "text/javascript"),
                    Map.entry("json", "application/json"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("vtt", "text/vtt"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("mov", "video/quicktime"),
                    Map.entry("ogv", "video/ogg"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("hwp", "application/x-hwp"),
                    Map.entry("hwpx", "application/hwp+zip"),
                    Map.entry("doc", "application/msword"),
                    Map.entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Map.entry("xls", "application/vnd.ms-excel"),
                    Map.entry(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Map.entry("ppt", "application/vnd.ms-powerpoint"),
                    Map.entry(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    private MediaTypes() {}

    static Optional<String> of(String path) {
        return Optional.ofNullable(BY_ENDING.get(ending(path)));
    }

    static boolean isPage(String path) {
        return switch (ending(path)) {
            case "html", "htm", "xhtml" -> true;
            default -> false;
        };
    }

    static boolean isStyleSheet(String path) {
        return ending(path).equals("css");
    }

    private static String ending(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
