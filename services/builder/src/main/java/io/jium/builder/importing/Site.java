package io.jium.builder.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a site by their paths, its pages among them with the addresses they will have. */
final class Site {

    private static final List<String> HOME_NAMES =
            List.of(
                    "index.html",
                    "index.htm",
                    "index.xhtml",
                    "default.html",
                    "default.htm",
                    "home.html",
                    "home.htm",
                    "main.html",
                    "main.htm");

    private static final int MAX_FORWARDS = 5;

    private final Map<String, byte[]> files;
    private final Map<String, String> byLowerCase = new TreeMap<>();
    private final Map<String, String> slugs = new LinkedHashMap<>();
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> frameNames = new HashSet<>();
    private final Map<String, String> forwards = new HashMap<>();

    Site(Map<String, byte[]> unpacked) {
        files = withoutTopFolder(unpacked);
        files.keySet()
                .forEach(path -> byLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path));
        var pages = new ArrayList<>(files.keySet().stream().filter(MediaTypes::isPage).toList());
        pages.sort(
                Comparator.<String>comparingInt(Site::rank)
                        .thenComparingInt(path -> path.split("/").length)
                        .thenComparing(Comparator.naturalOrder()));
        pages.forEach(this::learn);
        if (!pages.isEmpty()) {
            // Whoever opened the site was sent on to this one.
            var home = forwarded(pages.getFirst());
            pages.remove(home);
            pages.addFirst(home);
        }
        pages.removeIf(page -> !forwarded(page).equals(page));
        var free = new Slugs();
        for (var page : pages) {
            slugs.put(page, slugs.isEmpty() ? Slugs.HOME : free.of(page));
        }
    }

    /** What a page says about the site as a whole. */
    private void learn(String page) {
        var html = Decoding.text(bytes(page));
        hosts.addAll(Hosts.named(html));
        frameNames.addAll(Frames.names(html));
        Forwards.target(html)
                .map(address -> address.replaceFirst("[?#].*$", ""))
                .filter(address -> !address.contains(":") && !address.startsWith("//"))
                .map(SitePaths::decoded)
                .flatMap(address ->
                        SitePaths.normal(
                                (address.startsWith("/") ? "" : SitePaths.folder(page)) + address))
                .flatMap(this::find)
                .filter(target -> MediaTypes.isPage(target) && !target.equals(page))
                .ifPresent(target -> forwards.put(page, target));
    }

    /** The page at which one ends up who opens a page; the same one unless it sends on. */
    private String forwarded(String page) {
        var current = page;
        for (int steps = 0; forwards.containsKey(current); steps++) {
            if (steps > MAX_FORWARDS) {
                return page;
            }
            current = String.valueOf(forwards.get(current));
        }
        return current;
    }

    /** The names of frames and framed pages, which links may call for. */
    Set<String> frameNames() {
        return frameNames;
    }

    /** The names under which its pages say they were reached, as {@link Hosts} writes them. */
    Set<String> hosts() {
        return hosts;
    }

    /** An archive of a folder has everything one level down. */
    private static Map<String, byte[]> withoutTopFolder(Map<String, byte[]> unpacked) {
        var current = unpacked;
        while (true) {
            var tops =
                    current.keySet().stream()
                            .map(path -> path.substring(0, path.indexOf('/') + 1))
                            .distinct()
                            .limit(2)
                            .toList();
            if (tops.size() != 1 || tops.getFirst().isEmpty()) {
                return current;
            }
            var stripped = new LinkedHashMap<String, byte[]>();
            current.forEach(
                    (path, bytes) -> stripped.put(path.substring(tops.getFirst().length()), bytes));
            current = stripped;
        }
    }

    /**
     * Which file is the home page: the one at the root that servers look for, or what comes
     * nearest.
     */
    private static int rank(String path) {
        int known = HOME_NAMES.indexOf(path.toLowerCase(Locale.ROOT));
        return known < 0 ? HOME_NAMES.size() : known;
    }

    /** Paths of the pages, the home page first, with their slugs; without those that send on. */
    Map<String, String> pages() {
        return slugs;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The texts of all style sheets that are files. */
    List<String> styleSheets() {
        return files.entrySet().stream()
                .filter(file -> MediaTypes.isStyleSheet(file.getKey()))
                .map(file -> Decoding.text(file.getValue()))
                .toList();
    }

    byte[] bytes(String path) {
        var bytes = files.get(path);
        return bytes == null ? new byte[0] : bytes;
    }

    /** The address of the page that is seen when this file is opened; empty for other files. */
    Optional<String> slug(String path) {
        return Optional.ofNullable(slugs.get(forwarded(path)));
    }

    /** The file that is meant, also when the case of letters differs, as it does on Windows. */
    Optional<String> find(String path) {
        var whole = Normalizer.normalize(path, Normalizer.Form.NFC);
        if (files.containsKey(whole)) {
            return Optional.of(whole);
        }
        return Optional.ofNullable(byLowerCase.get(whole.toLowerCase(Locale.ROOT)));
    }

    /** The page in a folder, or of a name without its ending. */
    Optional<String> findPage(String path) {
        var folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return find(folder + "index.html")
                .or(() -> find(folder + "index.htm"))
                .or(() ->
                        path.isEmpty() ? slugs.keySet().stream().findFirst() : find(path + ".html"))
                .filter(MediaTypes::isPage);
    }
}
