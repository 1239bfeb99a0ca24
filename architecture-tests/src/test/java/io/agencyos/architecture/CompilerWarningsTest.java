package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** A compiler's warning ends the build, in every module. Source: issue 2 section 1. */
class CompilerWarningsTest {

    private static final String SOUND = "import java.util.List; class Shelf { List<String> books = List.of(); }";
    private static final List<String> WORTH_A_WARNING = List.of(
            "import java.util.List; class Shelf { List books = List.of(); }",
            "class Shelf { int half(long all) { int half = 1; half *= all; return half; } }",
            "class Shelf { @SuppressWarnings(\"\") String old() { return new java.util.Date(1, 2, 3).toString(); } }");

    @TempDir
    Path folder;

    /** The options of the parent, which every module inherits, and of those modules that have their own. */
    static List<Options> options() {
        return Dependencies.poms(Houses.root()).stream()
                .flatMap(pom -> Dependencies.elements(pom, "compilerArgs").map(args -> new Options(pom, options(args))))
                .toList();
    }

    record Options(Path pom, List<String> all) {}

    private static List<String> options(Element compilerArgs) {
        var options = compilerArgs.getElementsByTagName("arg");
        return IntStream.range(0, options.getLength())
                .mapToObj(i -> options.item(i).getTextContent().strip())
                .filter(option -> !option.startsWith("-J"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("options")
    void what_is_worth_a_warning_does_not_compile(Options options) throws IOException {
        assertThat(compile(options, SOUND)).isEmpty();
        for (String source : WORTH_A_WARNING) {
            assertThat(compile(options, source))
                    .hasValueSatisfying(said -> assertThat(said).contains("warnings found and -Werror specified"));
        }
    }

    /** @return what the compiler said, empty where it compiled */
    private Optional<String> compile(Options options, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path file = Files.writeString(folder.resolve("Shelf.java"), source);
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            Stream.concat(options.all().stream(), Stream.of("-d", folder.toString()))
                                    .toList(),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            return compiled ? Optional.empty() : Optional.of(said.toString());
        }
    }
}
