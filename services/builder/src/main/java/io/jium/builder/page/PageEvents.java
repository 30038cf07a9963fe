package io.jium.builder.page;

import io.jium.builder.change.Change;
import io.jium.builder.change.PageDocument;
import io.jium.builder.page.Pages.NewPage;
import io.jium.builder.page.Pages.Revision;
import io.jium.platform.problem.NotFound;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to pages: each save is one event, and a page's project at a version is the last
 * whole one before it with the changes since.
 */
@Repository
public class PageEvents {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private static final String VERSIONS =
            """
            select version, saved_at, author_id, editor, bytes, name, title, slug, restored_version
            from page_events where page_id = ?
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PageEvents(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is kept of an event; of title and address, what it changed.
     *
     * @param editId the editor's own name for it
     * @param restored the version that was brought back
     * @param changes null when the project is replaced
     * @param project the whole one; may come with changes, so that reading begins there
     */
    record Kept(
            long authorId,
            @Nullable String editor,
            @Nullable String editId,
            @Nullable String title,
            @Nullable String slug,
            @Nullable Long restored,
            int bytes,
            @Nullable List<Change> changes,
            @Nullable StoredProject project) {

        static Kept of(long authorId, NewPage page) {
            return of(authorId, new Revision(page.title(), page.slug(), page.project()));
        }

        static Kept of(long authorId, Revision whole) {
            var project = Objects.requireNonNull(whole.project());
            return new Kept(
                    authorId,
                    null,
                    null,
                    whole.title(),
                    whole.slug(),
                    whole.restored(),
                    project.bytes(),
                    null,
                    project);
        }

        static Kept renamed(long authorId, Revision texts, int bytes) {
            return new Kept(
                    authorId,
                    null,
                    null,
                    texts.title(),
                    texts.slug(),
                    texts.restored(),
                    bytes,
                    List.of(),
                    null);
        }

        static Kept of(long authorId, Edit edit, List<Change> changes, OpenPage after) {
            return new Kept(
                    authorId,
                    edit.editor(),
                    edit.id(),
                    null,
                    null,
                    null,
                    after.bytes(),
                    changes,
                    after.isKeptWhole() ? StoredProject.of(after.document().toBytes()) : null);
        }
    }

    void append(long pageId, long version, Kept event) {
        var project = event.project();
        jdbc.sql(
                        """
                        insert into page_events
                        (page_id, version, author_id, editor, edit_id, saved_at, title, slug, restored_version,
                        bytes, changes, digest, project)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(pageId, version, event.authorId())
                .param(event.editor())
                .param(event.editId())
                .param(Timestamp.from(clock.instant()))
                .param(event.title())
                .param(event.slug())
                .param(event.restored())
                .param(event.bytes())
                .param(event.changes() == null ? null : Zstd.compress(written(event.changes())))
                .param(project == null ? null : project.digest())
                .param(project == null ? null : project.compressed())
                .update();
    }

    /** Whether a request that is known by this name was carried out. */
    boolean isMade(long pageId, String editId) {
        return jdbc.sql("select count(*) from page_events where page_id = ? and edit_id = ?")
                        .params(pageId, editId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * What happened after a version, in its order, at most {@code limit} of it. In a transaction:
     * its end waits until what it saw is on the disk, so that no editor goes on from what a crash
     * takes back.
     */
    @Transactional
    public List<PageEvent> since(long pageId, long version, int limit) {
        return jdbc.sql(
                        """
                        select version, author_id, editor, edit_id, saved_at, changes from page_events
                        where page_id = ? and version > ? order by version limit ?
                        """)
                .params(pageId, version, limit)
                .query(this::event)
                .list();
    }

    private PageEvent event(ResultSet row, int number) throws SQLException {
        var author = row.getLong("author_id");
        var changes = row.getBytes("changes");
        return new PageEvent(
                row.getLong("version"),
                row.wasNull() ? null : author,
                row.getString("editor"),
                row.getString("edit_id"),
                row.getTimestamp("saved_at").toInstant(),
                changes == null ? null : read(changes));
    }

    /** Of changes as JSON, in bytes. */
    int size(List<Change> changes) {
        return written(changes).length;
    }

    private byte[] written(List<Change> changes) {
        return json.writerFor(CHANGES).writeValueAsBytes(changes);
    }

    private List<Change> read(byte[] changes) {
        return json.readValue(Zstd.decompress(changes), CHANGES);
    }

    private record Layer(
            long version,
            byte @Nullable [] project,
            @Nullable String digest,
            int bytes,
            byte @Nullable [] changes) {}

    /** The project as it was at a version. */
    public StoredProject project(long pageId, long version) {
        var layers = layers(pageId, version);
        var first = layers.getFirst();
        if (layers.size() == 1 && first.digest() != null && first.project() != null) {
            return new StoredProject(first.digest(), first.bytes(), first.project());
        }
        return StoredProject.of(folded(layers).toBytes());
    }

    /** The same for an editor, which goes on from it: as {@link #since}, on the disk. */
    @Transactional
    public StoredProject projectToEdit(long pageId, long version) {
        return project(pageId, version);
    }

    /** The same to go on with. */
    OpenPage open(long pageId, long version) {
        var layers = layers(pageId, version);
        return new OpenPage(version, folded(layers), layers.getLast().bytes(), layers.size() - 1);
    }

    private PageDocument folded(List<Layer> layers) {
        var whole = layers.getFirst().project();
        if (whole == null) {
            throw new IllegalStateException("A page begins with a whole project");
        }
        var document = PageDocument.of(Zstd.decompress(whole));
        for (var layer : layers.subList(1, layers.size())) {
            if (layer.changes() != null) {
                document.replay(read(layer.changes()));
            }
        }
        return document;
    }

    /** The last whole project, then the changes since. */
    private List<Layer> layers(long pageId, long version) {
        var layers =
                jdbc.sql(
                                """
                                select version, digest, bytes, project, changes from page_events
                                where page_id = ? and version <= ? and version >=
                                (select max(version) from page_events
                                where page_id = ? and version <= ? and project is not null)
                                order by version
                                """)
                        .params(pageId, version, pageId, version)
                        .query((row, n) ->
                                new Layer(
                                        row.getLong("version"),
                                        row.getBytes("project"),
                                        row.getString("digest"),
                                        row.getInt("bytes"),
                                        row.getBytes("changes")))
                        .list();
        if (layers.isEmpty() || layers.getLast().version() != version) {
            throw new NotFound();
        }
        return layers;
    }

    /** Of the project at a version, as far as is known. */
    int bytes(long pageId, long version) {
        return jdbc.sql("select bytes from page_events where page_id = ? and version = ?")
                .params(pageId, version)
                .query(Integer.class)
                .single();
    }

    /** The digest of a project that was kept whole. */
    Optional<String> digest(long pageId, long version) {
        return jdbc.sql("select digest from page_events where page_id = ? and version = ?")
                .params(pageId, version)
                .query((row, n) -> Optional.ofNullable(row.getString("digest")))
                .single();
    }

    /** Saved states of a page, newest first. */
    public List<Version> versions(long pageId, Paging paging) {
        return jdbc.sql(VERSIONS + "and version < ? order by version desc limit ?")
                .params(pageId, paging.below(), paging.rows())
                .query(PageEvents::version)
                .list();
    }

    /** One saved state. */
    public Version version(long pageId, long version) {
        return jdbc.sql(VERSIONS + "and version = ?")
                .params(pageId, version)
                .query(PageEvents::version)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Names a saved state, which is never thinned away then.
     *
     * @param name null takes the name away
     */
    public void name(long pageId, long version, @Nullable String name) {
        var named =
                jdbc.sql("update page_events set name = ? where page_id = ? and version = ?")
                        .param(name)
                        .params(pageId, version)
                        .update();
        if (named == 0) {
            throw new NotFound();
        }
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        var restored = row.getLong("restored_version");
        return new Version(
                row.getLong("version"),
                row.getTimestamp("saved_at").toInstant(),
                row.getLong("author_id"),
                row.getString("editor"),
                row.getInt("bytes"),
                row.getString("name"),
                row.getString("title"),
                row.getString("slug"),
                restored == 0 ? null : restored);
    }

    /**
     * A saved state.
     *
     * @param editor the window it came from; null for what did not come from an editor
     * @param name given by a person
     * @param title when it was changed then
     * @param slug when it was changed then
     * @param restoredVersion the one that was brought back then
     */
    public record Version(
            long version,
            Instant savedAt,
            long authorId,
            @Nullable String editor,
            int bytes,
            @Nullable String name,
            @Nullable String title,
            @Nullable String slug,
            @Nullable Long restoredVersion) {}

    /** How a page was called, and where it was, at a version. */
    Texts texts(long pageId, long version) {
        return new Texts(latest(pageId, version, "title"), latest(pageId, version, "slug"));
    }

    record Texts(String title, String slug) {}

    private String latest(long pageId, long version, String column) {
        return jdbc.sql(
                        """
                        select %1$s from page_events where page_id = ? and version <= ? and %1$s is not null
                        order by version desc limit 1
                        """
                                .formatted(column))
                .params(pageId, version)
                .query(String.class)
                .single();
    }

    /** The version a page had at a time; empty when it was not there yet. */
    OptionalLong versionAt(long pageId, Instant time) {
        return jdbc
                .sql(
                        "select version from page_events where page_id = ? and saved_at <= ? order by version desc limit 1")
                .params(pageId, Timestamp.from(time))
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
