package io.jium.content;

import io.jium.contracts.content.PostCreated;
import io.jium.platform.events.Events;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts of boards. Methods that take an owner never see or touch another owner's rows; those that
 * take a viewer show what he may see.
 */
@Repository
class Posts {

    private static final int MOST_PER_BOARD = 10_000;
    private static final int LONGEST_EXCERPT = 200;

    private static final String COLUMNS =
            """
            select p.id, p.board_id, p.title, substring(p.plain_text, 1, 400) beginning, p.author_id,
                   u.name author_name, p.status, p.view_count, p.version, p.created_at, p.updated_at
            """;

    private static final String FROM =
            """
            from posts p join boards b on b.id = p.board_id join known_sites s on s.service_id = b.service_id
            left join known_users u on u.user_id = p.author_id
            """;

    private static final String ONE = COLUMNS + ", p.content " + FROM;
    private static final String MANY = COLUMNS + ", null content " + FROM;

    private static final String VISIBLE =
            """
            and s.owner_id is not null
            and (s.owner_id = :viewer or b.is_active = true and p.status = 'published')
            """;

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Posts(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    record NewPost(String title, RichText content, PostStatus status) {}

    /** Adds a post to a board of the owner, who is its author. */
    @Transactional
    public Post add(Board board, long ownerId, NewPost post) {
        refuseTooMany(board.id());
        var now = Timestamp.from(clock.instant());
        var id = new GeneratedKeyHolder();
        var added =
                jdbc.sql(
                                """
                                insert into posts
                                (board_id, title, content, plain_text, author_id, status, view_count, version, created_at,
                                updated_at)
                                select b.id, ?, ?, ?, ?, ?, 0, 1, ?, ?
                                from boards b join known_sites s on s.service_id = b.service_id
                                where b.id = ? and s.owner_id = ?
                                """)
                        .params(post.title, post.content.html(), post.content.text(), ownerId)
                        .params(post.status.key(), now, now, board.id(), ownerId)
                        .update(id, "id");
        if (added == 0) {
            throw new NotFound();
        }
        var postId = Objects.requireNonNull(id.getKey()).longValue();
        events.tell(new PostCreated(postId, board.id(), board.serviceId()));
        return find(postId, new Viewer(ownerId)).orElseThrow();
    }

    private void refuseTooMany(long boardId) {
        var count =
                jdbc.sql("select count(*) from posts where board_id = ?")
                        .param(boardId)
                        .query(Integer.class)
                        .single();
        if (count >= MOST_PER_BOARD) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", MOST_PER_BOARD);
        }
    }

    /** What is to be other than it is; null leaves as it is. */
    record Change(@Nullable String title, @Nullable RichText content, @Nullable PostStatus status) {

        private boolean changes(Post post) {
            return (title != null && !title.equals(post.title()))
                    || (content != null && !content.html().equals(post.content()))
                    || (status != null && status != post.status());
        }
    }

    /**
     * Changes a post upon the version that was seen. What changes nothing (a doubled request)
     * succeeds whatever its version; any other change upon an old one is refused.
     */
    @Transactional
    public Post change(long id, long ownerId, long seen, Change change) {
        var current = held(id, ownerId);
        if (!change.changes(current)) {
            return current;
        }
        if (current.version() != seen) {
            throw new StaleVersion(current.version(), current);
        }
        jdbc.sql(
                        """
                        update posts set title = coalesce(?, title), content = coalesce(?, content),
                        plain_text = coalesce(?, plain_text), status = coalesce(?, status), version = version + 1,
                        updated_at = ? where id = ?
                        """)
                .param(change.title)
                .param(change.content == null ? null : change.content.html())
                .param(change.content == null ? null : change.content.text())
                .param(change.status == null ? null : change.status.key())
                .params(Timestamp.from(clock.instant()), id)
                .update();
        return find(id, new Viewer(ownerId)).orElseThrow();
    }

    private Post held(long id, long ownerId) {
        return jdbc.sql(
                        """
                        select p.id from posts p join boards b on b.id = p.board_id
                        join known_sites s on s.service_id = b.service_id
                        where p.id = ? and s.owner_id = ? for update
                        """)
                .params(id, ownerId)
                .query(Long.class)
                .optional()
                .flatMap(held -> find(held, new Viewer(ownerId)))
                .orElseThrow(NotFound::new);
    }

    void delete(long id, long ownerId) {
        var deleted =
                jdbc.sql(
                                """
                                delete from posts where id = ? and board_id in
                                (select b.id from boards b join known_sites s on s.service_id = b.service_id
                                where s.owner_id = ?)
                                """)
                        .params(id, ownerId)
                        .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }

    Optional<Post> find(long id, Viewer viewer) {
        return jdbc.sql(ONE + "where p.id = :id " + VISIBLE)
                .param("id", id)
                .param("viewer", viewer.userId())
                .query(Posts::post)
                .optional();
    }

    /**
     * Posts of a board in its order.
     *
     * @param words found in titles and contents; null for all posts
     */
    List<Post> of(
            Board board,
            Viewer viewer,
            @Nullable PostStatus status,
            @Nullable String words,
            Paging paging) {
        var oldestFirst = board.settings().beginsWithOldest();
        return jdbc.sql(
                        MANY
                                + "where p.board_id = :board "
                                + VISIBLE
                                + (status == null ? "" : "and p.status = :status ")
                                + (words == null
                                        ? ""
                                        : """
                                        and (lower(p.title) like :words escape '!'
                                        or lower(p.plain_text) like :words escape '!')
                                        """)
                                + (oldestFirst
                                        ? "and p.id > :beyond order by p.id "
                                        : "and p.id < :beyond order by p.id desc ")
                                + "limit :rows")
                .param("board", board.id())
                .param("viewer", viewer.userId())
                .param("status", status == null ? null : status.key())
                .param("words", words == null ? null : containing(words))
                .param("beyond", oldestFirst ? paging.above() : paging.below())
                .param("rows", paging.rows())
                .query(Posts::post)
                .list();
    }

    private static String containing(String words) {
        return "%"
                + words.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }

    /** Adds to the count of views. That is no change of the post: its version and time stay. */
    void addViews(long id, int more) {
        jdbc.sql(
                        "update posts set view_count = view_count + ?, updated_at = updated_at where id = ?")
                .params(more, id)
                .update();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getLong("id"),
                row.getLong("board_id"),
                row.getString("title"),
                row.getString("content"),
                RichText.beginning(row.getString("beginning"), LONGEST_EXCERPT),
                row.getLong("author_id"),
                row.getString("author_name"),
                PostStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("view_count"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
