package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fake and its real adapter pass the same kit, or it stands here why not. Source: the design, section 3; issue 2 section 1. */
class PortsTest {

    /** What stands behind a port without a common kit, and so why there is none. */
    private enum Behind {
        /** A use case or a rule of ours, for another context to call: it is tested where it is, and faked by a lambda. */
        OUR_OWN,
        /** The wiring, which picks among adapters that have their kits. */
        CHOICE,
        /** A part of the thing whose kit holds it too: a method of its adapter, which no class is named for. */
        PART
    }

    private static final Map<Behind, Set<String>> WITHOUT_COMMON_KIT = Map.of(
            Behind.OUR_OWN,
                    Set.of(
                            "CreditTime",
                            "DoNotCallStandings",
                            "FactWarnings",
                            "InFlightTouches",
                            "InboundHooks",
                            "LearnedPreferences",
                            "LearnedSequences",
                            "LearnedTargets",
                            "ReplyClassifier",
                            "SenderOffers",
                            "SendingChannels",
                            "StepVariants",
                            "UsableSenders",
                            "WinnerDeclared"),
            Behind.CHOICE,
                    Set.of(
                            "CallLines",
                            "ChannelSources",
                            "EmailSenders",
                            "LinkedInLines",
                            "NumberShops",
                            "PeopleSources",
                            "PhoneSources",
                            "PostLines",
                            "ReplyFeeds",
                            "TextLines",
                            "VendorLines",
                            "VendorPaces"),
            Behind.PART, Set.of("VendorCredits"));

    /** Adapters that no kit is run on, though their port has one, with the reason. */
    private static final Map<String, String> UNTRIED = Map.of(
            "HookReader ApolloHooks", "signs nothing and is proved by its address: HooksTest",
            "HookReader ClickSendHooks", "signs nothing and is proved by its address: ReportsTest");

    private static final Ports PRODUCT = new Ports(
            Dependencies.poms(Houses.root()).stream()
                    .map(Path::getParent)
                    .filter(module -> !module.endsWith("architecture-tests"))
                    .toList(),
            Houses.root().resolve("application"));

    @Test
    void every_port_is_held_by_a_kit_or_has_its_reason() {
        List<String> reasons = WITHOUT_COMMON_KIT.values().stream()
                .flatMap(Set::stream)
                .sorted()
                .toList();

        assertThat(PRODUCT.count()).isGreaterThan(200);
        assertThat(PRODUCT.withoutKit())
                .as("a port without a kit; give it one, or a line above that says why it has none")
                .containsExactlyElementsOf(reasons);
    }

    @Test
    void every_adapter_of_a_port_with_a_kit_passes_it_or_has_its_reason() {
        assertThat(PRODUCT.adaptersWithoutKit())
                .as("an adapter that no kit is run on; give it a test, or a line above that says why it has none")
                .containsExactlyElementsOf(new TreeSet<>(UNTRIED.keySet()));
    }

    @Test
    void a_port_without_a_kit_or_with_one_that_knows_no_real_thing_is_named(@TempDir Path tree) throws IOException {
        Path application = tree.resolve("application");
        Path memory = tree.resolve("memory");
        Path store = tree.resolve("store");
        compile(application, "classes", "application", """
            @org.jmolecules.architecture.hexagonal.SecondaryPort public interface Held { int count(); }
            """, """
            @org.jmolecules.architecture.hexagonal.SecondaryPort public interface FakeOnly { int count(); }
            """, """
            @org.jmolecules.architecture.hexagonal.SecondaryPort public interface Forgotten { int count(); }
            """);
        compile(application, "test-classes", "application", """
            public abstract class HeldContract { protected abstract Held held(); }
            """, """
            public abstract class FakeOnlyContract { protected abstract FakeOnly fake(); }
            """);
        compile(memory, "classes", "adapters.out.memory", """
            public class MemoryStore implements io.agencyos.application.Held, io.agencyos.application.FakeOnly,
                    io.agencyos.application.Forgotten { public int count() { return 0; } }
            """);
        compile(memory, "test-classes", "adapters.out.memory", """
            class MemoryHeldTest extends io.agencyos.application.HeldContract {
                protected io.agencyos.application.Held held() { return new MemoryStore(); } }
            """, """
            class MemoryFakeOnlyTest extends io.agencyos.application.FakeOnlyContract {
                protected io.agencyos.application.FakeOnly fake() { return new MemoryStore(); } }
            """);
        compile(store, "classes", "adapters.out.store", """
            public class RealStore implements io.agencyos.application.Held, io.agencyos.application.FakeOnly,
                    io.agencyos.application.Forgotten { public int count() { return 0; } }
            """);
        compile(store, "classes", "adapters.out.store", """
            public class OtherStore implements io.agencyos.application.Held { public int count() { return 0; } }
            """);
        compile(store, "test-classes", "adapters.out.store", """
            class RealHeldTest extends io.agencyos.application.HeldContract {
                protected io.agencyos.application.Held held() { return new RealStore(); } }
            """);

        Ports ports = new Ports(List.of(application, memory, store), application);
        assertThat(ports.withoutKit()).containsExactly("FakeOnly", "Forgotten");
        assertThat(ports.adaptersWithoutKit()).containsExactly("Held OtherStore");
    }

    /** Compiles types of one package of ours against everything that was compiled in the tree before. */
    private static void compile(Path module, String folder, String room, String... sources) throws IOException {
        Path into = Files.createDirectories(module.resolve("target").resolve(folder));
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> compiled = Files.walk(module.getParent(), 3);
                var files = compiler.getStandardFileManager(null, null, null)) {
            String classPath = Stream.concat(
                            compiled.filter(place -> place.toString().endsWith("classes"))
                                    .map(Path::toString),
                            Stream.of(System.getProperty("java.class.path")))
                    .reduce((one, more) -> one + File.pathSeparator + more)
                    .orElseThrow();
            List<Path> written = Stream.of(sources)
                    .map(source -> written(module, room, source))
                    .toList();
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-cp", classPath, "-d", into.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(written))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
    }

    private static Path written(Path module, String room, String source) {
        String name = source.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
        try {
            return Files.writeString(
                    Files.createDirectories(module.resolve("src")).resolve(name + ".java"),
                    "package io.agencyos." + room + ";\n" + source);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
