package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortKitsTest {

    @Test
    void every_port_has_a_kit() {
        Kits kits = new Kits(Houses.productWithItsTests(), Houses.PRODUCT);
        System.out.println(kits.ports().count());
        kits.missing().forEach((a, b) -> System.out.println("MISSING " + a + ": " + b));
        assertThat(kits.missing()).isEmpty();
    }
}
