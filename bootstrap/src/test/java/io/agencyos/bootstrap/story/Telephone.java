package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.wash.PlanWashes;
import io.agencyos.application.outreach.wash.WashDesk;
import io.agencyos.application.outreach.wash.WashUseCases;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What texts and calls need before the first of them: a number, people with numbers, and a wash. */
final class Telephone {

    private static final UserId STAFF = new UserId(new UUID(0, 9));

    private Telephone() {}

    /** Staff put a number of this vendor into the stock and lend it. */
    static void lend(House house, ClientId client, String number, String vendor) {
        ResourceDesk desk = house.product().senders().lending().desk();
        ResourceDesk.Outcome added = desk.add(
                STAFF,
                new ResourceDesk.Addition(
                        ResourceKind.PHONE_NUMBER, number, null, vendor, null, null, null, false, 80, 1),
                Origin.NONE);
        assertThat(added).isInstanceOf(ResourceDesk.Outcome.Done.class);
        ResourceDesk.Outcome lent = desk.assign(
                STAFF, ((ResourceDesk.Outcome.Done) added).shown().resource().id(), client, Origin.NONE);
        assertThat(lent).isInstanceOf(ResourceDesk.Outcome.Done.class);
    }

    /** The first people of the shipped file, each with an invented mobile. */
    static void imported(House house, Person person, String client, String campaign, int people) throws IOException {
        List<String> rows = new ArrayList<>();
        try (InputStream shipped = ApiStoryTest.class.getResourceAsStream("/demo/leads-apollo-2000.csv")) {
            new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(people + 1L)
                    .forEach(row -> rows.add(row.replaceFirst(
                            "(demo@agency\\.example),[^,]*,,,", "$1,,,+61499900%03d,".formatted(rows.size()))));
        }
        ok(person.upload(
                client + "/leads/imports", "autumn.csv", String.join("\n", rows), Map.of("campaign_id", campaign)));
        house.workOrders();
    }

    /** Staff carry what is needed to the register and bring it back clean. */
    static void washed(House house) {
        WashUseCases washes = house.product().senders().washes();
        PlanWashes.Round round = washes.plan().plan();
        assertThat(round.waiting().due()).isPositive();
        WashDesk.Outgoing out = washes.desk().export(STAFF, 200, Origin.NONE);
        var taken = washes.desk()
                .take(
                        STAFF,
                        out.wash().id(),
                        out.lines().stream().map(number -> number + ",N").toList(),
                        house.now(),
                        Origin.NONE);
        assertThat(taken.isOk()).as(taken.toString()).isTrue();
    }
}
