package io.jium.payment;

import io.jium.contracts.payment.ServiceCreated;
import io.jium.contracts.payment.ServiceDeleted;
import io.jium.contracts.payment.SubscriptionChanged;
import io.jium.platform.events.Events;
import io.jium.platform.problem.Forbidden;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sites and who owns them, each with its one subscription. */
@Repository
class OwnedSites {

    private static final String SITE =
            "select id, user_id, name, slug, domain, status, plan_type, template_id, locale, created_at, set_aside_at from services ";

    static final String ACTIVE = "active";
    static final String DELETED = "deleted";

    /** What a deleted site is called: its address is free, and no address begins like this. */
    private static final String NO_SLUG = "~";

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Events events;
    private final Clock clock;

    OwnedSites(JdbcClient jdbc, Customers customers, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    /** Books a site. Refuses a taken address, and more sites than the plan allows. */
    @Transactional
    public Site book(
            long userId,
            String name,
            String slug,
            Plan plan,
            @Nullable Long templateId,
            String locale) {
        if (customers.hasLeft(userId)) {
            throw new Forbidden();
        }
        refuseTooMany(userId, plan);
        var now = Timestamp.from(clock.instant());
        var id = new GeneratedKeyHolder();
        try {
            jdbc.sql(
                            """
                            insert into services
                            (user_id, name, slug, status, plan_type, template_id, locale, created_at, updated_at)
                            values (?, ?, ?, 'provisioning', ?, ?, ?, ?, ?)
                            """)
                    .params(userId, name, slug, plan.key())
                    .param(templateId)
                    .params(locale, now, now)
                    .update(id, "id");
        } catch (DuplicateKeyException taken) {
            throw InvalidFields.of("service.slug", "taken");
        }
        return find(Objects.requireNonNull(id.getKey()).longValue()).orElseThrow();
    }

    private void refuseTooMany(long userId, Plan plan) {
        var limit = plan.limits().sites();
        var owned =
                jdbc.sql(
                                "select count(*) from services where user_id = ? and status not in ('deleted', 'trashed')")
                        .param(userId)
                        .query(Integer.class)
                        .single();
        if (limit != null && owned >= limit) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", limit);
        }
    }

    /** Begins the trial of a booked site. */
    void subscribe(Site site) {
        var now = clock.instant();
        var trialEnd = Timestamp.from(now.plus(Duration.ofDays(Plan.TRIAL_DAYS)));
        jdbc.sql(
                        """
                        insert into subscriptions
                        (user_id, service_id, plan_type, status, start_date, end_date, trial_ends_at)
                        values (?, ?, ?, 'active', ?, ?, ?)
                        """)
                .params(site.userId, site.id, site.planType)
                .params(Timestamp.from(now), trialEnd, trialEnd)
                .update();
    }

    /** Ends the trial of a site that cannot be opened after all. */
    void unsubscribe(Site site) {
        jdbc.sql("delete from subscriptions where service_id = ?").param(site.id).update();
    }

    /** The site is complete and may be used. */
    void activate(Site site) {
        jdbc.sql(
                        "update services set status = 'active', updated_at = ? where id = ? and status = 'provisioning'")
                .params(Timestamp.from(clock.instant()), site.id)
                .update();
        events.tell(new ServiceCreated(site.id, site.userId, site.slug));
        tellSubscription(site);
    }

    /** Takes a booking back: the order could not be met, and nothing was made of it. */
    void cancel(long serviceId) {
        jdbc.sql("delete from services where id = ? and status = 'provisioning'")
                .param(serviceId)
                .update();
    }

    /**
     * From now on the owner does not have the site; its address is its own until {@link #bury}.
     * False while it is being opened.
     */
    boolean close(long serviceId) {
        return jdbc.sql(
                                "update services set status = 'deleted', updated_at = ? where id = ? and status <> 'provisioning'")
                        .params(Timestamp.from(clock.instant()), serviceId)
                        .update()
                > 0;
    }

