package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A sandbox that each test starts as it wants and that ends with it. */
abstract class SandboxTest {

    static final Instant START = Agency.START;

    private final List<VendorSandbox> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(VendorSandbox::close);
    }

    VendorSandbox sandbox(SandboxSettings settings) {
        VendorSandbox sandbox = VendorSandbox.start(settings, new SandboxClock(START));
        running.add(sandbox);
        return sandbox;
    }

    VendorSandbox sandbox() {
        return sandbox(SandboxSettings.defaults().withPeople(200));
    }

    static Instant after(Duration time) {
        return START.plus(time);
    }

    static List<LedgerRow> emails(VendorSandbox sandbox) {
        return sandbox.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .toList();
    }

    /** People with an address that somebody reads. */
    static List<Person> living(VendorSandbox sandbox) {
        return sandbox.population().people().stream()
                .filter(person -> !person.email().isEmpty() && !person.traits().deadAddress())
                .toList();
    }
}
