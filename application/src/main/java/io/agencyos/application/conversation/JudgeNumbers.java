package io.agencyos.application.conversation;

import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.outreach.TextArrivals;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Lets a number rest for a week of whose texts of a day too few arrived; daily. Source: clicksend Beyond "number health". */
@PrimaryPort
public final class JudgeNumbers {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Desk desk;
    private final Texts texts;

    JudgeNumbers(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /** What became of texts, by the number they left from; asked inside a unit of work of the client. */
    @FunctionalInterface
    interface Texts {

        Map<ResourceId, TextArrivals> of(ClientId client, Instant from, Instant until);
    }

    /** Answers how many numbers begin to rest now. */
    public int judge(ClientId client) {
        Instant now = desk.now();
        return desk.inTenant(client, () -> {
            NumberRests rests = desk.stores().channels().rests();
            Set<ResourceId> resting = rests.resting(client, now);
            Map<ResourceId, TextArrivals> all = texts.of(client, now.minus(A_DAY), now);
            LocalDate today = LocalDate.ofInstant(
                    now,
                    desk.world().clients().find(client).map(Client::timezone).orElse(ZoneOffset.UTC));
            int begun = 0;
            for (Map.Entry<ResourceId, TextArrivals> number : all.entrySet()) {
                if (number.getValue().arePoor() && !resting.contains(number.getKey())) {
                    rests.rest(client, number.getKey(), today, now.plus(NumberRests.REST));
                    desk.world().channels().alerts().raise(alert(client, number.getKey(), number.getValue(), now));
                    begun++;
                }
            }
            return begun;
        });
    }

    private static Alert alert(ClientId client, ResourceId number, TextArrivals texts, Instant now) {
        return Alert.of(
                "number_delivers_poorly:" + client.text() + ":" + number.text(),
                Alert.Severity.WARNING,
                "texts",
                client,
                "Too few texts of a number arrive; it rests for a week.",
                Map.of(
                        "number", number.text(),
                        "told", Integer.toString(texts.told()),
                        "arrived", Integer.toString(texts.arrived()),
                        "until", now.plus(NumberRests.REST).toString()),
                now);
    }
}