    /** Nothing of a closed site is left elsewhere: only the numbers stay, for the books. */
    void bury(Site site) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update subscriptions set status = 'cancelled', end_date = ? where service_id = ?")
                .params(now, site.id)
                .update();
        jdbc.sql(
                        """
                        update services set name = '', slug = ?, domain = null, updated_at = ?
                        where id = ? and status = 'deleted'
                        """)
                .params(NO_SLUG + site.id, now, site.id)
                .update();
        tellSubscription(site);
        events.tell(new ServiceDeleted(site.id, site.userId));
    }

    private void tellSubscription(Site site) {
        subscription(site.id)
                .ifPresent(is ->
                        events.tell(
                                new SubscriptionChanged(
                                        is.id, site.id, site.userId, is.planType, is.status)));
    }

    /** Sites of a user of which something is left: open ones, and those being deleted. */
    List<Site> leftOf(long userId) {
        return jdbc.sql(SITE + "where user_id = ? and slug not like '~%' order by id")
                .param(userId)
                .query(OwnedSites::site)
                .list();
    }

    Optional<Site> find(long id) {
        return jdbc.sql(SITE + "where id = ?").param(id).query(OwnedSites::site).optional();
    }

    Optional<Site> find(long id, long userId) {
        return jdbc.sql(SITE + "where id = ? and user_id = ? and status <> 'deleted'")
                .params(id, userId)
                .query(OwnedSites::site)
                .optional();
    }

    List<Site> ownedBy(long userId, Paging paging) {
        return jdbc.sql(
                        SITE
                                + """
                                where user_id = ? and status not in ('deleted', 'archived', 'trashed') and id < ?
                                order by id desc limit ?
                                """)
                .params(userId, paging.below(), paging.rows())
                .query(OwnedSites::site)
                .list();
    }

    List<Site> setAsideBy(long userId, SetAside way, Paging paging) {
        return jdbc.sql(
                        SITE
                                + "where user_id = ? and status = ? and id < ? order by id desc limit ?")
                .params(userId, way.status(), paging.below(), paging.rows())
                .query(OwnedSites::site)
                .list();
    }

    /**
     * Sets a site aside, or brings it back. Refuses one that is being opened or suspended, and
     * whoever has too many in use by now; one that has the status already stays as it is.
     */
    void move(long id, String status) {
        var site =
                jdbc.sql(SITE + "where id = ? for update")
                        .param(id)
                        .query(OwnedSites::site)
                        .optional()
                        .orElseThrow(NotFound::new);
        if (site.status.equals(status)) {
            return;
        }
        if (!site.status.equals(ACTIVE) && !SetAside.includes(site.status)) {
            throw new Refusal(HttpStatus.CONFLICT, "service_not_active");
        }
        if (site.status.equals(SetAside.TRASHED.status())) {
            refuseTooMany(site.userId, Plan.of(site.planType));
        }
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update services set status = ?, set_aside_at = ?, updated_at = ? where id = ?")
                .param(status)
                .param(status.equals(ACTIVE) ? null : now)
                .params(now, id)
                .update();
    }

    /** Those whose time in the trash is over. */
    List<Site> overdue() {
        return jdbc.sql(SITE + "where status = 'trashed' and set_aside_at < ? order by id")
                .param(Timestamp.from(clock.instant().minus(SetAside.KEPT)))
                .query(OwnedSites::site)
                .list();
    }

    /** The same as {@link #close}, unless it was brought back meanwhile. */
    boolean expire(long id) {
        return jdbc.sql(
                                """
                                update services set status = 'deleted', updated_at = ?
                                where id = ? and status = 'trashed'
                                """)
                        .params(Timestamp.from(clock.instant()), id)
                        .update()
                > 0;
    }

    boolean isTaken(String slug) {
        return jdbc.sql("select count(*) from services where slug = ?")
                        .param(slug)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Subscription> subscription(long serviceId) {
        return jdbc.sql(Subscription.SELECT + "where service_id = ?")
                .param(serviceId)
                .query(Subscription::read)
                .optional();
    }

    List<Subscription> subscriptions(long userId, Paging paging) {
        return jdbc.sql(
                        Subscription.SELECT
                                + "where user_id = ? and id < ? order by id desc limit ?")
                .params(userId, paging.below(), paging.rows())
                .query(Subscription::read)
                .list();
    }

    record Site(
            long id,
            long userId,
            String name,
            String slug,
            @Nullable String domain,
            String status,
            String planType,
            @Nullable Long templateId,
            String locale,
            Instant createdAt,
            @Nullable Instant setAsideAt) {

        /** When it is deleted; null outside the trash. */
        @Nullable Instant goneAt() {
            return setAsideAt != null && status.equals(SetAside.TRASHED.status())
                    ? setAsideAt.plus(SetAside.KEPT)
                    : null;
        }
    }

    record Subscription(
            long id,
            long serviceId,
            String planType,
            String status,
            Instant startDate,
            Instant endDate,
            @Nullable Instant trialEndsAt) {

        private static final String SELECT =
                "select id, service_id, plan_type, status, start_date, end_date, trial_ends_at from subscriptions ";

        private static Subscription read(ResultSet row, int number) throws SQLException {
            var trial = row.getTimestamp("trial_ends_at");
            return new Subscription(
                    row.getLong("id"),
                    row.getLong("service_id"),
                    row.getString("plan_type"),
                    row.getString("status"),
                    row.getTimestamp("start_date").toInstant(),
                    row.getTimestamp("end_date").toInstant(),
                    trial == null ? null : trial.toInstant());
        }
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        var template = row.getLong("template_id");
        var templateId = row.wasNull() ? null : template;
        var setAside = row.getTimestamp("set_aside_at");
        return new Site(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("name"),
                row.getString("slug"),
                row.getString("domain"),
                row.getString("status"),
                row.getString("plan_type"),
                templateId,
                row.getString("locale"),
                row.getTimestamp("created_at").toInstant(),
                setAside == null ? null : setAside.toInstant());
    }
}
