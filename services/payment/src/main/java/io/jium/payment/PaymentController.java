package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import io.jium.payment.OwnedSites.Subscription;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans, sites and subscriptions, as the customer sees them. */
@RestController
@RequestMapping("/payment")
class PaymentController {

    private final OwnedSites owned;
    private final OpeningSites opening;
    private final SiteAddresses addresses;
    private final Problems texts;

    PaymentController(
            OwnedSites owned, OpeningSites opening, SiteAddresses addresses, Problems texts) {
        this.owned = owned;
        this.opening = opening;
        this.addresses = addresses;
        this.texts = texts;
    }

    @GetMapping("/plans")
    @Anonymous
    Listing<Plan.View> plans(HttpServletRequest request) {
        var language = Problems.language(request);
        return Listing.whole(
                Arrays.stream(Plan.values())
                        .map(plan -> plan.view(texts.text("plan." + plan.key(), language)))
                        .toList());
    }

    @GetMapping("/slugs/{slug}")
    Availability availability(@PathVariable String slug) {
        var refusal = Slug.refusal(slug).orElseGet(() -> owned.isTaken(slug) ? "taken" : null);
        return new Availability(slug, refusal == null, refusal);
    }

    @GetMapping("/services")
    Listing<ServiceView> services(Caller caller, Paging paging) {
        return Listing.of(owned.ownedBy(caller.userId(), paging), paging, Site::id).map(this::view);
    }

    @GetMapping("/services/{id}")
    ServiceView service(@PathVariable long id, Caller caller) {
        return view(owned.find(id, caller.userId()).orElseThrow(NotFound::new));
    }

    @GetMapping("/subscriptions")
    Listing<Subscription> subscriptions(Caller caller, Paging paging) {
        return Listing.of(owned.subscriptions(caller.userId(), paging), paging, Subscription::id);
    }

    @PostMapping("/subscribe")
    @ResponseStatus(HttpStatus.CREATED)
    Opened subscribe(
            @Valid @RequestBody Subscribe order, Caller caller, HttpServletRequest request) {
        Slug.refusal(order.service.slug)
                .ifPresent(code -> {
                    throw InvalidFields.of("service.slug", code);
                });
        var language = Problems.language(request).getLanguage();
        var site =
                opening.open(
                        caller.userId(),
                        order.service.name.strip(),
                        order.service.slug,
                        order.plan(),
                        order.templateId,
                        language);
        return new Opened(view(site), owned.subscription(site.id()), null);
    }

    private ServiceView view(Site site) {
        return new ServiceView(
                site.id(),
                site.userId(),
                site.name(),
                site.slug(),
                addresses.of(site),
                site.domain(),
                site.status(),
                site.planType(),
                site.createdAt());
    }

    record Availability(String slug, boolean available, @Nullable String reason) {}

    record Subscribe(
            @NotBlank String planType,
            @Valid @NotNull NewService service,
            @Nullable @Positive Long templateId) {

        Plan plan() {
            return Arrays.stream(Plan.values())
                    .filter(plan -> plan.key().equals(planType))
                    .findFirst()
                    .orElseThrow(() -> InvalidFields.of("plan_type", "unknown"));
        }
    }

    record NewService(@NotBlank @Size(min = 1, max = 100) String name, @NotBlank String slug) {}

    record Opened(ServiceView service, Subscription subscription, @Nullable Object payment) {}

    record ServiceView(
            long id,
            long userId,
            String name,
            String slug,
            String url,
            @Nullable String domain,
            String status,
            String planType,
            Instant createdAt) {}
}
