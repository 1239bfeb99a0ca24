package io.agencyos.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.bootstrap.product.place.OwnSandboxHouse;
import io.agencyos.bootstrap.product.place.TwinSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the test twins of the demonstration's clients have their vendors. Source: api 4.1. */
class DemoTwinsTest {

    @TempDir
    Path folder;

    @Test
    void twins_have_sandboxes_beside_the_demonstrations_own_that_nobody_opens_before_they_are_used() throws Exception {
        DemoClock clock = new DemoClock(DemoPlan.OPENING);
        try (DemoHome home = DemoHome.enter(folder.resolve("demo"));
                OwnSandboxHouse house = OwnSandboxHouse.ofTheOnlyProcess(home.twins(), clock);
                VendorSandbox live = VendorSandbox.start(SandboxSettings.defaults(), clock::now)) {
            assertThat(SystemDemo.outside(URI.create("http://127.0.0.1:1"), live, house, clock)
                            .signIn()
                            .devices())
                    .as("the telephones of those who look at it do not live in its April")
                    .hasValueSatisfying(
                            phones -> assertThat(phones.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
            TwinSandbox twins = SystemDemo.outside(URI.create("http://127.0.0.1:1"), live, house, clock)
                    .channels()
                    .twins();
            assertThat(house.isOpen()).isFalse();
            assertThat(folder.resolve("demo/twins")).doesNotExist();

            assertThat(twins.address())
                    .isPresent()
                    .hasValueSatisfying(at -> assertThat(at.toString()).isNotEqualTo(live.baseUrl()));
            assertThat(house.isOpen()).isTrue();
            assertThat(folder.resolve("demo/twins")).exists();
        }
    }
}
