package io.jium.builder.asset;

import io.jium.builder.asset.SitePicture.Variant;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which pictures have smaller ones, and which are still to get them. */
@Repository
public class Pictures {

    /** After that another process, or the next start, tries again. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** A picture that ends the process shall not end it for ever. */
    private static final int MOST_ATTEMPTS = 5;

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a picture whose variants are to be made; entering it again changes nothing. */
    void enter(String sha256) {
        var known =
                jdbc.sql("select count(*) from pictures where sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single();
        if (known > 0) {
            return;
        }
        try {
            jdbc.sql("insert into pictures (sha256, due_at) values (?, ?)")
                    .params(sha256, Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException entered) {
            // Somebody else uploads the same at this moment.
        }
    }

    /** The next picture that is due: for this process alone, for a while. */
    Optional<String> claim() {
        while (true) {
            var now = clock.instant();
            var due =
                    jdbc.sql(
                                    """
                                    select sha256, due_at from pictures where due_at <= ? and attempts < ?
                                    order by due_at limit 1
                                    """)
                            .params(Timestamp.from(now), MOST_ATTEMPTS)
                            .query((row, n) ->
                                    Map.entry(row.getString("sha256"), row.getTimestamp("due_at")))
                            .optional();
            if (due.isEmpty()) {
                return Optional.empty();
            }
            var claimed =
                    jdbc.sql(
                                    """
                                    update pictures set due_at = ?, attempts = attempts + 1
                                    where sha256 = ? and due_at = ?
                                    """)
                            .params(Timestamp.from(now.plus(LEASE)))
                            .params(due.get().getKey(), due.get().getValue())
                            .update();
            if (claimed > 0) {
                return Optional.of(due.get().getKey());
            }
        }
    }

    /** A variant whose bytes are kept. */
    record Made(int width, int height, String sha256, long bytes) {}

    /** The picture has its variants now; its size is told, too, as it is upright. */
    @Transactional
    public void made(String sha256, int width, int height, List<Made> variants) {
        jdbc.sql("delete from picture_variants where sha256 = ?").param(sha256).update();
        for (var made : variants) {
            jdbc.sql(
                            """
                            insert into picture_variants (sha256, width, height, variant_sha256, bytes)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(sha256, made.width, made.height, made.sha256, made.bytes)
                    .update();
        }
        jdbc.sql("update assets set width = ?, height = ? where sha256 = ? and site_path is null")
                .params(width, height, sha256)
                .update();
        jdbc.sql("update pictures set due_at = null where sha256 = ?").param(sha256).update();
    }

    /** Never to be tried again. */
    void giveUp(String sha256) {
        jdbc.sql("update pictures set due_at = null where sha256 = ?").param(sha256).update();
    }

    /** The bytes of a variant, if these are one's. */
    public Optional<Long> variantBytes(String sha256) {
        return jdbc.sql("select bytes from picture_variants where variant_sha256 = ? limit 1")
                .param(sha256)
                .query(Long.class)
                .optional();
    }

    /** Whether a site has pictures that wait for their variants. */
    boolean isAnyDue(long serviceId) {
        return jdbc.sql(
                                """
                                select count(*) from pictures p join assets a on a.sha256 = p.sha256
                                where a.service_id = ? and p.due_at is not null and p.attempts < ?
                                """)
                        .params(serviceId, MOST_ATTEMPTS)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The pictures among a site's uploads that have these bytes. What it was imported with is not
     * among them: that stays as it came.
     */
    public Map<String, SitePicture> of(long serviceId, Collection<String> sha256s) {
        var all = List.copyOf(sha256s);
        var found = new HashMap<String, SitePicture>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            find(serviceId, some, found);
        }
        return found;
    }

    private void find(long serviceId, List<String> some, Map<String, SitePicture> found) {
        var variants = variants(some);
        jdbc.sql(
                        """
                        select a.sha256, a.name, a.width, a.height, a.alt, a.focal_x, a.focal_y from assets a
                        where a.service_id = :site and a.sha256 in (:sha256s) and a.site_path is null
                        and a.width is not null and a.media_type like 'image/%' order by a.id desc
                        """)
                .param("site", serviceId)
                .param("sha256s", some)
                .query(row -> {
                    var sha256 = row.getString("sha256");
                    var name = row.getString("name");
                    found.put(
                            sha256,
                            new SitePicture(
                                    sha256,
                                    FileAddress.of(sha256, name),
                                    row.getInt("width"),
                                    row.getInt("height"),
                                    row.getString("alt"),
                                    new FocalPoint(row.getInt("focal_x"), row.getInt("focal_y")),
                                    named(variants.getOrDefault(sha256, List.of()), name)));
                });
    }

    private static List<Variant> named(List<Made> variants, String name) {
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return variants.stream()
                .map(made ->
                        new Variant(
                                FileAddress.of(
                                        made.sha256, "%s-%d.webp".formatted(stem, made.width)),
                                made.width,
                                made.height,
                                made.bytes))
                .toList();
    }

    private Map<String, List<Made>> variants(List<String> sha256s) {
        var found = new HashMap<String, List<Made>>();
        jdbc.sql(
                        """
                        select sha256, width, height, variant_sha256, bytes from picture_variants
                        where sha256 in (:sha256s) order by width
                        """)
                .param("sha256s", sha256s)
                .query(row -> {
                    found.computeIfAbsent(row.getString("sha256"), _ -> new ArrayList<>())
                            .add(
                                    new Made(
                                            row.getInt("width"),
                                            row.getInt("height"),
                                            row.getString("variant_sha256"),
                                            row.getLong("bytes")));
                });
        return found;
    }
}
