package io.agencyos.adapters.out.unipile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.LinkedInEngagement;
import io.agencyos.application.outreach.channel.LinkedInEngagement.Reaction;
import io.agencyos.application.outreach.channel.LinkedInEngagementContract;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** unipile 3 U11, 4.6, in both dialects. */
class EngagementTest {

    private static final String POST = "7150000000000000001";

    private static String reactions(UnipileAccount.Dialect dialect) {
        return dialect == UnipileAccount.Dialect.V1
                ? Stubs.API + "/posts/reaction"
                : "/v2/" + Stubs.SEAT + "/posts/" + POST + "/reactions";
    }

    private static String comments(UnipileAccount.Dialect dialect) {
        return (dialect == UnipileAccount.Dialect.V1 ? Stubs.API : "/v2/" + Stubs.SEAT) + "/posts/" + POST
                + "/comments";
    }

    private abstract static class Kit extends LinkedInEngagementContract {

        private final UnipileAccount.Dialect dialect;
        private Stubs vendor = new Stubs();

        Kit(UnipileAccount.Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        protected World world() {
            vendor.close();
            vendor = new Stubs(dialect, false);
            vendor.on("POST", reactions(dialect), "{\"object\":\"ReactionAdded\"}");
            vendor.on("POST", comments(dialect), "{\"object\":\"CommentSent\"}");
            return new World() {

                @Override
                public LinkedInEngagement engagement() {
                    return vendor.unipile.engagement();
                }

                @Override
                public ClientId client() {
                    return Stubs.CLIENT;
                }

                @Override
                public String seat() {
                    return Stubs.SEAT;
                }

                @Override
                public String post() {
                    return POST;
                }

                @Override
                public int shown() {
                    return vendor.asked("POST", reactions(dialect)).size()
                            + vendor.asked("POST", comments(dialect)).size();
                }
            };
        }

        @AfterEach
        void close() {
            vendor.close();
        }
    }

    @Nested
    class InTheFirstDialect extends Kit {

        InTheFirstDialect() {
            super(UnipileAccount.Dialect.V1);
        }
    }

    @Nested
    class InTheSecondDialect extends Kit {

        InTheSecondDialect() {
            super(UnipileAccount.Dialect.V2);
        }
    }

    @Test // unipile 4.6: {account_id, post_id, reaction_type} and {account_id, text}; row 1: the key in its header
    void the_first_dialect_names_the_seat_in_the_body() {
        try (Stubs vendor = new Stubs()) {
            vendor.on("POST", reactions(UnipileAccount.Dialect.V1), "{}");
            vendor.on("POST", comments(UnipileAccount.Dialect.V1), "{}");
            vendor.unipile.engagement().react(Stubs.CLIENT, Stubs.SEAT, POST, Reaction.INSIGHTFUL);
            vendor.unipile.engagement().comment(Stubs.CLIENT, Stubs.SEAT, POST, "Well said");
            assertThat(vendor.asked("POST", reactions(UnipileAccount.Dialect.V1))
                            .getFirst()
                            .getBodyAsString())
                    .contains("\"account_id\":\"acc_Sx1\"", "\"post_id\":\"" + POST + "\"")
                    .contains("\"reaction_type\":\"insightful\"");
            assertThat(vendor.asked("POST", comments(UnipileAccount.Dialect.V1))
                            .getFirst()
                            .getBodyAsString())
                    .contains("\"account_id\":\"acc_Sx1\"", "\"text\":\"Well said\"");
        }
    }

    @Test // unipile 5: the seat stands in the path, and words carry the network's name
    void the_second_dialect_names_the_network_in_its_words() {
        try (Stubs vendor = new Stubs(UnipileAccount.Dialect.V2, false)) {
            vendor.on("POST", reactions(UnipileAccount.Dialect.V2), "{}");
            vendor.unipile.engagement().react(Stubs.CLIENT, Stubs.SEAT, POST, Reaction.LIKE);
            assertThat(vendor.asked("POST", reactions(UnipileAccount.Dialect.V2))
                            .getFirst()
                            .getBodyAsString())
                    .isEqualTo("{\"reaction\":\"linkedin_like\"}");
        }
    }

    @ParameterizedTest // unipile 6: action_already_performed counts as done; row 26: a write is never repeated by
    // itself
    @EnumSource(UnipileAccount.Dialect.class)
    void what_stands_there_already_is_done_and_a_broken_answer_is_not_asked_for_again(UnipileAccount.Dialect dialect) {
        try (Stubs vendor = new Stubs(dialect, false)) {
            String word =
                    dialect == UnipileAccount.Dialect.V1 ? "errors/action_already_performed" : "provider/conflict";
            vendor.on(
                    "POST",
                    reactions(dialect),
                    aResponse().withStatus(422).withBody("{\"type\":\"" + word + "\",\"status\":422}"));
            assertThat(vendor.unipile
                            .engagement()
                            .react(Stubs.CLIENT, Stubs.SEAT, POST, Reaction.LIKE)
                            .isOk())
                    .isTrue();
            vendor.on("POST", comments(dialect), aResponse().withStatus(503).withBody("{}"));
            assertThat(vendor.unipile
                            .engagement()
                            .comment(Stubs.CLIENT, Stubs.SEAT, POST, "Well said")
                            .fold(done -> "done", VendorFailure::kind))
                    .isEqualTo("unavailable");
            assertThat(vendor.asked("POST", comments(dialect))).hasSize(1);
        }
    }
}
