package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {

    private static final JavaClasses PRODUCT = Houses.product();

    static List<HouseRule> rules() {
        return new HouseRules(Houses.PRODUCT).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps(HouseRule rule) {
        rule.rule().check(PRODUCT);
    }

    /** Guards against rules that hold because nothing was looked at. */
    @Test
    void every_package_of_the_source_tree_was_examined() {
        TreeSet<String> examined =
                PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(examined)
                .isEqualTo(Houses.productPackages())
                .contains(
                        "io.agencyos.domain.shared",
                        "io.agencyos.application",
                        "io.agencyos.adapters.in.http",
                        "io.agencyos.adapters.in.rest",
                        "io.agencyos.adapters.in.webhooks",
                        "io.agencyos.adapters.in.web",
                        "io.agencyos.adapters.out.vendorhttp",
                        "io.agencyos.bootstrap");
    }
}
