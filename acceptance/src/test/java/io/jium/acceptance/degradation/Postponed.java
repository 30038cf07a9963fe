package io.jium.acceptance.degradation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.endpoint.Belongings;
import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Eventually;
import java.util.List;

/**
 * An endpoint that answers while a service is away, but does a part of its work only when it is
 * back: the list that is not to be derived from anything.
 *
 * @param says what a caller gets, for the table's notes
 */
record Postponed(String endpoint, String away, String says, Proof proof) {

    /** Checked once the service is back. */
    @FunctionalInterface
    interface Proof {

        /**
         * @param own of whom it was asked for; some have left
         * @param answer that was given while it was away
         */
        void made(Installation jium, Belongings own, Answer answer);
    }

    static final List<Postponed> ALL =
            List.of(
                    new Postponed(
                            "POST /auth/register",
                            "notification",
                            "signed up and in; the message that confirms the address follows",
                            Postponed::mailHasCome),
                    new Postponed(
                            "POST /auth/register",
                            "payment",
                            "signed up and in; payment learns of it later",
                            Postponed::paymentKnows),
                    new Postponed(
                            "POST /auth/password-reset",
                            "notification",
                            "accepted; the message follows",
                            Postponed::nothingElse),
                    new Postponed(
                            "POST /auth/verify-email/resend",
                            "notification",
                            "accepted; the message follows",
                            Postponed::nothingElse),
                    new Postponed(
                            "POST /payment/subscribe",
                            "builder",
                            "the site is booked and `provisioning`; its pages and its room on the host follow",
                            Postponed::siteIsActive),
                    new Postponed(
                            "POST /payment/subscribe",
                            "deploy",
                            "the site is booked and `provisioning`; its room on the host follows",
                            Postponed::siteIsActive),
                    new Postponed(
                            "POST /payment/admin/services",
                            "builder",
                            "the site is booked and `provisioning`; its pages and its room on the host follow",
                            Postponed::siteIsActive),
                    new Postponed(
                            "POST /payment/admin/services",
                            "deploy",
                            "the site is booked and `provisioning`; its room on the host follows",
                            Postponed::siteIsActive),
                    new Postponed(
                            "POST /payment/admin/services",
                            "notification",
                            "done; the message with the link to choose a password follows",
                            Postponed::nothingElse),
                    new Postponed(
                            "DELETE /payment/services/{id}",
                            "builder",
                            "gone for its owner and for visitors; its pages are removed later",
                            Postponed::siteIsGone),
                    new Postponed(
                            "DELETE /payment/services/{id}",
                            "deploy",
                            "gone for its owner; visitors see it until the service is back",
                            Postponed::siteIsGone),
                    new Postponed(
                            "DELETE /auth/profile",
                            "payment",
                            "nobody gets in any more; sites and personal data are removed later",
                            Postponed::accountIsGone),
                    new Postponed(
                            "DELETE /auth/profile",
                            "builder",
                            "nobody gets in any more; sites and personal data are removed later",
                            Postponed::accountIsGone),
                    new Postponed(
                            "DELETE /auth/profile",
                            "deploy",
                            "nobody gets in any more; sites and personal data are removed later",
                            Postponed::accountIsGone),
                    new Postponed(
                            "POST /deploy/site/{serviceId}",
                            "builder",
                            "the deployment waits, for a quarter of an hour at most, and goes live then",
                            Postponed::deploymentIsLive),
                    new Postponed(
                            "POST /deploy/site/{serviceId}/rollback",
                            "builder",
                            "visitors see the release at once; the builder learns of it later",
                            Postponed::deploymentIsLive));

    private static void mailHasCome(Installation jium, Belongings own, Answer answer) {
        var address = answer.at("user/email").asString();
        Eventually.holds(
                "mail to " + address,
                () ->
                        jium.anybody().get("/notification/mailbox?limit=100").data().stream()
                                .anyMatch(mail -> mail.at("/to").asString().equals(address)));
    }

    private static void paymentKnows(Installation jium, Belongings own, Answer answer) {
        var known =
                "select user_id from customers where user_id = " + answer.at("user/id").asLong();
        Eventually.holds("customer", () -> !jium.databases().query("payment", known).isEmpty());
    }

    private static void siteIsActive(Installation jium, Belongings own, Answer answer) {
        assertThat(answer.at("service/status").asString()).isEqualTo("provisioning");
        var status = "select status from services where id = " + answer.at("service/id").asLong();
        Eventually.holds(
                "active site",
                () -> jium.databases().query("payment", status).equals(List.of("active")));
    }

    private static void siteIsGone(Installation jium, Belongings own, Answer answer) {
        var visitor = jium.visitor(own.site().slug());
        Eventually.holds("end of the site", () -> visitor.get("/own").status() >= 400);
        var pages = "select id from pages where service_id = " + own.site().id();
        Eventually.holds("end of pages", () -> jium.databases().query("builder", pages).isEmpty());
    }

    private static void accountIsGone(Installation jium, Belongings own, Answer answer) {
        var account = "select id from users where id = " + own.customer().id();
        Eventually.holds(
                "end of the account", () -> jium.databases().query("auth", account).isEmpty());
    }

    private static void deploymentIsLive(Installation jium, Belongings own, Answer answer) {
        var status = own.again(jium).site().end(answer.id());
        assertThat(status.at("last/error").isNull()).as("%s", status).isTrue();
    }

    private static void nothingElse(Installation jium, Belongings own, Answer answer) {
        // The list's call is about nobody, or came too soon after the one before.
    }
}
