package io.jium.platform.saga;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.saga.Run.Status;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sagas, for operators: to look at, and to have go on what is stuck once it is mended. */
@RestController
@AdminOnly
@RequestMapping("/${jium.service}/sagas")
class SagasController {

    private final SagaRows rows;
    private final Sagas sagas;

    SagasController(SagaRows rows, Sagas sagas) {
        this.rows = rows;
        this.sagas = sagas;
    }

    /**
     * @param status {@code running}, {@code done}, {@code undone} or {@code stuck}
     */
    @GetMapping
    Listing<SagaView> list(@RequestParam(defaultValue = "stuck") String status, Paging paging) {
        var wanted =
                Arrays.stream(Status.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(status))
                        .findFirst()
                        .orElseThrow(() -> InvalidFields.of("status", "unknown"));
        return Listing.of(rows.list(wanted, paging.below(), paging.rows()), paging, SagaView::id);
    }

    /** Answers how it stands then. */
    @PostMapping("/{id}/retry")
    SagaView retry(@PathVariable long id) {
        sagas.retry(id);
        return rows.view(id).orElseThrow(NotFound::new);
    }
}
