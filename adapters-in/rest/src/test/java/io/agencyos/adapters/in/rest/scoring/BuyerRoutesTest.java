package io.agencyos.adapters.in.rest.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.PoolWorld;
import io.agencyos.application.allocation.AllocationScenario;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.BuyerRecord.Purchase;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuyerRoutesTest {

    private @Nullable AllocationScenario scenario;

    private final ApiUnderTest api = ApiUnderTest.with(world -> {
        AllocationScenario made = PoolWorld.on(world);
        scenario = made;
        return List.of(
                new BuyerRoutes(world.buyers(made), world.learning, PublishedSuffixes.identityKeys()),
                new ScoreRoutes(made.scoring()));
    });

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.2: an owner's word, false until then; 9.14: found by an address too, never with counts of who or how
    // much
    void a_company_that_bought_of_a_sharing_client_is_found_and_raises_the_score() {
        ClientId seller = api.world().open("Bright Acre").id();
        var lead = scenario().lead(scenario().asking(api.client(), icp -> icp));
        String domain = Objects.requireNonNull(lead.company().domain()).value();
        String check = "/buyer-signals/check?domain=https://www." + domain + "/about";

        assertThat(sold(seller, domain)).isEqualTo(RecordPurchase.Outcome.NOT_SHARED);
        assertThat(api.as(Role.VIEWER).get(check).at("/found")).isEqualTo("false");
        assertThat(api.as(Role.ADMIN)
                        .put("/data-sharing-consent", "{'consent':true}")
                        .code())
                .isEqualTo("role_required");
        assertThat(api.as(Role.OWNER)
                        .put("/data-sharing-consent", "{'consent':true}")
                        .at("/consent"))
                .isEqualTo("true");
        api.world()
                .units
                .inTenant(
                        api.world().worker(seller),
                        () -> api.world()
                                .consents
                                .say(seller, true, api.world().clock.now()));
        assertThat(sold(seller, domain)).isEqualTo(RecordPurchase.Outcome.COUNTED);

        Answer found = api.as(Role.VIEWER).get(check);
        assertThat(found.text())
                .isEqualTo("{\"found\":true,\"buyer_score\":60,\"boost_points\":9,"
                        + "\"reason\":\"Known agency services buyer\"}");
        api.as(Role.MEMBER).post("/leads/" + lead.id().text() + "/score");
        assertThat(api.as(Role.VIEWER)
                        .get("/leads/" + lead.id().text() + "/score-explanation")
                        .json()
                        .at("/rows")
                        .toString())
                .contains("\"signal\":\"buyer_boost\"")
                .contains("Known agency services buyer");
        assertThat(api.as(Role.VIEWER)
                        .get("/buyer-signals/check?domain=gmail.com")
                        .status())
                .as("a domain of everybody's mailboxes is no company's")
                .isEqualTo(422);
    }

    private RecordPurchase.Outcome sold(ClientId seller, String domain) {
        return api.world()
                .buyers(scenario())
                .recordPurchase()
                .record(seller, new DomainName(domain), new Purchase(null, "Retail", List.of("seo"), null));
    }

    private AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }
}
