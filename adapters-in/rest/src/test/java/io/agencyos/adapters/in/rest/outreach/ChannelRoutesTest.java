package io.agencyos.adapters.in.rest.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.application.outreach.ExplainChannels;
import io.agencyos.application.outreach.ExplainChannels.AddressState;
import io.agencyos.application.outreach.ExplainChannels.From;
import io.agencyos.application.outreach.ExplainChannels.Standing;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelRoutesTest {

    private static final LeadId LEAD = new LeadId(UUID.fromString("019baaaa-0000-7000-8000-000000000011"));
    private static final Instant AT = Instant.parse("2026-03-02T22:05:00Z");

    /** Every reason there is, so that each is written and understood. */
    private static final ExplainChannels EXPLAINED = (scope, lead) -> lead.equals(LEAD)
            ? Optional.of(Stream.concat(
                            Stream.of(new Standing(
                                    Channel.EMAIL,
                                    1,
                                    null,
                                    null,
                                    AddressState.OK,
                                    new From("sam@northlight.example", true),
                                    AT,
                                    List.of("Northlight Pty Ltd, hello@northlight.example"))),
                            Arrays.stream(ChannelExclusion.values())
                                    .map(why -> new Standing(Channel.SMS, null, why, AT, null, null, AT, List.of())))
                    .toList())
            : Optional.empty();

    private final ApiUnderTest api = ApiUnderTest.with(world -> List.of(new ChannelRoutes(EXPLAINED)));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test // api 9.6, ALLOC-1
    void each_channel_says_whether_it_is_open_from_where_and_what_would_open_it() {
        Answer answer = api.as(Role.VIEWER).get("/leads/" + LEAD.text() + "/channels");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/items/0/open")).isEqualTo("true");
        assertThat(answer.at("/items/0/sender")).isEqualTo("sam@northlight.example");
        assertThat(answer.at("/items/0/added_lines/0")).isEqualTo("Northlight Pty Ltd, hello@northlight.example");
        assertThat(answer.at("/items/0/sender_bound")).isEqualTo("true");
        assertThat(answer.json().at("/items"))
                .hasSize(1 + ChannelExclusion.values().length)
                .filteredOn(item -> !item.path("open").booleanValue())
                .allSatisfy(item -> {
                    assertThat(item.path("what_to_do").stringValue()).isNotBlank();
                    assertThat(item.path("code").stringValue()).isNotBlank();
                    assertThat(item.path("segments_max").intValue()).isEqualTo(1);
                });
        assertThat(api.as(Role.VIEWER)
                        .get("/leads/" + UUID.randomUUID() + "/channels")
                        .status())
                .isEqualTo(404);
    }
}
