package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import io.jium.payment.OwnedSites.Subscription;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.security.AdminOnly;
import io.jium.platform.security.Anonymous;
import io.jium.platform.security.Caller;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans, sites and subscriptions, as the customer sees them. */
@RestController
@RequestMapping("/payment")
class PaymentController {

    private final OwnedSites owned;
    private final OpeningSites opening;
    private final DeletingSites deleting;
    private final SettingSitesAside settingAside;
    private final SiteAddresses addresses;
    private final Problems texts;

    PaymentController(
            OwnedSites owned,
            OpeningSites opening,
            DeletingSites deleting,
            SettingSitesAside settingAside,
            SiteAddresses addresses,
            Problems texts) {
        this.owned = owned;
        this.opening = opening;
        this.deleting = deleting;
        this.settingAside = settingAside;
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

    /** Those in use, unless it asks for archived or trashed ones. */
    @GetMapping("/services")
    Listing<ServiceView> services(
            @RequestParam(name = "status", required = false) @Nullable String status,
            Caller caller,
            Paging paging) {
        var found =
                status == null
                        ? owned.ownedBy(caller.userId(), paging)
                        : owned.setAsideBy(caller.userId(), SetAside.of(status), paging);
        return Listing.of(found, paging, Site::id).map(this::view);
    }

    /** Visitors do not see it, and it is not among the sites in use, until it is brought back. */
    @PostMapping("/services/{id}/archive")
    ServiceView archive(@PathVariable long id, Caller caller) {
        return move(id, caller, SetAside.ARCHIVED.status());
    }

    /** The same; after 30 days it is deleted. */
    @PostMapping("/services/{id}/trash")
    ServiceView trash(@PathVariable long id, Caller caller) {
        return move(id, caller, SetAside.TRASHED.status());
    }

    @PostMapping("/services/{id}/restore")
    ServiceView restore(@PathVariable long id, Caller caller) {
        return move(id, caller, OwnedSites.ACTIVE);
    }

    private ServiceView move(long id, Caller caller, String status) {
        var site = owned.find(id, caller.userId()).orElseThrow(NotFound::new);
        return view(settingAside.move(site, status));
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
        if (order.copyOf != null
                && (order.templateId != null
                        || owned.find(order.copyOf, caller.userId()).isEmpty())) {
            throw InvalidFields.of("copy_of", order.templateId != null ? "invalid" : "unknown");
        }
        return open(order, null, caller.userId(), request);
    }

    /** The owner is somebody new, who is sent a link to choose a password. */
    @PostMapping("/admin/services")
    @AdminOnly
    @ResponseStatus(HttpStatus.CREATED)
    Opened openForSomebodyNew(@Valid @RequestBody NewCustomer order, HttpServletRequest request) {
        var owner = new Opening.NewOwner(order.user.name.strip(), order.user.email.strip());
        return open(
                new Subscribe(order.planType, order.service, order.templateId, null),
                owner,
                null,
                request);
    }

    private Opened open(
            Subscribe order,
            Opening.@Nullable NewOwner owner,
            @Nullable Long userId,
            HttpServletRequest request) {
        var slug = order.service.slug;
        Slug.refusal(slug)
                .ifPresent(code -> {
                    throw InvalidFields.of("service.slug", code);
                });
        var site =
                opening.open(
                        new Opening(
                                slug + "." + UUID.randomUUID(),
                                owner,
                                userId,
                                order.service.name.strip(),
                                slug,
                                order.plan(),
                                order.templateId,
                                Problems.language(request).getLanguage(),
                                null,
                                order.copyOf));
        return new Opened(view(site), owned.subscription(site.id()).orElse(null), null);
    }

    @DeleteMapping("/services/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Caller caller) {
        deleting.delete(owned.find(id, caller.userId()).orElseThrow(NotFound::new));
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
                site.createdAt(),
                site.goneAt());
    }

    record Availability(String slug, boolean available, @Nullable String reason) {}

    record Subscribe(
            @NotBlank String planType,
            @Valid @NotNull NewService service,
            @Nullable @Positive Long templateId,
            @Nullable @Positive Long copyOf) {

        Plan plan() {
            return Arrays.stream(Plan.values())
                    .filter(plan -> plan.key().equals(planType))
                    .findFirst()
                    .orElseThrow(() -> InvalidFields.of("plan_type", "unknown"));
        }
    }

    record NewService(@NotBlank @Size(min = 1, max = 100) String name, @NotBlank String slug) {}

    record NewCustomer(
            @Valid @NotNull NewUser user,
            @NotBlank String planType,
            @Valid @NotNull NewService service,
            @Nullable @Positive Long templateId) {}

    record NewUser(
            @NotBlank @Size(min = 1, max = 100) String name,
            @NotBlank @Email @Size(max = 255) String email) {

        @Override
        public String toString() {
            return "new user";
        }
    }

    /**
     * @param subscription null while the service is provisioning
     */
    record Opened(
            ServiceView service, @Nullable Subscription subscription, @Nullable Object payment) {}

    /**
     * @param goneAt when one in the trash is deleted
     */
    record ServiceView(
            long id,
            long userId,
            String name,
            String slug,
            String url,
            @Nullable String domain,
            String status,
            String planType,
            Instant createdAt,
            @Nullable Instant goneAt) {}
}
