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
     * @param changes null when the project is replaced
     * @param project the whole one; may come with changes, so that reading begins there
     */
    record Kept(
            long authorId,
            @Nullable String editor,
            @Nullable String editId,
            @Nullable String title,
            @Nullable String slug,
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
                    project.bytes(),
                    null,
                    project);
        }

        static Kept renamed(long authorId, Revision texts, int bytes) {
            return new Kept(
                    authorId, null, null, texts.title(), texts.slug(), bytes, List.of(), null);
        }

        static Kept of(long authorId, Edit edit, List<Change> changes, OpenPage after) {
            return new Kept(
                    authorId,
                    edit.editor(),
                    edit.id(),
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
                        (page_id, version, author_id, editor, edit_id, saved_at, title, slug, bytes, changes, digest, project)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(pageId, version, event.authorId())
                .param(event.editor())
                .param(event.editId())
                .param(Timestamp.from(clock.instant()))
                .param(event.title())
                .param(event.slug())
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
    public List<Version> versions(long pageId, long ownerId, Paging paging) {
        return jdbc.sql(
                        """
                        select v.version, v.saved_at, v.author_id, v.bytes from page_events v
                        join pages p on p.id = v.page_id join sites s on s.service_id = p.service_id
                        where v.page_id = ? and s.owner_id = ? and v.version < ? order by v.version desc limit ?
                        """)
                .params(pageId, ownerId, paging.below(), paging.rows())
                .query((row, n) ->
                        new Version(
                                row.getLong("version"),
                                row.getTimestamp("saved_at").toInstant(),
                                row.getLong("author_id"),
                                row.getInt("bytes")))
                .list();
    }

    public record Version(long version, Instant savedAt, long authorId, int bytes) {}
}
