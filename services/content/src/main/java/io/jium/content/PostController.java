package io.jium.content;

import io.jium.content.Posts.Change;
import io.jium.content.Posts.NewPost;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts: a site's owner writes them, visitors read published ones of active boards. */
@RestController
@RequestMapping("/content")
class PostController {

    private static final int LONGEST_CONTENT = 200_000;
    private static final int LONGEST_SEARCH = 100;

    private final Boards boards;
    private final Posts posts;
    private final CountingViews views;

    PostController(Boards boards, Posts posts, CountingViews views) {
        this.boards = boards;
        this.posts = posts;
        this.views = views;
    }

    @GetMapping("/boards/{id}/posts")
    @Anonymous
    Listing<Post> list(
            @PathVariable long id,
            @Nullable @RequestParam(required = false) String status,
            @Nullable @RequestParam(required = false) String q,
            Paging paging) {
        var viewer = Viewer.current();
        var board = boards.find(id, viewer).orElseThrow(NotFound::new);
        var wanted = status == null || status.isEmpty() ? null : PostStatus.of(status);
        var rows = posts.of(board, viewer, wanted, searched(q), paging);
        return Listing.of(rows, paging, Post::id).map(post -> shown(post, board, viewer));
    }

    private static @Nullable String searched(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_SEARCH) {
            throw InvalidFields.of("q", "size", 0, LONGEST_SEARCH);
        }
        return q.strip();
    }

    @PostMapping("/boards/{id}/posts")
    ResponseEntity<Post> add(@PathVariable long id, @Valid @RequestBody Add wanted, Caller caller) {
        var owner = new Viewer(caller.userId());
        var board = boards.find(id, owner).filter(owner::owns).orElseThrow(NotFound::new);
        var post =
                new NewPost(
                        wanted.title.strip(),
                        RichText.of(wanted.content == null ? "" : wanted.content),
                        wanted.status == null ? PostStatus.DRAFT : PostStatus.of(wanted.status));
        return answer(HttpStatus.CREATED, posts.add(board, caller.userId(), post));
    }

    @GetMapping("/posts/{id}")
    @Anonymous
    ResponseEntity<Post> read(@PathVariable long id) {
        var viewer = Viewer.current();
        var post = posts.find(id, viewer).orElseThrow(NotFound::new);
        var board = boards.find(post.boardId(), viewer).orElseThrow(NotFound::new);
        if (!viewer.owns(board)) {
            views.seen(id);
        }
        return answer(HttpStatus.OK, shown(post, board, viewer));
    }

    @PutMapping("/posts/{id}")
    ResponseEntity<Post> change(
            @PathVariable long id, @Valid @RequestBody Save wanted, IfMatch seen, Caller caller) {
        var change =
                new Change(
                        wanted.title == null ? null : Texts.filled("title", wanted.title),
                        wanted.content == null ? null : RichText.of(wanted.content),
                        wanted.status == null ? null : PostStatus.of(wanted.status));
        return answer(HttpStatus.OK, posts.change(id, caller.userId(), seen.version(), change));
    }

    @DeleteMapping("/posts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        posts.delete(id, caller.userId());
    }

    private static Post shown(Post post, Board board, Viewer viewer) {
        return viewer.owns(board) ? post : post.asShownOn(board.settings());
    }

    private static ResponseEntity<Post> answer(HttpStatus status, Post post) {
        return ResponseEntity.status(status).eTag(IfMatch.etag(post.version())).body(post);
    }

    /**
     * @param content HTML
     */
    record Add(
            @NotBlank @Size(max = 255) String title,
            @Nullable @Size(max = LONGEST_CONTENT) String content,
            @Nullable String status) {}

    /**
     * @param content HTML
     */
    record Save(
            @Nullable @Size(max = 255) String title,
            @Nullable @Size(max = LONGEST_CONTENT) String content,
            @Nullable String status) {}
}
