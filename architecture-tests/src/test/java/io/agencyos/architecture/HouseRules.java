package io.agencyos.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jmolecules.archunit.JMoleculesArchitectureRules;
import org.jmolecules.archunit.JMoleculesDddRules;

/**
 * The import hierarchy and the purity of the core, for a house under any root package, so that the same rules hold for
 * the product and can be seen to fail on fixtures. Source: the design, section 2; docs/decisions/0003.
 */
final class HouseRules {

    /** Whatever makes a connection to a database. */
    private static final List<String> CONNECTION_MAKERS =
            List.of("java.sql.DriverManager", "com.zaxxer.hikari.", "org.postgresql.ds.", "org.postgresql.Driver");

    private static final List<String> ANNOTATIONS = List.of("org.jmolecules.", "org.jspecify.annotations.");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    List<HouseRule> all() {
        return List.of(
                new HouseRule("domain_imports_only_what_is_pure", domainImportsOnlyWhatIsPure()),
                new HouseRule("numeric_libraries_stay_in_one_package", numericLibrariesStayInOnePackage()),
                new HouseRule("application_imports_the_domain_only", applicationImportsTheDomainOnly()),
                new HouseRule("adapters_do_not_know_each_other", adaptersDoNotKnowEachOther()),
                new HouseRule("only_bootstrap_knows_adapters", onlyBootstrapKnowsAdapters()),
                new HouseRule("nobody_knows_bootstrap", nobodyKnowsBootstrap()),
                new HouseRule("contexts_of_the_domain_form_no_cycle", noCycleBetweenContextsOf("domain")),
                new HouseRule("contexts_of_the_application_form_no_cycle", noCycleBetweenContextsOf("application")),
                new HouseRule("rooms_of_the_domain_form_no_cycle", noCycleBetweenRoomsOf("domain")),
                new HouseRule("rooms_of_the_application_form_no_cycle", noCycleBetweenRoomsOf("application")),
                new HouseRule("the_core_reads_no_system_clock", core(Purity.readNoSystemClock())),
                new HouseRule("the_core_draws_no_unseeded_chance", core(Purity.drawNoUnseededChance())),
                new HouseRule("vendor_names_stay_in_their_modules", vendorNamesStayInTheirModules()),
                new HouseRule("databases_are_connected_to_in_one_package", databasesAreConnectedToInOnePackage()),
                new HouseRule("what_an_adapter_implements_is_a_port", whatAnAdapterImplementsIsAPort()),
                new HouseRule("hexagonal_roles_depend_inwards", JMoleculesArchitectureRules.ensureHexagonal()),
                new HouseRule("aggregates_have_an_identity_and_refer_by_it", JMoleculesDddRules.all()),
                new HouseRule("every_package_is_null_marked", classes().should(Shape.liveInANullMarkedPackage())));
    }

    private ArchRule domainImportsOnlyWhatIsPure() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should(Imports.only(
                        "import only the domain, pure parts of the JDK, annotations and numeric libraries",
                        target -> isIn(target, "domain")
                                || Purity.isPureJdk(target)
                                || startsWithAny(target, ANNOTATIONS)
                                || startsWithAny(target, Purity.NUMERIC_LIBRARIES)));
    }

    /** So that a library can be replaced where its numbers are compared with the worked examples. */
    private ArchRule numericLibrariesStayInOnePackage() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".domain.conversion.stats..")
                .should(Imports.only(
                        "see no numeric library", target -> !startsWithAny(target, Purity.NUMERIC_LIBRARIES)));
    }

    private ArchRule applicationImportsTheDomainOnly() {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .should(Imports.only(
                        "import only the domain, the application, the JDK without SQL or network, and annotations",
                        target -> isIn(target, "domain")
                                || isIn(target, "application")
                                || Purity.isJdkWithoutOutsideWorld(target)
                                || startsWithAny(target, ANNOTATIONS)));
    }

    private ArchRule adaptersDoNotKnowEachOther() {
        return classes()
                .that()
                .resideInAPackage(root + ".adapters..")
                .should(Imports.fromNoOtherAdapter(root + ".adapters."));
    }

    private ArchRule onlyBootstrapKnowsAdapters() {
        return classes()
                .that()
                .resideOutsideOfPackages(root + ".adapters..", root + ".bootstrap..")
                .should(Imports.only("import no adapter", target -> !isIn(target, "adapters")));
    }

    private ArchRule nobodyKnowsBootstrap() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".bootstrap..")
                .should(Imports.only("not import bootstrap", target -> !isIn(target, "bootstrap")));
    }

    private ArchRule noCycleBetweenContextsOf(String layer) {
        return slices().matching(root + "." + layer + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** A room is a package: what stands on another is not stood upon by it, so that each can be read alone. */
    private ArchRule noCycleBetweenRoomsOf(String layer) {
        return slices().matching(root + "." + layer + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private ArchRule core(ArchCondition<JavaClass> condition) {
        return classes()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..")
                .should(condition);
    }

    private ArchRule vendorNamesStayInTheirModules() {
        return classes()
                .that()
                .resideOutsideOfPackages(root + ".bootstrap..", root + ".adapters.out.sandbox..")
                .should(Shape.nameNoVendorOutsideItsModule(root));
    }

    /**
     * So that there is one address of one server and no way round it to a copy that lags behind: a decision never reads a replica.
     * Benchmarks and simulations make whole databases of their own. Source: data model 8, primary only.
     */
    private ArchRule databasesAreConnectedToInOnePackage() {
        return classes()
                .that()
                .resideOutsideOfPackages(
                        root + ".adapters.out.postgres.kernel..",
                        root + ".bootstrap.bench..",
                        root + ".bootstrap.simulate..")
                .should(Imports.only(
                        "open no connection to a database", target -> !startsWithAny(target, CONNECTION_MAKERS)));
    }

    private ArchRule whatAnAdapterImplementsIsAPort() {
        return classes()
                .that()
                .resideInAPackage(root + ".adapters.out..")
                .should(Shape.implementOnlyPortsOf(root + ".application."));
    }

    private boolean isIn(JavaClass target, String layer) {
        return (target.getPackageName() + ".").startsWith(root + "." + layer + ".");
    }

    private static boolean startsWithAny(JavaClass target, List<String> prefixes) {
        return prefixes.stream().anyMatch(target.getFullName()::startsWith);
    }
}
