package io.agencyos.adapters.out.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.content.ContentModel;
import io.agencyos.application.content.ContentModelContract;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.quality.KnowledgeRules;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP against the sandbox, and what the sandbox writes. */
class SandboxModelTest extends ContentModelContract {

    private static final AnthropicAccount ACCOUNT = new AnthropicAccount(new SecretText("sandbox-key"));

    private final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    private final VendorSandbox sandbox =
            VendorSandbox.start(SandboxSettings.defaults().withPeople(5), clock);
    private final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    private final AnthropicSettings settings = AnthropicSettings.live().at(URI.create(sandbox.modelsUrl()));
    private final Anthropic model = new Anthropic(
            client -> Optional.of(ACCOUNT).filter(account -> client.equals(Stubs.CLIENT)),
            Placing.everywhere(settings),
            http,
            clock::instant);

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Override
    protected World world() {
        return new World(
                model,
                Stubs.CLIENT,
                new ClientId(new UUID(0, 3)),
                () -> sandbox.setFaults(
                        FaultRule.odds(1_000_000, FaultKind.STATUS, ".*").answering(500)));
    }

    private static ContentModel.Exchange notes(Anthropic model) {
        ContentModel.Turn turn = new ContentModel.Turn(
                "Write notes.",
                Map.of("C1", "Agency: Northlight", "C2", "Service: paid social"),
                Map.of("F1", "Company: Harbour Lane Hotels", "F2", "Industry: Hospitality"),
                List.of(),
                KnowledgeBase.shape(),
                3_000);
        return model.completeStructured(Stubs.CLIENT, ModelClass.SMALL, turn, LONG)
                .fold(exchange -> exchange, failure -> {
                    throw new AssertionError(failure.toString());
                });
    }

    @Test // content 3.13: notes that stand before the rules, the same each time, and a ledger that says so
    void the_sandbox_writes_notes_that_may_be_used() {
        ContentModel.Exchange first = notes(model);
        ContentModel.Exchange second = notes(model);
        assertThat(second.said()).isEqualTo(first.said());
        KnowledgeBase base = KnowledgeBase.of(((ContentModel.Said.Answer) first.said()).value());
        assertThat(base.lines().get("company_context")).containsExactly("Harbour Lane Hotels works in Hospitality.");
        assertThat(KnowledgeRules.of(
                                base,
                                Set.of("Company: Harbour Lane Hotels", "Industry: Hospitality", "Service: paid social"),
                                "Harbour Lane Hotels")
                        .violations())
                .isEmpty();
        assertThat(second.use().cacheRead())
                .as("read lately")
                .isEqualTo(first.use().cacheWrite())
                .isPositive();
        assertThat(sandbox.ledger().rows())
                .extracting(LedgerRow::kind)
                .containsExactly(LedgerRow.Kind.GENERATION, LedgerRow.Kind.GENERATION);
        assertThat(LedgerRow.Kind.GENERATION.reaches()).isFalse();
    }

    @Test
    void every_class_has_its_model_there() {
        assertThat(model.look(ACCOUNT).values()).hasSize(3).allMatch(seen -> seen.isOk());
        assertThat(model.look(new AnthropicAccount(new SecretText("wrong"))).values())
                .noneMatch(seen -> seen.isOk());
    }
}
