package io.jium.content;

import io.jium.content.Boards.Change;
import io.jium.content.Boards.NewBoard;
import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IfMatch;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Boards: a site's owner makes them, visitors see those that are active. */
@RestController
@RequestMapping("/content/boards")
class BoardController {

    private final Boards boards;
    private final KnownSites sites;
    private final FindingSites finding;

    BoardController(Boards boards, KnownSites sites, FindingSites finding) {
        this.boards = boards;
        this.sites = sites;
        this.finding = finding;
    }

    @GetMapping
    @Anonymous
    Listing<Board> list(@RequestParam("service_id") long serviceId, Paging paging) {
        var viewer = Viewer.current();
        if (viewer.isSignedIn()) {
            finding.find(serviceId);
        }
        if (!sites.isThere(serviceId)) {
            throw new NotFound();
        }
        return Listing.of(boards.of(serviceId, viewer, paging), paging, Board::id);
    }

    @PostMapping
    ResponseEntity<Board> add(@Valid @RequestBody Add wanted, Caller caller) {
        var board =
                new NewBoard(
                        wanted.name.strip(),
                        BoardSlug.checked(wanted.slug),
                        wanted.type == null ? BoardType.GENERAL : BoardType.of(wanted.type),
                        wanted.settings == null ? BoardSettings.NONE : wanted.settings.checked());
        finding.find(wanted.serviceId);
        return answer(HttpStatus.CREATED, boards.add(wanted.serviceId, caller.userId(), board));
    }

    @GetMapping("/{id}")
    @Anonymous
    ResponseEntity<Board> read(@PathVariable long id) {
        return answer(HttpStatus.OK, boards.find(id, Viewer.current()).orElseThrow(NotFound::new));
    }

    @PutMapping("/{id}")
    ResponseEntity<Board> change(
            @PathVariable long id, @Valid @RequestBody Save wanted, IfMatch seen, Caller caller) {
        var change =
                new Change(
                        wanted.name == null ? null : Texts.filled("name", wanted.name),
                        wanted.slug == null ? null : BoardSlug.checked(wanted.slug),
                        wanted.type == null ? null : BoardType.of(wanted.type),
                        wanted.settings == null ? null : wanted.settings.checked(),
                        wanted.isActive);
        return answer(HttpStatus.OK, boards.change(id, caller.userId(), seen.version(), change));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        boards.delete(id, caller.userId());
    }

    private static ResponseEntity<Board> answer(HttpStatus status, Board board) {
        return ResponseEntity.status(status).eTag(IfMatch.etag(board.version())).body(board);
    }

    record Add(
            @NotNull Long serviceId,
            @NotBlank @Size(max = 255) String name,
            @NotBlank @Size(max = 80) String slug,
            @Nullable String type,
            @Nullable BoardSettings settings) {}

    record Save(
            @Nullable @Size(max = 255) String name,
            @Nullable @Size(max = 80) String slug,
            @Nullable String type,
            @Nullable BoardSettings settings,
            @Nullable Boolean isActive) {}
}
