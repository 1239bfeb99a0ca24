package io.agencyos.bootstrap.demo;

import io.agencyos.application.outreach.wash.WashDesk;
import io.agencyos.application.outreach.wash.WashUseCases;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.UUID;

/** Staff who carry numbers to the Do Not Call Register by file, and the register, on which one number in seven stands. */
public final class DoNotCallOffice {

    static final UserId STAFF = new UserId(new UUID(0, 9));

    private static final int ONE_IN = 7;
    private static final int A_FILE = 200;
    private static final int MOST_FILES = 20;

    private final WashUseCases washes;
    private final ClockPort clock;

    public DoNotCallOffice(WashUseCases washes, ClockPort clock) {
        this.washes = washes;
        this.clock = clock;
    }

    /** Whether the register lists this number, however it is written. */
    public static boolean lists(String number) {
        String digits = number.replaceAll("\\D", "");
        return Integer.parseInt(digits.substring(digits.length() - 3)) % ONE_IN == 0;
    }

    /** Washes everything that waits. */
    public void wash() {
        boolean waiting = washes.plan().plan().waiting().due() > 0;
        for (int i = 0; waiting && i < MOST_FILES; i++) {
            WashDesk.Outgoing out = washes.desk().export(STAFF, A_FILE, Origin.NONE);
            waiting = out.lines().size() == A_FILE;
            if (!out.lines().isEmpty()) {
                List<String> answers = out.lines().stream()
                        .map(number -> number + (lists(number) ? ",Y" : ",N"))
                        .toList();
                washes.desk()
                        .take(STAFF, out.wash().id(), answers, clock.now(), Origin.NONE)
                        .orElseThrow();
            }
        }
    }
}
