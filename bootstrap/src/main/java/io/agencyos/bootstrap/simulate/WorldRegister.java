package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.WashDesk;
import io.agencyos.application.outreach.WashUseCases;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.UserId;
import java.util.List;
import java.util.UUID;

/** Staff who carry numbers to the Do Not Call Register once a day, and the register, on which one number in seven stands. */
final class WorldRegister {

    private static final UserId STAFF = new UserId(new UUID(0, 9));
    private static final int ONE_IN = 7;
    private static final int MOST = 200;

    private final WashUseCases washes;
    private final WorldTime time;

    WorldRegister(WashUseCases washes, WorldTime time) {
        this.washes = washes;
        this.time = time;
    }

    /** Whether the register lists this number, however it is written. */
    static boolean lists(String number) {
        String digits = number.replaceAll("\\D", "");
        return Integer.parseInt(digits.substring(digits.length() - 3)) % ONE_IN == 0;
    }

    /** Everything that waits is washed. */
    void wash() {
        if (washes.plan().plan().waiting().due() == 0) {
            return;
        }
        WashDesk.Outgoing out = washes.desk().export(STAFF, MOST, Origin.NONE);
        List<String> answers = out.lines().stream()
                .map(number -> number + (lists(number) ? ",Y" : ",N"))
                .toList();
        washes.desk()
                .take(STAFF, out.wash().id(), answers, time.now(), Origin.NONE)
                .orElseThrow();
    }
}
