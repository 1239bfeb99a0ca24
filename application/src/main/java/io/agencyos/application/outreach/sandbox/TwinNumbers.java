package io.agencyos.application.outreach.sandbox;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Telephone numbers that nobody has, in an order of each twin's own, so that two twins seldom want the same one first. */
final class TwinNumbers {

    private static final int TRIES = 20;
    /** Texts leave from mobiles of the block that is used where the short list of fiction does not last. Source: clicksend 13. */
    private static final int MOBILES = 100_000;

    /** Of the numbers in each area that are kept for fiction, so many begin with these digits. */
    private static final int LANDLINES = 10_000;

    private static final List<String> AREAS = List.of("+6125550", "+6135550", "+6175550", "+6185550");

    private TwinNumbers() {}

    /** Some for such a line, in E.164. */
    static Stream<String> of(ClientId twin, Channel line) {
        int start = Math.floorMod(twin.value().hashCode(), MOBILES);
        String area = AREAS.get(Math.floorMod(start, AREAS.size()));
        return IntStream.range(start, start + TRIES)
                .mapToObj(number -> line == Channel.SMS
                        ? "+614999%05d".formatted(number % MOBILES)
                        : area + "%04d".formatted(number % LANDLINES));
    }
}
