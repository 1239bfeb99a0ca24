package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant GIVEN = at("2026-01-15T10:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    private static Result<Consent, List<FieldProblem>> recorded(Channel channel, ConsentKind basis, String evidence) {
        return Consent.of(
                new ConsentId(new UUID(0, 1)),
                new ClientId(new UUID(0, 2)),
                new LeadId(new UUID(0, 3)),
                new Consent.Wish(channel, basis, evidence, GIVEN),
                "user:1",
                at("2026-02-01T09:00"));
    }

    private static List<String> problems(Channel channel, ConsentKind basis, String evidence) {
        return recorded(channel, basis, evidence)
                .fold(
                        consent -> List.of(),
                        found -> found.stream().map(FieldProblem::code).toList());
    }

    @Test // outreach 6.5: given 15 Jan -> last valid 14 Apr
    void consent_to_be_called_that_names_no_period_lapses_after_three_months() {
        Consent consent = recorded(Channel.VOICE, ConsentKind.EXPRESS, "Said so on the phone.")
                .orElseThrow();
        assertThat(consent.holds(at("2026-04-14T19:59"))).isTrue();
        assertThat(consent.holds(at("2026-04-15T00:00"))).isFalse();
        assertThat(consent.holds(GIVEN.minusSeconds(1))).isFalse();
        assertThat(LocalDate.ofInstant(consent.expiresAt(), SYDNEY)).isEqualTo("2026-04-15");
    }

    @Test // outreach 6.4
    void other_consent_lasts() {
        assertThat(recorded(Channel.SMS, ConsentKind.EXPRESS, "Ticked the form of 15 January.")
                        .orElseThrow()
                        .expiresAt())
                .isNull();
        assertThat(recorded(Channel.SMS, ConsentKind.EXISTING_RELATIONSHIP, "Customer since 2024.")
                        .isOk())
                .isTrue();
    }

    @Test // outreach 6.4: evidence = source URL; 6.5: publication of a number never counts as consent to call
    void a_publication_names_its_page_and_never_allows_a_call() {
        String page = "https://harbour.example/team, seen on 15 January";
        assertThat(problems(Channel.SMS, ConsentKind.CONSPICUOUS_PUBLICATION, page))
                .isEmpty();
        assertThat(problems(Channel.SMS, ConsentKind.CONSPICUOUS_PUBLICATION, "on the web"))
                .containsExactly("source_missing");
        assertThat(problems(Channel.VOICE, ConsentKind.CONSPICUOUS_PUBLICATION, page))
                .containsExactly("invalid");
    }

    @Test // outreach 6.4
    void a_declaration_is_signed_for_a_campaign_and_evidence_is_never_empty() {
        assertThat(problems(Channel.EMAIL, ConsentKind.DECLARED, "x")).containsExactly("invalid");
        assertThat(problems(Channel.EMAIL, ConsentKind.EXPRESS, "  ")).containsExactly("out_of_range");
    }
}
